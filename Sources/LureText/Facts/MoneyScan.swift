/// Reads amounts of money and ages around a number.
struct MoneyScan {
    let text: UnsafeBufferPointer<UInt8>
    let words: FactWords

    private var numbers: NumberReader { NumberReader(text: text, words: words) }

    /// How far back words that belong to a number are looked for, in words.
    private static let reach = 4

    /// What words around a number say.
    private struct Frame {
        var start: Int
        var end: Int
        var currency: Fact.Currency?
        var period: Fact.Period?
        var hasPay = false
        var hasAge = false
        var hasAgeUnit = false
        var hasYears = false
    }

    /// The fact stated by the number at `start`, if it is money or an age, and the offset after the number.
    func fact(at start: Int) -> (fact: Fact?, end: Int)? {
        guard let first = numbers.number(at: start) else { return nil }
        var low = first
        var high = first
        if let second = rangeEnd(after: first) {
            high = second
            if second.isScaled, !first.isScaled, first.bare < second.bare * second.scale,
                first.bare <= second.bare
            {
                low.value = first.bare * second.scale
            }
        }
        var frame = Frame(start: first.start, end: high.end)
        readAfter(&frame)
        readBefore(&frame)
        if first.hasSeparator, frame.currency == nil { readPesoSign(&frame) }
        if let age = age(low, high, frame) { return (age, Int(age.span.end)) }
        if let money = money(low, high, first.isScaled || high.isScaled, frame) { return (money, frame.end) }
        return (nil, high.end)
    }

    private func rangeEnd(after first: WrittenNumber) -> WrittenNumber? {
        var place = first.end
        // A currency may stand with both bounds: "$800-$1200", "800 usd to 1200 usd".
        let gap = FactText.skipSpaces(text, place)
        if let currency = words.word(in: text, at: gap, roles: .currency) { place = currency.end }
        place = FactText.skipSpaces(text, place)
        guard let range = words.word(in: text, at: place, roles: .range) else { return nil }
        place = FactText.skipSpaces(text, range.end)
        if let currency = words.word(in: text, at: place, roles: .currency) {
            place = FactText.skipSpaces(text, currency.end)
        }
        guard let second = numbers.number(at: place) else { return nil }
        return second.value >= first.bare || second.isScaled ? second : nil
    }

    private func readAfter(_ frame: inout Frame) {
        var place = frame.end
        for _ in 0..<4 {
            let gap = skipSigns(place)
            guard gap < text.count else { return }
            let roles: FactWord.Role = [.currency, .period, .ageUnit, .years]
            guard let found = words.word(in: text, at: gap, roles: roles) else {
                // "per" and the like are written in the period words; one filler may stand between.
                guard let filler = words.word(in: text, at: gap, roles: .filler), filler.end > gap,
                    place == frame.end
                else { return }
                place = filler.end
                continue
            }
            let word = found.word
            if word.roles.contains(.tight), gap != frame.end { return }
            if word.roles.contains(.ageUnit) { frame.hasAgeUnit = true }
            if word.roles.contains(.years) { frame.hasYears = true }
            if word.roles.contains(.currency), frame.currency == nil || frame.currency == .php {
                // "5000 pesos mxn": the code says which pesos.
                frame.currency = word.currency
            } else if word.roles.contains(.period), frame.period == nil {
                frame.period = word.period
            } else if word.roles.isDisjoint(with: [.ageUnit, .years]) {
                return
            }
            frame.end = found.end
            place = found.end
        }
    }

    /// Skips up to three spaces and signs between an amount and its unit.
    private func skipSigns(_ offset: Int) -> Int {
        var place = offset
        while place < text.count, place - offset < 3 {
            switch text[place] {
            case 0x20, UInt8(ascii: "+"), UInt8(ascii: "("), UInt8(ascii: "-"), UInt8(ascii: "~"),
                UInt8(ascii: ","):
                place += 1
            default: return place
            }
        }
        return place
    }

    private func readBefore(_ frame: inout Frame) {
        var end = frame.start
        for _ in 0..<Self.reach {
            var gap = end
            while gap > 0, text[gap - 1] == 0x20, end - gap < 2 { gap -= 1 }
            let roles: FactWord.Role = [.currency, .pay, .period, .filler, .age]
            guard gap > 0, let found = words.wordEnding(in: text, at: gap, roles: roles) else { return }
            let word = found.word
            if word.roles.contains(.tight) { return }
            if word.roles.contains(.currency), frame.currency == nil, !frame.hasPay {
                frame.currency = word.currency
                frame.start = found.start
            } else if !word.roles.isDisjoint(with: [.pay, .period, .age]) {
                if word.roles.contains(.pay) { frame.hasPay = true }
                if word.roles.contains(.age) { frame.hasAge = true }
                if word.roles.contains(.period), frame.period == nil || word.roles.contains(.pay) {
                    frame.period = frame.period ?? word.period
                } else if let period = word.period, frame.period == nil {
                    frame.period = period
                }
            }
            end = found.start
        }
    }

    /// "P25,000": a letter as the peso sign.
    private func readPesoSign(_ frame: inout Frame) {
        let sign = frame.start - 1
        guard sign >= 0, text[sign] == UInt8(ascii: "p"), FactText.mayBegin(text, at: sign) else { return }
        frame.currency = .php
        frame.start = sign
    }

    private func age(_ low: WrittenNumber, _ high: WrittenNumber, _ frame: Frame) -> Fact? {
        guard !low.isScaled, !high.isScaled, !low.hasSeparator, frame.currency == nil else { return nil }
        let isOpen = high.end < text.count && text[high.end] == UInt8(ascii: "+")
        let isAdult = isOpen && frame.period == nil && low.value >= 16 && low.value <= 65
        guard frame.hasAgeUnit || isAdult || (frame.hasAge && !frame.hasPay) else { return nil }
        guard low.value >= 10, high.value <= 99, low.digitCount == 2 else { return nil }
        let lower = Int(low.value)
        let upper = high.start == low.start ? nil : Int(high.value)
        let end = isOpen ? max(frame.end, high.end + 1) : frame.end
        let span = TextSpan(start: UInt32(frame.start), end: UInt32(end))
        return Fact(kind: .age(lower: lower, upper: upper ?? (isOpen ? nil : lower)), span: span)
    }

    private func money(_ low: WrittenNumber, _ high: WrittenNumber, _ isScaled: Bool, _ frame: Frame) -> Fact?
    {
        guard !frame.hasAgeUnit, !(frame.hasYears && frame.currency == nil) else { return nil }
        let isMoney =
            frame.currency != nil || low.isMoneyScale || high.isMoneyScale
            || (isScaled && (frame.period != nil || frame.hasPay))
            || (frame.hasPay && low.value >= 100 && !isYear(low))
        guard isMoney, high.value < 1e13 else { return nil }
        let amount = Fact.Money(
            lower: min(low.value, high.value), upper: max(low.value, high.value), currency: frame.currency,
            period: frame.period)
        return Fact(kind: .money(amount), span: TextSpan(start: UInt32(frame.start), end: UInt32(frame.end)))
    }

    private func isYear(_ number: WrittenNumber) -> Bool {
        number.digitCount == 4 && !number.hasSeparator && number.value >= 1990 && number.value <= 2040
    }
}
