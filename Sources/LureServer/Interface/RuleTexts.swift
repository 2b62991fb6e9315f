import LureBatch

/// What rules and recipes say in one language: `rules/texts/<tag>.json`.
struct RuleTexts {
    /// The words of one rule or recipe.
    struct Words: Equatable {
        var title = ""
        var why = ""
        var ask: [String] = []
        var falseAlarms: [String] = []
    }

    private(set) var rules: [String: Words] = [:]
    private(set) var recipes: [String: Words] = [:]

    /// - Throws: where the file is not what it should be.
    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFault) {
        for (name, value) in try Self.members(bytes) {
            switch name {
            case "rules": rules = try Self.entries(value)
            case "recipes": recipes = try Self.entries(value)
            default: break
            }
        }
    }

    private typealias Bytes = UnsafeBufferPointer<UInt8>

    private static func members(_ object: Bytes) throws(JSONFault) -> [(String, Bytes)] {
        var reader = JSONObjectReader()
        try reader.read(object)
        return reader.members.map { member in
            (
                text(UnsafeBufferPointer(rebasing: object[member.key])),
                UnsafeBufferPointer(rebasing: object[member.value])
            )
        }
    }

    private static func entries(_ object: Bytes) throws(JSONFault) -> [String: Words] {
        var entries: [String: Words] = [:]
        for (id, value) in try members(object) { entries[id] = try words(value) }
        return entries
    }

    private static func words(_ object: Bytes) throws(JSONFault) -> Words {
        var words = Words()
        for (name, value) in try members(object) {
            switch name {
            case "title": words.title = string(value)
            case "why": words.why = string(value)
            case "ask": words.ask = try strings(value)
            case "falseAlarms": words.falseAlarms = try strings(value)
            default: break
            }
        }
        return words
    }

    private static func strings(_ array: Bytes) throws(JSONFault) -> [String] {
        var reader = JSONArrayReader()
        try reader.read(array)
        return reader.elements.map { string(UnsafeBufferPointer(rebasing: array[$0.value])) }
    }

    /// A value with its quotes.
    private static func string(_ value: Bytes) -> String {
        guard value.count >= 2, value.first == UInt8(ascii: "\"") else { return "" }
        return text(UnsafeBufferPointer(rebasing: value.dropFirst().dropLast()))
    }

    private static func text(_ raw: Bytes) -> String {
        var text: [UInt8] = []
        JSONText.appendUnescaped(raw, to: &text)
        return String(decoding: text, as: UTF8.self)
    }
}
