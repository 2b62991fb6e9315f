/// Makes texts of strangers harmless on a terminal.
enum Printable {
    /// The text with control characters and direction overrides shown as U+FFFD instead of obeyed.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var result = String.UnicodeScalarView()
        for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
            result.append(isObeyed(scalar) ? "\u{FFFD}" : scalar)
        }
        return String(result)
    }

    /// Whether a terminal would act on the scalar instead of showing it.
    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A, 0x09: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// A link, address or handle that nothing turns into something to click.
    static func defanged(_ value: String) -> String {
        var result = ""
        for character in value {
            if character == "." {
                result += "[.]"
            } else {
                result.append(character)
            }
        }
        if result.hasPrefix("http") { result = "hxxp" + result.dropFirst(4) }
        return text(result.utf8)
    }
}
