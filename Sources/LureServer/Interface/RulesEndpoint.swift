import HummingbirdCore
import LureRules
import LureScreen
import LureText
import NIOCore

/// `GET /v1/rules` and `/v1/rules/{id}`: what rules and recipes say, in a language where they have it.
struct RulesEndpoint {
    let site: Site

    func list(_ call: Call) throws(Problem) -> Response {
        let tag = try language(call)
        let file = call.generation.ruleList(tag) {
            RuleList(call.generation, texts(tag), tag).file
        }
        return FilesEndpoint.answer(file, to: call)
    }

    func one(_ call: Call) throws(Problem) -> Response {
        let tag = try language(call)
        let id = String(call.parameter)
        let list = RuleList(call.generation, texts(tag), tag)
        guard let file = list.file(of: id) else { throw .unknownRule() }
        return FilesEndpoint.answer(file, to: call)
    }

    /// The language asked for; one without texts is answered in English.
    private func language(_ call: Call) throws(Problem) -> String {
        let tag = call.query["language"] ?? "en"
        guard (1...35).contains(tag.utf8.count), RequestID.isWellFormed(tag) else {
            throw .parameter("language", "a language tag, for example vi or zh-Hans")
        }
        return site.files.bytes("rules/texts/\(tag).json") == nil ? "en" : tag
    }

    private func texts(_ tag: String) -> RuleTexts? {
        guard tag != "en", let bytes = site.files.bytes("rules/texts/\(tag).json") else { return nil }
        return try? RuleTexts(bytes.assumingMemoryBound(to: UInt8.self))
    }
}

/// Writes rules and recipes of a pack as JSON.
private struct RuleList {
    private let pack: RulePack
    private let answers: [(id: String, rule: Int)]
    private let texts: RuleTexts?
    private let tag: String

    init(_ generation: Generation, _ texts: RuleTexts?, _ tag: String) {
        pack = generation.screener.pack
        answers = generation.answers
        self.texts = texts
        self.tag = tag
    }

    var file: WebFile {
        var json = JSONBuffer()
        json.raw("{\"language\":")
        json.string(tag)
        json.raw(",\"rules\":[")
        for index in 0..<pack.ruleCount {
            if index > 0 { json.raw(",") }
            append(pack.rule(index), to: &json)
        }
        json.raw("],\"recipes\":[")
        for index in 0..<pack.recipeCount {
            if index > 0 { json.raw(",") }
            append(pack.recipe(index), to: &json)
        }
        json.raw("],\"answers\":[")
        for (place, answer) in answers.enumerated() {
            if place > 0 { json.raw(",") }
            json.raw("{\"id\":")
            json.string(answer.id)
            json.raw(",\"rule\":")
            json.string(pack.ruleID(answer.rule))
            json.raw("}")
        }
        json.raw("]}")
        return WebFile(type: MediaType.json, content: ByteBuffer(json))
    }

    /// One rule or recipe; nil if there is none of this id.
    func file(of id: String) -> WebFile? {
        var json = JSONBuffer()
        if let index = (0..<pack.ruleCount).first(where: { pack.ruleID($0) == id }) {
            append(pack.rule(index), to: &json)
        } else if let index = (0..<pack.recipeCount).first(where: { pack.recipeID($0) == id }) {
            append(pack.recipe(index), to: &json)
        } else {
            return nil
        }
        return WebFile(type: MediaType.json, content: ByteBuffer(json))
    }

    private func append(_ rule: RuleInfo, to json: inout JSONBuffer) {
        json.raw("{\"id\":")
        json.string(rule.id)
        json.raw(",\"family\":")
        json.string(rule.family)
        json.raw(",\"severity\":")
        json.string(rule.severity.name)
        json.raw(",\"status\":")
        json.string(rule.status.name)
        json.raw(",\"polarity\":")
        json.string(name(of: rule.polarity))
        append("categories", rule.categories.members.map(\.name), to: &json)
        let english = RuleTexts.Words(
            title: rule.title, why: rule.why, ask: rule.ask, falseAlarms: rule.falseAlarms)
        append(english, or: texts?.rules[rule.id], rule.sources, to: &json)
    }

    private func append(_ recipe: RecipeInfo, to json: inout JSONBuffer) {
        json.raw("{\"id\":")
        json.string(recipe.id)
        append("categories", recipe.categories.members.map(\.name), to: &json)
        let english = RuleTexts.Words(title: recipe.title, why: recipe.why, ask: recipe.ask)
        append(english, or: texts?.recipes[recipe.id], recipe.sources, to: &json)
    }

    private func append(
        _ english: RuleTexts.Words, or translated: RuleTexts.Words?, _ sources: [String],
        to json: inout JSONBuffer
    ) {
        let translated = translated.flatMap { $0.title.isEmpty ? nil : $0 }
        let words = translated ?? english
        json.raw(",\"title\":")
        json.string(words.title)
        json.raw(",\"why\":")
        json.string(words.why)
        append("ask", words.ask, to: &json)
        append("falseAlarms", words.falseAlarms, to: &json)
        append("sources", sources, to: &json)
        json.raw(",\"textLanguage\":")
        json.string(translated == nil ? "en" : tag)
        json.raw("}")
    }

    private func name(of polarity: Polarity) -> String {
        switch polarity {
        case .risk: "risk"
        case .mitigating: "mitigating"
        case .context: "context"
        }
    }

    private func append(_ name: StaticString, _ values: [String], to json: inout JSONBuffer) {
        json.raw(",\"")
        json.raw(name)
        json.raw("\":[")
        for (place, value) in values.enumerated() {
            if place > 0 { json.raw(",") }
            json.string(value)
        }
        json.raw("]")
    }
}
