/// Finds facts in a folded text: amounts of money, ages, and ways to reach someone.
///
/// It looks only where segmenting has found that a fact may begin: at digits, "@", "+", and the words that announce a
/// number or a name.
public struct FactScanner: Sendable {
    private let words = FactWords.shared

    public init() {}

    /// Appends the facts of a folded text, in order, without overlap.
    /// - Complexity: linear in the text; a number's words are looked for in a bounded neighbourhood.
    public func scan(_ text: UnsafeBufferPointer<UInt8>, into facts: inout [Fact]) {
        var segmentation = Segmentation()
        Segmenter().segment(text, into: &segmentation)
        scan(text, at: segmentation, into: &facts)
    }

    /// The same of a text that is segmented already.
    public func scan(
        _ text: UnsafeBufferPointer<UInt8>, at segmentation: Segmentation, into facts: inout [Fact]
    ) {
        scan(text, at: segmentation.factPlaces, into: &facts)
    }

    /// - Parameter places: at which a fact may begin, ascending; more of them change nothing.
    func scan(_ text: UnsafeBufferPointer<UInt8>, at places: [UInt32], into facts: inout [Fact]) {
        guard !places.isEmpty else { return }
        let contacts = ContactScan(text: text, words: words)
        let amounts = MoneyScan(text: text, words: words)
        let first = facts.count
        var next = 0
        for place in places where Int(place) >= next && Int(place) < text.count {
            next = look(at: Int(place), contacts, amounts, &facts, first)
            // Digits that a fact broke off in begin something too.
            while next < text.count, FactText.isDigit(text[next]) {
                next = look(at: next, contacts, amounts, &facts, first)
            }
        }
    }

    /// Adds the fact at a place, if there is one.
    /// - Returns: where to go on.
    private func look(
        at place: Int, _ contacts: ContactScan, _ amounts: MoneyScan, _ facts: inout [Fact], _ first: Int
    ) -> Int {
        let text = contacts.text
        let byte = text[place]
        let isWordStart = place == 0 || !isWordByte(text[place - 1])
        var found: Fact?
        var next = place + 1
        if FactText.isDigit(byte) || byte == UInt8(ascii: "+") {
            (found, next) = number(at: place, contacts, amounts, isWordStart: isWordStart)
        } else if byte == UInt8(ascii: "@") {
            found = contacts.aroundSign(at: place)
        } else {
            // Other signs begin nothing, nor does the rest of a word.
            guard byte >= 0xC2 || FactText.isLetter(byte) && isWordStart else { return next }
            let roles = words.rolesBeginning(text, at: place)
            if roles.contains(.channel) { found = contacts.afterChannel(at: place) }
            if found == nil, byte < 0x80 { found = token(at: place, contacts) }
            if found == nil, byte >= 0xC2, roles.contains(.digit), words.mayScale(text, at: place) {
                found = amounts.fact(at: place)?.fact
            }
        }
        if let found { next = max(next, add(found, to: &facts, from: first)) }
        return next
    }

