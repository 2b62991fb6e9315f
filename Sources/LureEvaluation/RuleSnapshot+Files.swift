import Foundation
public import LureScreen

extension RuleSnapshot {
    /// The file, without its ending, that holds what is found in the texts of `file`: one for each language code.
    public static func name(for file: String) -> String {
        URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
    }

    /// Texts of several files, by the name of their snapshot, in the order of the files.
    public struct Texts: Sendable {
        public private(set) var names: [String] = []
        public private(set) var texts: [String: [LabelledText]] = [:]

        public init() {}

        public mutating func add(_ more: [LabelledText], from file: String) {
            let name = RuleSnapshot.name(for: file)
            if texts[name] == nil { names.append(name) }
            texts[name, default: []] += more
        }
    }

    /// What is found in all of `texts`.
    public init(_ texts: [LabelledText], screener: Screener) {
        self.init()
        for text in texts { add(text, with: screener) }
    }
}
