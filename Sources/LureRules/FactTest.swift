import LureText

/// A comparison of a fact with a number: `money per-day > 100 usd`, `age < 18`, `money per-month > 3x usual`.
public struct FactTest: Hashable, Sendable {
    public enum Subject: UInt8, CaseIterable, Sendable { case money, age }

    public var subject: Subject
    /// Whether the fact must exceed `bound`, otherwise fall below it.
    public var isAbove: Bool
    /// With `isTimesUsual` a multiple of the usual pay.
    public var bound: Double
    /// nil: any period, or none.
    public var period: Fact.Period?
    /// nil: any currency, or none.
    public var currency: Fact.Currency?
    /// Compares money with the usual pay where the work is, as `UsualPay` has it.
    public var isTimesUsual: Bool

    public init(
        _ subject: Subject, isAbove: Bool, bound: Double, period: Fact.Period? = nil,
        currency: Fact.Currency? = nil, isTimesUsual: Bool = false
    ) {
        self.subject = subject
        self.isAbove = isAbove
        self.bound = bound
        self.period = period
        self.currency = currency
        self.isTimesUsual = isTimesUsual
    }

    /// Whether `kind` passes. A range passes `>` by its upper end, which is the end an offer tempts with, and
    /// `<` by its lower end. Amounts are not converted between currencies; USDT counts as US dollars, to which it
    /// is pegged. A comparison with the usual pay is `UsualPay`'s to make; here it never passes.
    func holds(for kind: Fact.Kind) -> Bool {
        if isTimesUsual { return false }
        switch (subject, kind) {
        case (.money, .money(let money)):
            if let period, money.period != period { return false }
            if let currency, money.currency != currency, !(currency == .usd && money.currency == .usdt) {
                return false
            }
            return isAbove ? money.upper > bound : money.lower < bound
        case (.age, .age(let lower, let upper)):
            if isAbove { return upper.map { Double($0) > bound } ?? false }
            return lower.map { Double($0) < bound } ?? false
        default:
            return false
        }
    }
}
