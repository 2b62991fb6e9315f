/// Reads handles, links, numbers and addresses by which someone can be reached.
struct ContactScan {
    let text: UnsafeBufferPointer<UInt8>
    let words: FactWords

    // MARK: Handles and addresses

    /// What stands around the "@" at `at`: an e-mail address, or a handle with its messenger if that is named.
    func aroundSign(at: Int) -> Fact? {
        let isAddress = at > 0 && isNameByte(text[at - 1])
        let end = nameEnd(from: at + 1)
        guard end - at > 3 else { return nil }
        if isAddress {
            var start = at
            while start > 0, at - start < 64,
                isNameByte(text[start - 1]) || text[start - 1] == UInt8(ascii: "+")
            {
                start -= 1
            }
            guard Self.hasDomain(UnsafeBufferPointer(rebasing: text[at + 1..<end])) else { return nil }
            return contact(.email, start, end)
        }
        return contact(channelBefore(at) ?? .handle, at, end)
    }

    /// The messenger named before `offset`, with at most a few small words between.
    private func channelBefore(_ offset: Int) -> Fact.Channel? {
        var end = offset
        for _ in 0..<4 {
            while end > 0, offset - end < 32, text[end - 1] == 0x20 || text[end - 1] == UInt8(ascii: ":") {
                end -= 1
            }
            if let found = words.wordEnding(in: text, at: end, roles: .channel) { return found.word.channel }
            guard let filler = words.wordEnding(in: text, at: end, roles: .identifier) else { return nil }
            end = filler.start
        }
        return nil
    }

    /// A messenger's word at `start` with the name or number that follows it.
    func afterChannel(at start: Int) -> Fact? {
        guard let found = words.word(in: text, at: start, roles: .channel), let channel = found.word.channel
        else { return nil }
        var place = found.end
        var hasMark = false
        for _ in 0..<4 {
            let gap = skipSeparators(place)
            if gap > place, containsMark(place, gap) { hasMark = true }
            place = gap
            guard place < text.count, let word = words.word(in: text, at: place, roles: .identifier) else {
                break
            }
            hasMark = true
            place = word.end
        }
        var nameStart = place
        if place < text.count, text[place] == UInt8(ascii: "@") {
            nameStart += 1
            hasMark = true
        }
        if let phone = phone(at: place) {
            return contact(channel, Int(phone.span.start), Int(phone.span.end))
        }
        let end = nameEnd(from: nameStart)
        guard end - nameStart >= 4, end - nameStart <= 40,
            isName(nameStart, end, hasMark: hasMark, isFaint: found.word.roles.contains(.faint))
        else { return nil }
        return contact(channel, place, end)
    }

