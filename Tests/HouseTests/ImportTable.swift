import Foundation
import Testing

/// What each module may import, as docs/architecture.md has it. Imports point one way.
private let allowed: [String: Set<String>] = [
    "LureText": ["CLureSupport"],
    "LurePatterns": ["LureText", "CPCRE2"],
    "LureModel": ["LureText", "CLureSupport"],
    "LureRules": ["LureText", "LurePatterns"],
    "LureScreen": ["LureText", "LurePatterns", "LureRules", "LureModel", "LureBundle", "CLureSupport"],
    "LureRuleCompiler": [
        "LureText", "LurePatterns", "LureRules", "LureScreen", "LureRuleSources", "Yams", "Foundation",
    ],
    "LureBatch": [
        "LureText", "LureRules", "LureScreen", "CZlib", "CZstd", "Synchronization", "Glibc", "Musl", "Darwin",
    ],
    "LureEvaluation": [
        "LureText", "LurePatterns", "LureRules", "LureScreen", "LureRuleCompiler", "Foundation",
    ],
    "LureServer": [
        "LureText", "LureRules", "LureScreen", "LureBatch", "LureWebFiles", "HummingbirdCore", "HTTPTypes",
        "Logging",
        "NIOCore", "NIOHTTP1", "NIOHTTPTypes", "NIOPosix", "ServiceLifecycle", "UnixSignals",
        "Synchronization", "Glibc",
        "Musl", "Darwin",
    ],
    "LureTraining": [
        "LureText", "LureRules", "LureModel", "LureScreen", "LureRuleCompiler", "CLureSupport", "Foundation",
    ],
]
private let core = ["LureText", "LurePatterns", "LureModel", "LureRules", "LureScreen"]

private let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

private struct SourceFile {
    let path: String
    let lines: [Substring]
}

private func sources(of module: String) throws -> [SourceFile] {
    let folder = root.appendingPathComponent("Sources/\(module)")
    let names = try #require(FileManager.default.enumerator(atPath: folder.path)).compactMap { $0 as? String }
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        return SourceFile(
            path: "Sources/\(module)/\(name)",
            lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
}

@Test("a module imports only what the import table allows", arguments: allowed.keys.sorted())
func imports(_ module: String) throws {
    let files = try sources(of: module)
    #expect(!files.isEmpty)
    for file in files {
        for line in file.lines {
            let words = line.trimmingCharacters(in: .whitespaces).split(separator: " ")
            guard let position = words.firstIndex(of: "import"), position <= 1, words.count > position + 1
            else {
                continue
            }
            let imported = String(words[position + 1])
            #expect(allowed[module]?.contains(imported) == true, "\(file.path) imports \(imported)")
        }
    }
}

@Test(
    "the core uses nothing that Embedded Swift or its own purity forbids", arguments: core,
    ["any ", "(\\.", "Codable", "import Foundation", " print(", "try!", "fatalError(", "as! "])
func purity(_ module: String, _ forbidden: String) throws {
    for file in try sources(of: module) {
        for (number, line) in file.lines.enumerated() {
            let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
            let isCode = !code.contains("\"")
            #expect(!(isCode && code.contains(forbidden)), "\(file.path):\(number + 1) has \(forbidden)")
        }
    }
}

@Test("only the command prints or exits")
func quietLibraries() throws {
    for module in allowed.keys.sorted() {
        for file in try sources(of: module) {
            for (number, line) in file.lines.enumerated() where !line.contains("//") {
                #expect(!line.contains(" print("), "\(file.path):\(number + 1)")
                #expect(!line.contains(" exit("), "\(file.path):\(number + 1)")
            }
        }
    }
}

@Test("no source file is longer than 600 lines")
func fileSizes() throws {
    for module in allowed.keys.sorted() + ["lurescreen"] {
        for file in try sources(of: module) {
            #expect(file.lines.count <= 600, "\(file.path) has \(file.lines.count) lines")
        }
    }
}
