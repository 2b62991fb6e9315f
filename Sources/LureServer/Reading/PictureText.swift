import LureScreen

/// The text of a picture, made of the words Tesseract found.
struct PictureText {
    struct Word: Equatable {
        /// Place in `text`, in UTF-16 units.
        var place: Range<Int>
        /// 0…100, as Tesseract gives it.
        var confidence: Int
    }

    private(set) var text = ""
    private(set) var words: [Word] = []
    private var units = 0

    /// Below it a word should be looked at.
    static let lowConfidence = 60

    /// - Parameter table: Tesseract's tab-separated output: level, page, block, paragraph, line, word, four numbers of
    ///   a box, confidence, text.
    init(table: [UInt8]) {
        var before: (block: Substring, paragraph: Substring, line: Substring)?
        for row in String(decoding: table, as: UTF8.self).split(separator: "\n") {
            let fields = row.split(separator: "\t", maxSplits: 11, omittingEmptySubsequences: false)
            guard fields.count == 12, fields[0] == "5" else { continue }
            let word = fields[11].filter { !$0.isWhitespace }
            if word.isEmpty { continue }
            let here = (block: fields[2], paragraph: fields[3], line: fields[4])
            if let before {
                if before.block != here.block || before.paragraph != here.paragraph {
                    append("\n\n")
                } else if before.line != here.line {
                    append("\n")
                } else if !isUnspaced(text.unicodeScalars.last, word.unicodeScalars.first) {
                    append(" ")
                }
            }
            before = here
            let start = units
            append(word)
            let confidence = Double(fields[10]).map { Int(min(100, max(0, $0))) } ?? 0
            words.append(Word(place: start..<units, confidence: confidence))
        }
    }

    private mutating func append(_ part: some StringProtocol) {
        text += part
        units += part.utf16.count
    }

    /// Whether two characters stand together in scripts that put no spaces between words. Tesseract puts them there.
    private func isUnspaced(_ last: Unicode.Scalar?, _ first: Unicode.Scalar?) -> Bool {
        guard let last, let first else { return true }
        return Self.isUnspaced(last) && Self.isUnspaced(first)
    }

    /// Blocks of the Unicode Character Database: Thai, Lao, Myanmar, Khmer; CJK signs, kana, ideographs, full-width
    /// forms. Hangul is written with spaces.
    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x19E0...0x19FF, 0xA9E0...0xA9FF,
            0xAA60...0xAA7F, 0x3000...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF, 0xFF00...0xFF9F, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    /// As the API gives it.
    func append(to json: inout JSONBuffer) {
        json.raw("{\"text\":")
        json.string(text)
        json.raw(",\"words\":[")
        for (index, word) in words.enumerated() {
            if index > 0 { json.raw(",") }
            json.raw("{\"utf16\":")
            append(word.place, to: &json)
            json.raw(",\"confidence\":")
            json.integer(word.confidence)
            json.raw("}")
        }
        json.raw("],\"low\":[")
        var isFirst = true
        for word in words where word.confidence < Self.lowConfidence {
            if !isFirst { json.raw(",") }
            isFirst = false
            append(word.place, to: &json)
        }
        json.raw("]}")
    }

    private func append(_ place: Range<Int>, to json: inout JSONBuffer) {
        json.raw("[")
        json.integer(place.lowerBound)
        json.raw(",")
        json.integer(place.upperBound)
        json.raw("]")
    }
}
