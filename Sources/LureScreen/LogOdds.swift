import CLureSupport

/// Log-odds, the only currency of the ledger.
///
/// Contributions are rounded to 0.0001 before they are added, so that printed lines add up to the printed sum:
/// a ten-thousandth moves a risk by at most 0.000025.
public enum LogOdds {
    /// Log-odds of a probability strictly between 0 and 1.
    public static func of(_ probability: Double) -> Double { lure_log(probability / (1 - probability)) }

    /// Probability of log-odds, in 0…1.
    public static func probability(of logOdds: Double) -> Double {
        // Two forms, so that neither exponential overflows.
        if logOdds >= 0 { return 1 / (1 + lure_exp(-logOdds)) }
        let odds = lure_exp(logOdds)
        return odds / (1 + odds)
    }

    /// To the nearest 0.0001.
    @inlinable
    public static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
