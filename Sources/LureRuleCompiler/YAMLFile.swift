import Yams

/// Reads one YAML file and keeps track of places and faults.
struct YAMLReader {
    let file: SourceFile
    var diagnostics: [Diagnostic] = []

    init(_ file: SourceFile) { self.file = file }

    /// The top mapping of the file, or nil with a fault.
    mutating func root() -> Node.Mapping? {
        do {
            guard let node = try Yams.compose(yaml: file.lines.joined(separator: "\n")) else {
                report(.malformedYAML, "the file is empty", at: Place(file))
                return nil
            }
            guard case .mapping(let mapping) = node else {
                report(.wrongShape, "the file must be a mapping of keys", at: place(of: node))
                return nil
            }
            return mapping
        } catch let error as YamlError {
            let (message, line, column) = Self.describe(error)
            report(.malformedYAML, message, at: Place(file, line: line, column: column))
        } catch {
            report(.malformedYAML, "the file does not parse", at: Place(file))
        }
        return nil
    }

    private static func describe(_ error: YamlError) -> (String, Int, Int) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (problem, mark.line, mark.column)
        case .duplicatedKeysInMapping(let duplicates, let context):
            (
                "the key \(duplicates.map { "'\($0)'" }.joined(separator: ", ")) stands twice",
                context.mark.line,
                context.mark.column
            )
        case .reader(let problem, _, _, _): (problem, 1, 1)
        default: ("the file does not parse", 1, 1)
        }
    }

    mutating func report(_ code: LintCode, _ message: String, at place: Place, help: String? = nil) {
        diagnostics.append(Diagnostic(code, message, at: place, help: help))
    }

    func place(of node: Node) -> Place {
        Place(file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }

    /// Where the first character of a scalar's text stands.
    func textPlace(of node: Node) -> Place {
        let place = place(of: node)
        switch node.scalar?.style {
        case .singleQuoted?, .doubleQuoted?: return place.moved(by: 1)
        case .folded?, .literal?: return Place(file, line: min(place.line + 1, file.lines.count), column: 1)
        default: return place
        }
    }

    /// The entries of a mapping by key; unknown keys are reported.
    mutating func entries(
        of mapping: Node.Mapping, allowed: [String], required: [String], at place: Place, what: String
    ) -> [String: Node] {
        var entries: [String: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.scalar?.string else {
                report(.wrongShape, "a key must be a word", at: self.place(of: key))
                continue
            }
            guard allowed.contains(name) else {
                report(.unknownKey, "\(what) has no key '\(name)'", at: self.place(of: key))
                continue
            }
            entries[name] = value
        }
        for name in required where entries[name] == nil {
            report(.missingKey, "\(what) needs the key '\(name)'", at: place)
        }
        return entries
    }

    mutating func text(_ node: Node?, _ what: String) -> Located<String>? {
        guard let node else { return nil }
        guard let scalar = node.scalar else {
            report(.wrongShape, "\(what) must be a text", at: place(of: node))
            return nil
        }
        return Located(scalar.string, at: textPlace(of: node))
    }

    mutating func texts(_ node: Node?, _ what: String) -> [Located<String>] {
        guard let node else { return [] }
        guard case .sequence(let sequence) = node else {
            report(.wrongShape, "\(what) must be a list", at: place(of: node))
            return []
        }
        return sequence.compactMap { text($0, "each item of \(what)") }
    }

    mutating func mapping(_ node: Node?, _ what: String) -> Node.Mapping? {
        guard let node else { return nil }
        guard case .mapping(let mapping) = node else {
            report(.wrongShape, "\(what) must be a mapping", at: place(of: node))
            return nil
        }
        return mapping
    }

    mutating func number(_ node: Node?, _ what: String) -> Located<Double>? {
        guard let text = text(node, what) else { return nil }
        guard let value = Double(text.value), value.isFinite else {
            report(.wrongShape, "\(what) must be a number", at: text.place)
            return nil
        }
        return Located(value, at: text.place)
    }
}