    private func skipSeparators(_ offset: Int) -> Int {
        var place = offset
        while place < text.count, place - offset < 4 {
            switch text[place] {
            case 0x20, 0x0A, UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "("),
                UInt8(ascii: ">"):
                place += 1
            default: return place
            }
        }
        return place
    }

    private func containsMark(_ start: Int, _ end: Int) -> Bool {
        for index in start..<end where text[index] == UInt8(ascii: ":") || text[index] == UInt8(ascii: "=") {
            return true
        }
        return false
    }

    /// Whether the token can be a name: with a digit or underscore, or announced by a sign.
    private func isName(_ start: Int, _ end: Int, hasMark: Bool, isFaint: Bool) -> Bool {
        var hasLetter = false
        var hasOther = false
        for index in start..<end {
            if FactText.isLetter(text[index]) { hasLetter = true }
            if FactText.isDigit(text[index]) || text[index] == UInt8(ascii: "_") { hasOther = true }
        }
        guard hasLetter || end - start >= 5 else { return false }
        if hasOther { return hasMark || !isFaint }
        // A plain word is a name only where it stands for one: "telegram: hrteam", not "telegram only".
        return hasMark && !isFaint && end - start >= 5
            && words.word(in: text, at: start, roles: [.identifier, .filler]) == nil
    }

    // MARK: Links

    /// A web address that begins at `start`, with or without a scheme; its dots may be written "[.]" or "(dot)".
    func link(at start: Int) -> Fact? {
        let scheme = text[start] == UInt8(ascii: "h") ? schemeEnd(start) : nil
        return withHostName(at: scheme ?? start) { name, hostEnd in
            guard name.count >= 4, name.contains(UInt8(ascii: ".")) else { return nil }
            guard scheme != nil || Self.hasDomain(name) else { return nil }
            if hostEnd < text.count, text[hostEnd] == UInt8(ascii: "@") { return nil }
            var end = hostEnd
            while end < text.count, isAddressByte(text[end]), end - start < 2048 { end += 1 }
            while end > hostEnd, isTrailing(text[end - 1]) { end -= 1 }
            return contact(Self.channel(ofHost: name, hasPath: end > hostEnd + 1) ?? .url, start, end)
        }
    }

    /// Longest host name looked at, in bytes.
    private static let longestHost = 64

    /// Calls `body` with a host name, its written-out dots made plain, and where it ends.
    @inline(__always)
    private func withHostName(
        at start: Int, _ body: (_ name: UnsafeBufferPointer<UInt8>, _ end: Int) -> Fact?
    ) -> Fact? {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longestHost) { buffer in
            let host = readHostName(at: start, into: buffer)
            return body(UnsafeBufferPointer(rebasing: buffer[..<host.count]), host.end)
        }
    }

    /// - Parameter name: has room for `longestHost` bytes.
    private func readHostName(
        at start: Int, into name: UnsafeMutableBufferPointer<UInt8>
    ) -> (count: Int, end: Int) {
        var count = 0
        var place = start
        while place < text.count, count < Self.longestHost {
            if isNameByte(text[place]) {
                name[count] = text[place]
                place += 1
            } else if let dot = dotEnd(at: place), dot < text.count, FactText.isLetter(text[dot]), count > 0 {
                name[count] = UInt8(ascii: ".")
                place = dot
            } else {
                break
            }
            count += 1
        }
        while count > 0, name[count - 1] == UInt8(ascii: ".") || name[count - 1] == UInt8(ascii: "-") {
            count -= 1
            place -= 1
        }
        return (count, place)
    }

    /// The offset after a dot that is written "[.]", "(.)", "[dot]" or "(dot)", perhaps between spaces.
    private func dotEnd(at offset: Int) -> Int? {
        guard offset < text.count, text[offset] == 0x20 || text[offset] == 0x5B || text[offset] == 0x28 else {
            return nil
        }
        let start = FactText.skipSpaces(text, offset)
        for dot in ["[.]", "(.)", "[dot]", "(dot)"] as [StaticString] where matches(dot, at: start) {
            return FactText.skipSpaces(text, start + dot.utf8CodeUnitCount)
        }
        return nil
    }

    /// "name (at) host (dot) com".
    func writtenAddress(at start: Int) -> Fact? {
        let nameEnd = nameEnd(from: start)
        let gap = FactText.skipSpaces(text, nameEnd)
        guard nameEnd - start >= 2, gap < text.count, text[gap] == 0x28 || text[gap] == 0x5B else {
            return nil
        }
        for sign in ["(at)", "[at]"] as [StaticString] where matches(sign, at: gap) {
            let address = withHostName(at: FactText.skipSpaces(text, gap + sign.utf8CodeUnitCount)) {
                Self.hasDomain($0) ? contact(.email, start, $1) : nil
            }
            if let address { return address }
        }
        return nil
    }

    private func schemeEnd(_ start: Int) -> Int? {
        for scheme in ["https://", "http://", "hxxps://", "hxxp://"] as [StaticString]
        where matches(scheme, at: start) {
            return start + scheme.utf8CodeUnitCount
        }
        return nil
    }

    private static func channel(ofHost name: UnsafeBufferPointer<UInt8>, hasPath: Bool) -> Fact.Channel? {
        guard hasPath else { return nil }
        for (host, channel) in hosts where equals(host, name) { return channel }
        return nil
    }

    private static let hosts: [(StaticString, Fact.Channel)] = [
        ("t.me", .telegram), ("telegram.me", .telegram), ("wa.me", .whatsapp),
        ("chat.whatsapp.com", .whatsapp),
        ("api.whatsapp.com", .whatsapp), ("line.me", .line), ("lin.ee", .line), ("m.me", .messenger),
        ("zalo.me", .zalo), ("signal.me", .signal), ("open.kakao.com", .kakaotalk), ("viber.com", .viber),
        ("instagram.com", .instagram),
    ]

    // MARK: Phones and wallets

    /// A telephone number that begins at `start` ("+" or a digit): 8 to 15 digits, some of them perhaps masked by
    /// an x or asterisk, in groups.
    func phone(at start: Int) -> Fact? {
        var place = start
        let isInternational = place < text.count && text[place] == UInt8(ascii: "+")
        if isInternational { place += 1 }
        var digits = 0
        var groups = 0
        var end = place
        var inGroup = false
        while place < text.count, digits <= 16 {
            let byte = text[place]
            if FactText.isDigit(byte)
                || (digits >= 2 && (byte == UInt8(ascii: "x") || byte == UInt8(ascii: "*")))
            {
                if !inGroup { groups += 1 }
                inGroup = true
                digits += 1
                place += 1
                end = place
                continue
            }
            inGroup = false
            guard isPhoneSeparator(byte), place + 1 < text.count, place - end < 2 else { break }
            place += 1
        }
        guard digits >= 8, digits <= 15, start < end else { return nil }
        if end < text.count, FactText.isLetter(text[end]) || text[end] == UInt8(ascii: "%") { return nil }
        if digits == 8, isTimeRange(start, end) { return nil }
        if !isInternational, isAmountRange(start, end) { return nil }
        let startsLocally = text[start] == UInt8(ascii: "0") || text[start] == UInt8(ascii: "(")
        guard
            isInternational || startsLocally || (groups >= 3 && digits >= 10)
                || (digits == 11 && text[start] == UInt8(ascii: "1"))
        else { return nil }
        return contact(.phone, start, end)
    }

    /// Whether two times of day stand here, as in 0930-1830 or 07.00-15.00.
    private func isTimeRange(_ start: Int, _ end: Int) -> Bool {
        var times = (0, 0)
        var isSecond = false
        for place in start..<end {
            if FactText.isDigit(text[place]) {
                let digit = Int(text[place] & 0xF)
                if isSecond { times.1 = times.1 * 10 + digit } else { times.0 = times.0 * 10 + digit }
            } else if text[place] == UInt8(ascii: "-") {
                if isSecond { return false }
                isSecond = true
            }
        }
        func isTime(_ number: Int) -> Bool { number <= 2400 && number % 100 < 60 }
        return isSecond && times.1 < 10_000 && isTime(times.0) && isTime(times.1)
    }

    /// Whether two amounts with stops between thousands stand here, as in 22.000-34.000.
    private func isAmountRange(_ start: Int, _ end: Int) -> Bool {
        var dashes = 0
        var stops = 0
        var run = 0
        for place in start...end {
            if place < end, FactText.isDigit(text[place]) {
                run += 1
                continue
            }
            // Each run behind a stop is one of thousands, each before one has at most three digits.
            if place < end, text[place] == UInt8(ascii: ".") {
                if run == 0 || run > 3 { return false }
                stops += 1
            } else {
                if stops > 0, run != 3 { return false }
                if place < end {
                    guard text[place] == UInt8(ascii: "-"), stops > 0 else { return false }
                    dashes += 1
                    stops = 0
                }
            }
            run = 0
        }
        return dashes == 1 && stops > 0
    }

    private func isPhoneSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"): true
        default: false
        }
    }

    /// A crypto wallet that is the whole token at `start`: TRON (T and 33 letters and digits), Ethereum (0x and 40
    /// hexadecimal digits), Bitcoin (bc1 and 25 or more). Folding has made letters small.
    func wallet(at start: Int) -> Fact? {
        var end = start
        while end < text.count, FactText.isLetter(text[end]) || FactText.isDigit(text[end]), end - start < 100
        { end += 1 }
        let count = end - start
        var digits = 0
        for index in start..<end where FactText.isDigit(text[index]) { digits += 1 }
        let isTron = count == 34 && text[start] == UInt8(ascii: "t") && digits >= 3
        let isEthereum = count == 42 && matches("0x", at: start)
        let isBitcoin = (26...62).contains(count) && matches("bc1", at: start) && digits >= 3
        return isTron || isEthereum || isBitcoin ? contact(.wallet, start, end) : nil
    }

    // MARK: Bytes

    private func contact(_ channel: Fact.Channel, _ start: Int, _ end: Int) -> Fact {
        Fact(kind: .contact(channel), span: TextSpan(start: UInt32(start), end: UInt32(end)))
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        FactText.isLetter(byte) || FactText.isDigit(byte) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: "-")
    }

    private func nameEnd(from start: Int) -> Int {
        var end = start
        while end < text.count, isNameByte(text[end]), end - start < 64 { end += 1 }
        while end > start, text[end - 1] == UInt8(ascii: ".") || text[end - 1] == UInt8(ascii: "-") {
            end -= 1
        }
        return end
    }

    private func isAddressByte(_ byte: UInt8) -> Bool {
        isNameByte(byte) || "/:?&=%#~+@!$*,;".utf8.contains(byte)
    }

    private func isTrailing(_ byte: UInt8) -> Bool { ".,;:!?-+*=&".utf8.contains(byte) }

    private func matches(_ pattern: StaticString, at start: Int) -> Bool {
        guard start + pattern.utf8CodeUnitCount <= text.count else { return false }
        for index in 0..<pattern.utf8CodeUnitCount where text[start + index] != pattern.utf8Start[index] {
            return false
        }
        return true
    }

    /// Whether the last label of a host name is a common top-level domain.
    private static func hasDomain(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return false }
        let label = UnsafeBufferPointer(rebasing: name[(dot + 1)...])
        for domain in domains where equals(domain, label) { return true }
        return false
    }

    private static func equals(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard word.utf8CodeUnitCount == bytes.count else { return false }
        for index in 0..<bytes.count where bytes[index] != word.utf8Start[index] { return false }
        return true
    }

    private static let domains: [StaticString] = [
        "com", "net", "org", "io", "me", "app", "xyz", "info", "biz", "co", "cc", "top", "vip", "site",
        "online", "shop",
        "link", "live", "ly", "gg", "club", "work", "jobs", "dev", "ai", "tv", "ee", "gl", "example", "test",
        "invalid",
        "edu", "gov", "int", "vn", "th", "ph", "my", "id", "kh", "la", "mm", "in", "bd", "pk", "np", "lk",
        "ru", "ua",
        "kz", "mn", "jp", "kr", "cn", "tw", "hk", "sg", "ae", "sa", "qa", "br", "mx", "es", "pt", "fr", "de",
        "uk", "us",
        "ke", "tz", "et", "za", "ng", "au", "nz", "ca", "eu",
    ]
}
