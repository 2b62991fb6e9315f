/// What a word can do in a statement of money, age or contact.
struct FactWord: Sendable {
    struct Role: OptionSet, Sendable {
        let rawValue: UInt16

        @inline(__always)
        func intersects(_ other: Role) -> Bool { rawValue & other.rawValue != 0 }

        /// Names a currency before or behind its number.
        static let currency = Role(rawValue: 1 << 0)
        /// Multiplies the number before it.
        static let scale = Role(rawValue: 1 << 1)
        /// A scale that by itself says that money is meant ("lakh", "củ").
        static let moneyScale = Role(rawValue: 1 << 2)
        /// Counts as a scale or currency only when written onto its number: "5k", "800u".
        static let tight = Role(rawValue: 1 << 3)
        /// Says that an amount is pay.
        static let pay = Role(rawValue: 1 << 4)
        /// Names a period, behind an amount or before it.
        static let period = Role(rawValue: 1 << 5)
        /// May stand between a pay word or a currency and its number.
        static let filler = Role(rawValue: 1 << 6)
        /// Stands between the bounds of a range.
        static let range = Role(rawValue: 1 << 7)
        /// Announces an age.
        static let age = Role(rawValue: 1 << 8)
        /// Behind a number makes it an age.
        static let ageUnit = Role(rawValue: 1 << 9)
        /// Years: an age only after a word that announces one.
        static let years = Role(rawValue: 1 << 10)
        /// Names a messenger.
        static let channel = Role(rawValue: 1 << 11)
        /// A messenger's word that mostly means something else ("line").
        static let faint = Role(rawValue: 1 << 12)
        /// Says that a name or number follows: "id", "号".
        static let identifier = Role(rawValue: 1 << 13)
        /// A digit written as a word of an unspaced script, before a scale: 五万.
        static let digit = Role(rawValue: 1 << 14)
    }

    var roles: Role = []
    var currency: Fact.Currency?
    var period: Fact.Period?
    var channel: Fact.Channel?
    /// Factor of a scale, or value of a digit.
    var amount: Double = 0

    /// A word listed twice keeps all it was given.
    func merged(with other: FactWord) -> FactWord {
        FactWord(
            roles: roles.union(other.roles), currency: currency ?? other.currency,
            period: period ?? other.period,
            channel: channel ?? other.channel, amount: amount != 0 ? amount : other.amount)
    }
}
