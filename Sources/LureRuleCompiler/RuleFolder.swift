import Foundation
import LureRuleSources

/// The files of a rule folder, read but not yet parsed.
struct RuleFolder {
    var rules: [SourceFile] = []
    var recipes: [SourceFile] = []
    var concepts: [SourceFile] = []
    /// Files that define concepts.
    var conceptReadmes: [SourceFile] = []
    /// Later ones outdo earlier ones.
    var weights: [SourceFile] = []
    var thresholds: SourceFile?
    /// The table of usual pay, `pay/usual-pay.yml`.
    var usualPay: SourceFile?
    /// Folded words for people, which phrases may not hold; see `people-words.tsv`.
    var peopleWords: SourceFile?
    /// Empty: sources are not checked.
    var sources: [SourceFile] = []
    /// Paths of files laid over the shipped ones; nil if the folder stands alone.
    var overlay: Set<String>?
    var diagnostics: [Diagnostic] = []

    /// Folders beside the families that hold other things.
    private static let otherFolders = ["concepts", "recipes", "languages", "people-words"]

    /// Reads a folder. With a `thresholds.yml` it stands alone; any other is laid over the shipped rules.
    static func read(_ directory: String) -> RuleFolder {
        let root = URL(fileURLWithPath: directory)
        var folder = RuleFolder()
        guard root.hasDirectory else {
            folder.diagnostics.append(
                Diagnostic(
                    .unreadableFile, "there is no folder '\(directory)'",
                    at: Place(SourceFile(path: directory, text: "")),
                    help: "name the folder that holds the rules"))
            return folder
        }
        let name = root.lastPathComponent
        for child in contents(of: root) {
            let url = root.appendingPathComponent(child)
            if url.hasDirectory {
                for file in contents(of: url) {
                    folder.add(url.appendingPathComponent(file), as: [name, child, file])
                }
            } else {
                folder.add(url, as: [name, child])
            }
        }
        let sources = root.deletingLastPathComponent().appendingPathComponent("docs/sources.md")
        if FileManager.default.fileExists(atPath: sources.path) {
            folder.add(sources, as: ["docs", "sources.md"])
        }
        if folder.isEmpty {
            folder.diagnostics.append(
                Diagnostic(
                    .unreadableFile, "the folder holds no rule files",
                    at: Place(SourceFile(path: directory, text: "")),
                    help: "lay it out like rules/, as docs/rule-files.md says"))
        }
        return folder.thresholds == nil ? shipped.overlaid(by: folder) : folder
    }

    private var isEmpty: Bool {
        rules.isEmpty && recipes.isEmpty && concepts.isEmpty && weights.isEmpty && usualPay == nil
            && diagnostics.isEmpty
    }

    /// The project's own rules, as they are inside the command.
    static let shipped: RuleFolder = {
        var folder = RuleFolder()
        let files = UnsafeBufferPointer(start: lure_rule_sources(), count: lure_rule_source_count())
        for file in files {
            let text = String(
                decoding: UnsafeBufferPointer(start: file.bytes, count: file.size), as: UTF8.self)
            let path = String(cString: file.path)
            folder.add(SourceFile(path: path, text: text), as: path.split(separator: "/").map(String.init))
        }
        return folder
    }()

    /// These files with others laid over them: rules and recipes of the same name give way, forms and weights add up.
    func overlaid(by other: RuleFolder) -> RuleFolder {
        var folder = self
        let names = Set((other.rules + other.recipes).map(\.stem))
        let files =
            other.rules + other.recipes + other.concepts + other.conceptReadmes + other.weights
            + (other.usualPay.map { [$0] } ?? [])
        folder.rules = rules.filter { !names.contains($0.stem) } + other.rules
        folder.recipes = recipes.filter { !names.contains($0.stem) } + other.recipes
        folder.concepts += other.concepts
        folder.conceptReadmes += other.conceptReadmes
        folder.weights += other.weights
        folder.sources += other.sources
        folder.usualPay = other.usualPay ?? usualPay
        folder.overlay = Set(files.map(\.path))
        folder.diagnostics += other.diagnostics
        return folder
    }

    private mutating func add(_ url: URL, as parts: [String]) {
        guard Self.isRuleFile(parts) else { return }
        let path = parts.joined(separator: "/")
        guard let data = FileManager.default.contents(atPath: url.path) else {
            diagnostics.append(
                Diagnostic(
                    .unreadableFile, "the file can't be read", at: Place(SourceFile(path: path, text: ""))))
            return
        }
        guard let text = String(data: data, encoding: .utf8) else {
            let repaired = SourceFile(path: path, text: String(decoding: data, as: UTF8.self))
            let line = repaired.lines.firstIndex { $0.unicodeScalars.contains("\u{FFFD}") } ?? 0
            diagnostics.append(
                Diagnostic(.unreadableFile, "the file is not UTF-8", at: Place(repaired, line: line + 1)))
            return
        }
        add(SourceFile(path: path, text: text), as: parts)
    }

    private static func isRuleFile(_ parts: [String]) -> Bool {
        guard let name = parts.last else { return false }
        if parts.count == 2 {
            return ["weights.tsv", "thresholds.yml", "people-words.tsv", "sources.md"].contains(name)
        }
        if parts[1] == "concepts" { return name.hasSuffix(".tsv") || name == "README.md" }
        return name.hasSuffix(".yml") && (parts[1] == "recipes" || !otherFolders.contains(parts[1]))
    }

    /// Puts a file where its path says it belongs: `<root>/<name>` or `<root>/<folder>/<name>`.
    mutating func add(_ file: SourceFile, as parts: [String]) {
        switch (parts.dropFirst().first, parts.last) {
        case (_, "weights.tsv") where parts.count == 2: weights.append(file)
        case (_, "thresholds.yml") where parts.count == 2: thresholds = file
        case (_, "people-words.tsv") where parts.count == 2: peopleWords = file
        case (_, "sources.md") where parts.count == 2: sources.append(file)
        case ("pay", "usual-pay.yml"): usualPay = file
        case ("concepts", "README.md"): conceptReadmes.append(file)
        case ("concepts", _): concepts.append(file)
        case ("recipes", _): recipes.append(file)
        default: rules.append(file)
        }
    }

    private static func contents(of url: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
    }
}

extension URL {
    fileprivate var hasDirectory: Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
            && isDirectory.boolValue
    }
}
