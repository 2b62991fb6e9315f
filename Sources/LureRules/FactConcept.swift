import LureText

/// Facts as rules name them: concepts produced by code instead of by word forms.
///
/// They take the first places of every pack's concept table, in this order.
public enum FactConcept {
    static let money = 0
    /// Followed by one for each `Fact.Period`.
    static let firstPeriod = 1
    static let usd = firstPeriod + Fact.Period.allCases.count
    static let crypto = usd + 1
    static let age = crypto + 1
    static let contact = age + 1
    /// Followed by one for each `Fact.Channel`.
    static let firstChannel = contact + 1
    public static let disguise = firstChannel + Fact.Channel.allCases.count
    public static let count = disguise + 1

    /// The names, by index, as conditions spell them.
    public static var names: [String] {
        var names = ["fact-money"]
        for period in Fact.Period.allCases { names.append("fact-money-per-\(name(of: period))") }
        names += ["fact-money-usd", "fact-money-crypto", "fact-age", "fact-contact"]
        for channel in Fact.Channel.allCases { names.append("fact-\(channel.name)") }
        names.append("fact-disguise")
        return names
    }

    /// As in `per-day`.
    public static func name(of period: Fact.Period) -> String {
        switch period {
        case .hour: "hour"
        case .day: "day"
        case .week: "week"
        case .month: "month"
        case .year: "year"
        case .task: "task"
        }
    }

    /// Calls `body` with each concept that `kind` expresses.
    static func forEach(of kind: Fact.Kind, _ body: (Int) -> Void) {
        switch kind {
        case .money(let money):
            body(Self.money)
            if let period = money.period { body(firstPeriod + Int(period.rawValue)) }
            switch money.currency {
            case .usd: body(usd)
            case .usdt, .btc, .eth: body(crypto)
            default: break
            }
        case .age:
            body(age)
        case .contact(let channel):
            body(contact)
            body(firstChannel + Int(channel.rawValue))
        }
    }
}

extension Fact.Kind {
    var isMoney: Bool {
        if case .money = self { return true }
        return false
    }
}
