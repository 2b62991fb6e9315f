/// A number as written with digits, and what multiplies it.
struct WrittenNumber {
    var value: Double
    var start: Int
    var end: Int
    /// Whether a scale follows ("3万", "15k").
    var isScaled = false
    /// Whether the scale by itself says that money is meant.
    var isMoneyScale = false
    /// Value before scaling, for ranges that name the scale once ("15-20k").
    var bare: Double
    var scale: Double = 1
    var digitCount: Int
    var hasSeparator: Bool
}

/// Reads numbers: thousands separators of any locale, decimals, and scales behind them.
struct NumberReader {
    let text: UnsafeBufferPointer<UInt8>
    let words: FactWords

    /// The number whose first digit stands at `start`; nil if there is none, or it is longer than 15 digits.
    func number(at start: Int) -> WrittenNumber? {
        guard start < text.count, FactText.isDigit(text[start]) else { return writtenDigit(at: start) }
        var groups = Groups()
        var place = start
        var separator: UInt8 = 0
        var total = 0
        while place < text.count, FactText.isDigit(text[place]) {
            var value = 0.0
            let first = place
            while place < text.count, FactText.isDigit(text[place]) {
                value = value * 10 + Double(text[place] - 0x30)
                place += 1
                if place - first > 15 { return nil }
            }
            groups.append(digits: place - first, value: value, separator: separator)
            total += place - first
            guard place + 1 < text.count, FactText.isDigit(text[place + 1]), isSeparator(at: place),
                total <= 15
            else { break }
            // A space parts thousands only: "150 000".
            if text[place] == 0x20 || text[place] == 0x27, !hasExactlyThreeDigits(at: place + 1) { break }
            separator = text[place]
            place += 1
        }
        guard total <= 15 else { return nil }
        let value = groups.value
        let number = WrittenNumber(
            value: value, start: start, end: place, bare: value, digitCount: total,
            hasSeparator: groups.count > 1)
        return scaled(number)
    }

    /// Digits of an unspaced script that a scale follows: 五万, 三十万, สามหมื่น.
    private func writtenDigit(at start: Int) -> WrittenNumber? {
        var value = 0.0
        var end = start
        var count = 0
        while count < 4, let found = words.word(in: text, at: end, roles: .digit) {
            // Ten multiplies what stands before it; by itself it is ten.
            value = found.word.amount == 10 ? max(value, 1) * 10 : value + found.word.amount
            end = found.end
            count += 1
        }
        guard count > 0 else { return nil }
        let number = WrittenNumber(
            value: value, start: start, end: end, bare: value, digitCount: count, hasSeparator: false)
        let result = scaled(number)
        return result.isScaled ? result : nil
    }

    /// Multiplied by the scales that follow, up to two: 100万, 5 lakh, 30 หมื่น.
    private func scaled(_ number: WrittenNumber) -> WrittenNumber {
        var number = number
        for _ in 0..<2 {
            let gap = FactText.skipSpaces(text, number.end)
            guard gap - number.end <= 1, let found = words.word(in: text, at: gap, roles: .scale) else {
                break
            }
            if found.word.roles.contains(.tight), gap != number.end { break }
            number.scale *= found.word.amount
            number.isScaled = true
            if found.word.roles.contains(.moneyScale) { number.isMoneyScale = true }
            number.end = found.end
            // A decimal under a scale is no thousands group: "1.200k" stays 1200k, "1.2万" is 12,000.
            number.value = number.bare * number.scale
        }
        return number
    }

    private func isSeparator(at place: Int) -> Bool {
        switch text[place] {
        case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: " "): true
        default: false
        }
    }

    private func hasExactlyThreeDigits(at place: Int) -> Bool {
        guard place + 3 <= text.count else { return false }
        for index in place..<place + 3 where !FactText.isDigit(text[index]) { return false }
        return place + 3 == text.count || !FactText.isDigit(text[place + 3])
    }

    /// Groups of digits between separators.
    private struct Groups {
        private(set) var count = 0
        /// All groups before the last one, read as thousands.
        private var whole = 0.0
        private var last = 0.0
        private var lastDigits = 0
        private var lastSeparator: UInt8 = 0
        /// The one between the first two groups.
        private var separator: UInt8 = 0

        mutating func append(digits: Int, value: Double, separator: UInt8) {
            whole = count < 2 ? last : whole * 1000 + last
            if count == 1 { self.separator = separator }
            last = value
            lastDigits = digits
            lastSeparator = separator
            count += 1
        }

        /// Groups of three after the first are thousands; another last group is decimals.
        var value: Double {
            guard count > 1 else { return last }
            let lastIsDecimal = lastDigits != 3 || (count > 2 && lastSeparator != separator)
            guard lastIsDecimal else { return whole * 1000 + last }
            var divisor = 1.0
            for _ in 0..<lastDigits { divisor *= 10 }
            return whole + last / divisor
        }
    }
}
