import Foundation
import LureText

/// Folds forms and phrases as texts are folded: an unfolded form would never match.
enum FormFolding {
    static func fold(_ text: String) -> [UInt8] {
        let folded = text.folding(
            options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
        let words = folded.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return Array(words.utf8)
    }
}
