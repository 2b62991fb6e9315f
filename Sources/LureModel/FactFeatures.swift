import LureText

/// Features of what a text states: that it names money, for which period, how much roughly; an age; ways to
/// reach someone. Never the amount or the contact itself.
enum FactFeatures {
    static func add<Sink: FeatureSink>(_ facts: [Fact], into sink: inout Sink) {
        for fact in facts {
            switch fact.kind {
            case .money(let money): add(money, at: fact.span, into: &sink)
            case .age: add(.kind, 2, at: fact.span, into: &sink)
            case .contact(let channel):
                add(.kind, 3, at: fact.span, into: &sink)
                add(.channel, UInt64(channel.rawValue), at: fact.span, into: &sink)
            }
        }
    }

    private static func add<Sink: FeatureSink>(
        _ money: Fact.Money, at span: TextSpan, into sink: inout Sink
    ) {
        add(.kind, 1, at: span, into: &sink)
        let period = UInt64(money.period.map { $0.rawValue + 1 } ?? 0)
        add(.period, period, at: span, into: &sink)
        guard let currency = money.currency else { return }
        let bucket = UInt64(halfDecade(money.upper))
        add(.amount, UInt64(currency.rawValue) << 16 | period << 8 | bucket, at: span, into: &sink)
    }

    private static func add<Sink: FeatureSink>(
        _ aspect: FactAspect, _ value: UInt64, at span: TextSpan, into sink: inout Sink
    ) {
        sink.add(FeatureKey.fact(aspect, value), span.start, span.end, .fact)
    }

    /// Number of steps 1, 3, 10, 30, 100 … that `amount` reaches, at most 24.
    static func halfDecade(_ amount: Double) -> Int {
        var step = 1.0
        var count = 0
        while count < 24, amount >= step {
            step *= count % 2 == 0 ? 3 : 10.0 / 3
            count += 1
        }
        return count
    }
}
