import Foundation

/// Disguises that write letters or digits with other signs.
enum Substitution {
    static func rewritten(_ text: String, _ method: DisguiseMethod) -> String {
        switch method {
        case .halfWidthKana: halfWidthKana(text)
        case .nativeDigits: nativeDigits(text)
        case .greekLookAlikes: replaced(text, greek)
        case .homoglyphMix: mixed(text)
        case .mathLetters: shifted(text, upper: 0x1D400, lower: 0x1D41A)
        case .enclosedLetters: shifted(text, upper: 0x24B6, lower: 0x24D0)
        default: text
        }
    }

    /// ASCII letters moved to a block that begins with A and with a.
    private static func shifted(_ text: String, upper: UInt32, lower: UInt32) -> String {
        mapped(text) { scalar in
            switch scalar.value {
            case 0x41...0x5A: Unicode.Scalar(scalar.value - 0x41 + upper)
            case 0x61...0x7A: Unicode.Scalar(scalar.value - 0x61 + lower)
            default: nil
            }
        }
    }

    /// Katakana in half width. Hiragana has no such form.
    private static func halfWidthKana(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isKatakana = (0x30A1...0x30FC).contains(scalar.value)
            result +=
                isKatakana
                ? String(scalar).applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? String(scalar)
                : String(scalar)
        }
        return result
    }

    /// ASCII digits as those of the text's script, where it has its own.
    private static func nativeDigits(_ text: String) -> String {
        let zeros: [(ClosedRange<UInt32>, UInt32)] = [
            (0x0E01...0x0E2E, 0x0E50), (0x0E81...0x0EAE, 0x0ED0), (0x1780...0x17A2, 0x17E0),
            (0x1000...0x102A, 0x1040), (0x0904...0x0939, 0x0966), (0x0985...0x09B9, 0x09E6),
            (0x0620...0x064A, 0x0660),
        ]
        var sizes = [Int](repeating: 0, count: zeros.count)
        for scalar in text.unicodeScalars {
            if let place = zeros.firstIndex(where: { $0.0.contains(scalar.value) }) { sizes[place] += 1 }
        }
        guard let most = sizes.max(), most > 0, let place = sizes.firstIndex(of: most) else { return text }
        return mapped(text) { scalar in
            (0x30...0x39).contains(scalar.value)
                ? Unicode.Scalar(scalar.value - 0x30 + zeros[place].1) : nil
        }
    }

    /// Look-alikes in turn from Cyrillic, Greek and Latin letters, every second letter that has one.
    private static func mixed(_ text: String) -> String {
        var count = 0
        return mapped(text) { scalar in
            let choices = [cyrillic[scalar], greek[scalar], latin[scalar]].compactMap { $0 }
            guard !choices.isEmpty else { return nil }
            count += 1
            return count % 2 == 1 ? choices[(count / 2) % choices.count] : nil
        }
    }

    private static func replaced(_ text: String, _ table: [Unicode.Scalar: Unicode.Scalar]) -> String {
        mapped(text) { table[$0] }
    }

    private static func mapped(_ text: String, _ write: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(write(scalar) ?? scalar) }
        return String(result)
    }

    // Letters that look alike in most typefaces; the idea, not the data, of Unicode's UTS #39.

    /// Latin and Cyrillic letters to Greek ones.
    private static let greek = table(
        "aoiuvpntAEOPTHKXMBIZYN" + "аорАЕОРТНКХМВ", "αοιυνρητΑΕΟΡΤΗΚΧΜΒΙΖΥΝ" + "αορΑΕΟΡΤΗΚΧΜΒ")
    /// Latin letters to Cyrillic ones.
    private static let cyrillic = table("aeopcxysijAEOPCTHKXMB", "аеорсхуѕіјАЕОРСТНКХМВ")
    /// Cyrillic letters to Latin ones.
    private static let latin = table("аеорсхуѕіјАЕОРСТНКХМВ", "aeopcxysijAEOPCTHKXMB")

    private static func table(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
        Dictionary(uniqueKeysWithValues: zip(from.unicodeScalars, to.unicodeScalars))
    }
}
