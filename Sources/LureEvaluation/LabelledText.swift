import Foundation
import LureText

/// A text and what is known of it: the least that measuring needs.
public struct LabelledText: Sendable {
    /// What a text counts as when rules and word forms are measured.
    public enum Class: Int, CaseIterable, Sendable {
        case lure, offer, report, other, unlabelled

        public var name: String {
            switch self {
            case .lure: "lures"
            case .offer: "honest offers"
            case .report: "warnings and questions"
            case .other: "other texts"
            case .unlabelled: "unlabelled"
            }
        }
    }

    public var text: String
    public var textClass: Class
    /// As its row says; nil if it has none.
    public var id: String?

    public init(text: String, textClass: Class, id: String? = nil) {
        self.text = text
        self.textClass = textClass
        self.id = id
    }

    /// A row that can't be read.
    public struct Fault: Error, Sendable {
        public var file: String
        /// From 1.
        public var line: Int
        public var problem: String

        public var message: String { "\(file):\(line): \(problem)" }
    }

    /// Reads JSON lines with a `text`, and if they have it a `label` (`lure`, `legit`, 1 or 0) and a `kind` as in
    /// `training-data/`.
    /// - Returns: what could be read, and a fault for every other row.
    public static func read(_ content: Data, file: String) -> ([LabelledText], [Fault]) {
        var texts: [LabelledText] = []
        var faults: [Fault] = []
        let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.isEmpty {
            do throws(Problem) {
                texts.append(try parse(line))
            } catch {
                faults.append(Fault(file: file, line: index + 1, problem: error.text))
            }
        }
        return (texts, faults)
    }

    private struct Problem: Error { var text: String }

    private static func parse(_ line: Data) throws(Problem) -> LabelledText {
        guard let row = (try? JSONSerialization.jsonObject(with: line)) as? [String: Any] else {
            throw Problem(text: "the line is not a JSON object")
        }
        guard let text = row["text"] as? String else { throw Problem(text: "the row has no \"text\"") }
        let kind = (row["kind"] as? String).flatMap { TextKind(name: $0) }
        return LabelledText(
            text: text, textClass: try textClass(row["label"], kind), id: row["id"] as? String)
    }

    private static func textClass(_ label: Any?, _ kind: TextKind?) throws(Problem) -> Class {
        switch label {
        case nil: return .unlabelled
        case let name as String where name == "lure": return .lure
        case let number as NSNumber where number == 1: return .lure
        case let name as String where name == "legit": break
        case let number as NSNumber where number == 0: break
        default: throw Problem(text: "the label is none of lure, legit, 1 and 0")
        }
        switch kind {
        case .warning, .question, .distress: return .report
        case .other: return .other
        case .offer, nil: return .offer
        }
    }
}
