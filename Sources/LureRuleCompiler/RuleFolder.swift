import Foundation

/// The files of a rule folder, read but not yet parsed.
struct RuleFolder {
    var rules: [SourceFile] = []
    var recipes: [SourceFile] = []
    var concepts: [SourceFile] = []
    var conceptReadme: SourceFile?
    var weights: SourceFile?
    var thresholds: SourceFile?
    /// Folded words for people, which phrases may not hold; see `people-words.tsv`.
    var peopleWords: SourceFile?
    /// nil: sources are not checked.
    var sources: SourceFile?
    var diagnostics: [Diagnostic] = []

    /// Folders beside the families that hold other things.
    private static let otherFolders = ["concepts", "recipes", "languages"]

    static func read(_ directory: String) -> RuleFolder {
        var folder = RuleFolder()
        let root = URL(fileURLWithPath: directory)
        let name = root.lastPathComponent
        for child in contents(of: root) {
            let path = "\(name)/\(child)"
            let url = root.appendingPathComponent(child)
            switch child {
            case "weights.tsv": folder.weights = folder.file(url, path)
            case "thresholds.yml": folder.thresholds = folder.file(url, path)
            case "people-words.tsv": folder.peopleWords = folder.file(url, path)
            case "concepts":
                folder.concepts = folder.files(in: url, path, extension: ".tsv")
                if contents(of: url).contains("README.md") {
                    folder.conceptReadme = folder.file(
                        url.appendingPathComponent("README.md"), "\(path)/README.md")
                }
            case "recipes": folder.recipes = folder.files(in: url, path, extension: ".yml")
            default:
                if !otherFolders.contains(child), url.hasDirectory {
                    folder.rules += folder.files(in: url, path, extension: ".yml")
                }
            }
        }
        let sources = root.deletingLastPathComponent().appendingPathComponent("docs/sources.md")
        if FileManager.default.fileExists(atPath: sources.path) {
            folder.sources = folder.file(sources, "docs/sources.md")
        }
        return folder
    }

    private static func contents(of url: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
    }

    private mutating func files(in url: URL, _ path: String, extension ending: String) -> [SourceFile] {
        Self.contents(of: url).filter { $0.hasSuffix(ending) }.compactMap {
            file(url.appendingPathComponent($0), "\(path)/\($0)")
        }
    }

    private mutating func file(_ url: URL, _ path: String) -> SourceFile? {
        guard let data = FileManager.default.contents(atPath: url.path) else {
            diagnostics.append(
                Diagnostic(
                    .unreadableFile, "the file can't be read", at: Place(SourceFile(path: path, text: ""))))
            return nil
        }
        guard let text = String(data: data, encoding: .utf8) else {
            let repaired = SourceFile(path: path, text: String(decoding: data, as: UTF8.self))
            let line = repaired.lines.firstIndex { $0.unicodeScalars.contains("\u{FFFD}") } ?? 0
            diagnostics.append(
                Diagnostic(.unreadableFile, "the file is not UTF-8", at: Place(repaired, line: line + 1)))
            return nil
        }
        return SourceFile(path: path, text: text)
    }
}

extension URL {
    fileprivate var hasDirectory: Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
            && isDirectory.boolValue
    }
}