    /// Whether letters from `start` to `end` may be, or begin, what `token` looks for.
    static func mayBeginToken(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard end < text.count else { return end - start >= longToken }
        var stop = text[end]
        if stop == 0x20, end + 1 < text.count {
            stop = text[end + 1]
            return stop == 0x28 || stop == 0x5B || end - start >= longToken
        }
        switch stop {
        case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: "["):
            return true
        default: return FactText.isDigit(stop) || end - start >= longToken
        }
    }

    /// Bytes of the shortest wallet.
    static let longToken = 26

    private func number(
        at place: Int, _ contacts: ContactScan, _ amounts: MoneyScan, isWordStart: Bool
    ) -> (Fact?, Int) {
        if isWordStart, let wallet = contacts.wallet(at: place) { return (wallet, Int(wallet.span.end)) }
        if isWordStart || text(before: place, in: contacts.text) != UInt8(ascii: "."),
            let phone = contacts.phone(at: place)
        {
            return (phone, Int(phone.span.end))
        }
        guard let result = amounts.fact(at: place) else {
            var end = place + 1
            while end < contacts.text.count, FactText.isDigit(contacts.text[end]) { end += 1 }
            return (nil, end)
        }
        return (result.fact, max(result.end, place + 1))
    }

    private func text(before place: Int, in text: UnsafeBufferPointer<UInt8>) -> UInt8 {
        place > 0 ? text[place - 1] : 0x20
    }

    /// What a token of letters may be besides a word. Only a token with a dot or of great length, or before a
    /// bracket, is looked at.
    private func token(at place: Int, _ contacts: ContactScan) -> Fact? {
        let text = contacts.text
        var end = place
        var hasDot = false
        var hasInnerDot = false
        while end < text.count, end - place < 100 {
            let byte = text[end]
            if byte == UInt8(ascii: ".") {
                hasDot = true
            } else if FactText.isLetter(byte) || FactText.isDigit(byte) {
                hasInnerDot = hasDot
            } else {
                break
            }
            end += 1
        }
        let stop = end < text.count ? text[end] : 0x20
        if end - place >= Self.longToken, let wallet = contacts.wallet(at: place) { return wallet }
        let next = stop == 0x20 && end + 1 < text.count ? text[end + 1] : stop
        if next == 0x28 || next == 0x5B {
            return contacts.link(at: place) ?? contacts.writtenAddress(at: place)
        }
        guard hasDot || stop == UInt8(ascii: ":") || stop == UInt8(ascii: "-") else { return nil }
        guard hasInnerDot || mayGoOn(text, at: end, from: place) else { return nil }
        return contacts.link(at: place)
    }

    /// Whether a token without a dot between its letters may be the beginning of a link: "http:", "part-time.org",
    /// "name  [.] org".
    private func mayGoOn(_ text: UnsafeBufferPointer<UInt8>, at end: Int, from start: Int) -> Bool {
        guard end < text.count else { return false }
        switch text[end] {
        case 0x20:
            let next = FactText.skipSpaces(text, end)
            return next < text.count && (text[next] == 0x28 || text[next] == 0x5B)
        case UInt8(ascii: ":"): return text[start] == UInt8(ascii: "h")
        case let byte: return isWordByte(byte) || byte == UInt8(ascii: "-")
        }
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        FactText.isLetter(byte) || FactText.isDigit(byte) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ".")
    }

    /// Adds a fact; where it overlaps the one before, the longer stays.
    /// - Returns: the offset after it.
    private func add(_ fact: Fact, to facts: inout [Fact], from first: Int) -> Int {
        while facts.count > first, let last = facts.last, last.span.end > fact.span.start {
            if last.span.count > fact.span.count { return Int(fact.span.end) }
            facts.removeLast()
        }
        facts.append(fact)
        return Int(fact.span.end)
    }
}

/// What a contact is worth comparing by.
public enum ContactValue {
    /// The normalised value of a contact: a handle without "@", a link without its scheme, a number as digits with
    /// a leading "+" if it has one.
    /// - Parameter text: the folded bytes that the fact's span counts in.
    public static func value(of fact: Fact, in text: UnsafeBufferPointer<UInt8>) -> String {
        guard Int(fact.span.end) <= text.count else { return "" }
        var bytes = Array(text[Int(fact.span.start)..<Int(fact.span.end)])
        if isNumber(bytes) {
            bytes = bytes.filter { byte in
                FactText.isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "x")
                    || byte == UInt8(ascii: "*")
            }
        } else {
            for prefix in ["https://", "http://", "hxxps://", "hxxp://", "@"] as [StaticString] {
                let count = prefix.utf8CodeUnitCount
                let buffer = UnsafeBufferPointer(start: prefix.utf8Start, count: count)
                if bytes.starts(with: buffer) { bytes.removeFirst(count) }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isNumber(_ bytes: [UInt8]) -> Bool {
        var digits = 0
        for byte in bytes {
            if FactText.isDigit(byte) { digits += 1 }
            if FactText.isLetter(byte) && byte != UInt8(ascii: "x") || byte == UInt8(ascii: "_") {
                return false
            }
        }
        return digits >= 6
    }
}
