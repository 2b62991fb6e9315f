/// Undoes the encodings of mails: quoted-printable, base64 and encoded words (RFC 2045, 2047); takes tags out of HTML.
enum MailWords {
    static func decodedTransfer(
        _ content: Slice<UnsafeBufferPointer<UInt8>>, encoding: String
    ) -> [UInt8] {
        switch encoding {
        case "base64": base64(content)
        case "quoted-printable": quotedPrintable(content, isWord: false)
        default: Array(content)
        }
    }

    static func base64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            let value: UInt8
            switch byte {
            case 0x41...0x5A: value = byte - 0x41
            case 0x61...0x7A: value = byte - 0x47
            case 0x30...0x39: value = byte + 4
            case UInt8(ascii: "+"): value = 62
            case UInt8(ascii: "/"): value = 63
            case UInt8(ascii: "="): return result
            default: continue
            }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return result
    }

    /// - Parameter isWord: in encoded words a low line stands for a space.
    static func quotedPrintable(_ source: some Sequence<UInt8>, isWord: Bool) -> [UInt8] {
        let bytes = Array(source)
        var result: [UInt8] = []
        var i = 0
        while i < bytes.count {
            let byte = bytes[i]
            i += 1
            if byte == UInt8(ascii: "_"), isWord {
                result.append(0x20)
            } else if byte != UInt8(ascii: "=") {
                result.append(byte)
            } else if i < bytes.count, bytes[i] == 0x0A {
                i += 1
            } else if i + 1 < bytes.count, bytes[i] == 0x0D, bytes[i + 1] == 0x0A {
                i += 2
            } else if i + 1 < bytes.count, let high = hex(bytes[i]), let low = hex(bytes[i + 1]) {
                result.append(high << 4 | low)
                i += 2
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    /// A header value with its encoded words ("=?charset?B?…?=") decoded; white space between two of them goes.
    static func decoded(_ value: [UInt8]) -> [UInt8] {
        guard value.contains(UInt8(ascii: "?")) else { return value }
        var result: [UInt8] = []
        var i = 0
        var isAfterWord = false
        while i < value.count {
            if let (text, end) = encodedWord(value, i) {
                if isAfterWord {
                    while result.last == 0x20 || result.last == 0x09 { result.removeLast() }
                }
                result += text
                i = end
                isAfterWord = true
            } else {
                if value[i] != 0x20 && value[i] != 0x09 { isAfterWord = false }
                result.append(value[i])
                i += 1
            }
        }
        return result
    }

    private static func encodedWord(_ value: [UInt8], _ start: Int) -> (text: [UInt8], end: Int)? {
        guard value[start...].starts(with: "=?".utf8) else { return nil }
        // Words are short (75 bytes), which keeps this linear.
        let pieces = value[(start + 2)..<min(start + 512, value.count)].split(
            separator: UInt8(ascii: "?"), maxSplits: 3, omittingEmptySubsequences: false)
        guard pieces.count == 4, pieces[3].first == UInt8(ascii: "="), pieces[1].count == 1 else {
            return nil
        }
        let text =
            pieces[1].first.map { $0 | 0x20 } == UInt8(ascii: "b")
            ? base64(pieces[2]) : quotedPrintable(pieces[2], isWord: true)
        let charset = String(decoding: pieces[0].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
        return (convertToUTF8(text, from: charset), pieces[3].startIndex + 1)
    }

    /// HTML with a line break in place of each tag, without scripts and styles; entities are left to the screener.
    static func withoutTags(_ html: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var i = 0
        while i < html.count {
            guard html[i] == UInt8(ascii: "<") else {
                result.append(html[i])
                i += 1
                continue
            }
            let close = html[i...].firstIndex(of: UInt8(ascii: ">")) ?? html.count - 1
            let name = lowercased(Array(html[(i + 1)...].prefix(7)))
            i = close + 1
            for hidden in ["script", "style"] where name.hasPrefix(hidden) {
                while i < html.count, !isClosing(html, i, hidden) { i += 1 }
            }
            if result.last != 0x0A { result.append(0x0A) }
        }
        return result
    }

    private static func isClosing(_ html: [UInt8], _ i: Int, _ name: String) -> Bool {
        html[i] == UInt8(ascii: "<") && i + 1 < html.count && html[i + 1] == UInt8(ascii: "/")
            && lowercased(Array(html[(i + 2)...].prefix(name.utf8.count))) == name
    }
}
