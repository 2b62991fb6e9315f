import LureText

/// How an amount stands to what is usually paid where the work is.
public struct PayComparison: Hashable, Sendable {
    /// How many times the usual pay; from 1 to 999, rounded.
    public var times: UInt16
    /// Row of the pack's table; `RulePack.usualPayLabel` says what it compares with.
    public var row: UInt8
}

/// What is usually paid for a month's work, by country, and what a US dollar is worth in some currencies.
///
/// Says nothing unless it has a figure for every country that a text names: whoever goes from one to another is paid
/// as in one of them, and the better paid one counts.
struct UsualPay: Sendable {
    struct Row: Sendable {
        /// Index of the country's concept.
        var country: Int
        /// A month's pay.
        var amount: Double
        var currency: Fact.Currency
        var label: String
    }

    /// The concepts that name countries; they are the last of a pack.
    let countries: Range<Int>
    var rows: [Row] = []
    /// Concepts beside which nothing is said.
    var silent: [Int] = []
    /// Units for one US dollar by currency, 0 where none is known.
    var rates: [Double] = []

    static let rowLimit = 255
    /// How the names of concepts begin that name countries.
    static let prefix = "country-"

    init(countries: Range<Int>) { self.countries = countries }

    /// The index of the first of the concepts at the end that name countries.
    static func firstCountry(in concepts: [String]) -> Int {
        var first = concepts.count
        while first > 0, concepts[first - 1].utf8.starts(with: prefix.utf8) { first -= 1 }
        return first
    }

    /// How a month's pay compares, by its upper end, the one an offer tempts with.
    /// - Parameter present: the concepts of the text, one bit each.
    /// - Returns: nil without a figure for each country named, a currency and its rate, or the period of a month.
    func comparison(of money: Fact.Money, present: [UInt64]) -> (times: Double, row: Int)? {
        guard money.period == .month, var currency = money.currency else { return nil }
        if currency == .usdt { currency = .usd }
        for concept in silent where Self.holds(present, concept) { return nil }
        var least: (times: Double, row: Int)?
        for country in countries where Self.holds(present, country) {
            guard let row = rows.firstIndex(where: { $0.country == country }),
                let times = times(money.upper, currency, rows[row])
            else { return nil }
            if times < least?.times ?? .infinity { least = (times, row) }
        }
        return least
    }

    private static func holds(_ present: [UInt64], _ concept: Int) -> Bool {
        present[concept >> 6] >> UInt64(concept & 63) & 1 != 0
    }

    private func times(_ amount: Double, _ currency: Fact.Currency, _ row: Row) -> Double? {
        if currency == row.currency { return amount / row.amount }
        let (paid, usual) = (rates[Int(currency.rawValue)], rates[Int(row.currency.rawValue)])
        guard paid > 0, usual > 0 else { return nil }
        return amount / paid * usual / row.amount
    }
}

extension PayComparison {
    init(times: Double, row: Int) {
        self.times = UInt16(max(1, min(999, times.rounded())))
        self.row = UInt8(row)
    }
}

extension RulePack {
    /// What row `row` of the table of usual pay compares with, as it is read after "about 7 times"; empty if there is
    /// no such row.
    public func usualPayLabel(_ row: UInt8) -> String {
        Int(row) < usualPay.rows.count ? usualPay.rows[Int(row)].label : ""
    }

    /// A comparison as people read it: "about 7 times the usual pay in Cambodia (minimum wage, 2025)".
    public func text(of comparison: PayComparison) -> String {
        "about \(comparison.times) times \(usualPayLabel(comparison.row))"
    }
}
