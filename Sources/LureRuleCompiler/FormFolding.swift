import LureText

/// Folds forms and phrases as texts are folded: an unfolded form would never match.
enum FormFolding {
    static func fold(_ text: String) -> [UInt8] { Folder().fold(text).bytes }
}
