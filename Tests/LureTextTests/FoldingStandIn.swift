import Foundation

@testable import LureText

/// Folds and cuts a text as far as language identification needs it.
func foldedAndSegmented(_ text: String) -> (FoldedText, Segmentation) {
    var string = text.lowercased().precomposedStringWithCompatibilityMapping
        .replacingOccurrences(of: "đ", with: "d").replacingOccurrences(of: "’", with: "'")
    if string.unicodeScalars.contains(where: { $0.value < 0x80 && $0.properties.isAlphabetic }) {
        string =
            String(
                String.UnicodeScalarView(
                    string.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
                        !(0x300...0x36F ~= $0.value)
                    })
            ).precomposedStringWithCanonicalMapping
    }
    var folded = FoldedText()
    folded.bytes = Array(string.utf8)
    var segmentation = Segmentation()
    var offset: UInt32 = 0
    for scalar in string.unicodeScalars {
        let end = offset + UInt32(UTF8.width(scalar))
        let isMark = [.nonspacingMark, .spacingMark].contains(scalar.properties.generalCategory)
        let isUnspaced: Bool
        switch scalar.value {
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x4E00...0x9FFF:
            isUnspaced = true
        default: isUnspaced = false
        }
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || isMark || scalar == "'" {
            if let last = segmentation.words.last, last.end == offset, last.isUnspaced == isUnspaced {
                segmentation.words[segmentation.words.count - 1].end = end
            } else {
                segmentation.words.append(.init(start: offset, end: end, position: 0, isUnspaced: isUnspaced))
            }
        }
        offset = end
    }
    return (folded, segmentation)
}
