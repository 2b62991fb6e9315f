/// Weighs the evidence: first within each script, then between scripts.
struct LanguageJudgement {
    private let evidence: LanguageEvidence

    init(_ evidence: LanguageEvidence) { self.evidence = evidence }

    /// What one script says.
    struct Verdict {
        var language: Language?
        /// How clearly the language stands apart from others of its script, 0...1.
        var clarity = 0.0
        /// Words' worth of text in this script.
        var mass = 0.0
        var speaking: LanguageSet = []
    }

    func guess() -> LanguageGuess {
        var best = Verdict()
        var total = 0.0
        var speaking: LanguageSet = []
        func weigh(_ verdict: Verdict) {
            speaking.formUnion(verdict.speaking)
            total += verdict.mass
            if verdict.language != nil, verdict.mass > best.mass { best = verdict }
        }
        weigh(latin())
        weigh(cyrillic())
        weigh(arabic())
        weigh(devanagari())
        weigh(han())
        for writing in Writing.allCases where writing != .kana {
            if let language = writing.language { weigh(only(language, writing)) }
        }
        // Written alike, and no few words tell them apart: where one speaks both do.
        let twins: [(Language, Language)] = [(.indonesian, .malay), (.hindiLatin, .urduLatin)]
        for (one, other) in twins {
            let pair = LanguageSet(one).union(LanguageSet(other))
            if !speaking.isDisjoint(with: pair) { speaking.formUnion(pair) }
        }
        var guess = LanguageGuess()
        guess.speaking = speaking
        guess.primary = best.language
        guess.confidence = best.language == nil ? 0 : best.clarity * best.mass / max(total, 1e-9)
        return guess
    }

    private func mass(_ writing: Writing) -> Double {
        Double(evidence.scalarCount(writing)) / Double(writing.scalarsPerWord)
    }

    /// A script that only one language writes. One stray letter lets it speak but does not make it the primary.
    private func only(_ language: Language, _ writing: Writing) -> Verdict {
        let count = evidence.scalarCount(writing)
        guard count > 0 else { return Verdict() }
        return Verdict(
            language: count > 1 ? language : nil, clarity: 1, mass: mass(writing),
            speaking: LanguageSet(language))
    }
}

extension LanguageJudgement {
    private static let latinLanguages: [Language] = [
        .english, .vietnamese, .indonesian, .malay, .tagalog, .hindiLatin, .urduLatin, .swahili, .spanish,
        .portuguese,
        .french,
    ]

    /// Every language borrows English words, so English must outweigh another one by so much to be the primary.
    private static let englishHandicap = 0.48

    private func strength(_ language: Language) -> Double {
        let score = Double(evidence.score(language))
        return language == .english ? score * Self.englishHandicap : score
    }

    private func latin() -> Verdict {
        guard evidence.latinWords > 0 || evidence.scalarCount(.latin) > 0 else { return Verdict() }
        var first = Language.english
        var second = 0.0
        for language in Self.latinLanguages.dropFirst() {
            if strength(language) > strength(first) { first = language }
        }
        for language in Self.latinLanguages where language != first {
            second = max(second, strength(language))
        }
        guard isEnough(first) else {
            return Verdict(mass: Double(evidence.knownLatinWords) / 2, speaking: undecidedSpeaking())
        }
        let known = Double(evidence.knownLatinWords)
        var verdict = Verdict(language: first, speaking: latinSpeaking(first))
        verdict.clarity = (1 - second / (2 * strength(first))) * min(1, Double(evidence.count(first)) / 4)
        verdict.mass = first == .english ? known * 0.6 : max(known, Double(evidence.count(first)))
        return verdict
    }

    /// All, unless the Latin words are but a few names and abbreviations in a text of another script.
    private func undecidedSpeaking() -> LanguageSet {
        let others = Writing.allCases.reduce(0.0) { $1 == .latin || $1 == .other ? $0 : $0 + mass($1) }
        guard Double(evidence.latinWords) < others else { return .latin }
        return Self.latinLanguages.reduce(into: LanguageSet(.english)) { speaking, language in
            if evidence.count(language) > 0 { speaking.insert(LanguageSet(language)) }
        }
    }

    /// Two words, or one word with telling letters, that make up a fair part of the text: else a language that is
    /// not known here would pass for one that is, by the short words they happen to share.
    private func isEnough(_ language: Language) -> Bool {
        let count = evidence.count(language)
        guard count >= 2, evidence.score(language) >= 6 else { return false }
        return count * 7 >= evidence.latinWords || count >= 6 && count * 12 >= evidence.latinWords
    }

    private func latinSpeaking(_ first: Language) -> LanguageSet {
        var speaking = LanguageSet(first)
        // A few words in a short text weigh more than in a long one.
        let isShort = evidence.knownLatinWords < 8
        for language in Self.latinLanguages where evidence.count(language) >= (isShort ? 1 : 2) {
            if Double(evidence.score(language)) >= 0.25 * Double(evidence.score(first)) {
                speaking.insert(LanguageSet(language))
            }
        }
        // Too close to keep apart in a chat message.
        for pair in [[Language.indonesian, .malay], [.hindiLatin, .urduLatin]] {
            let both: LanguageSet = [LanguageSet(pair[0]), LanguageSet(pair[1])]
            if !speaking.isDisjoint(with: both) { speaking.formUnion(both) }
        }
        return speaking
    }

    private func cyrillic() -> Verdict {
        guard evidence.scalarCount(.cyrillic) > 0 else { return Verdict() }
        var verdict = between(.russian, .mongolian, mass: mass(.cyrillic))
        if evidence.foreignCyrillic > 1, evidence.foreignCyrillic * 25 > evidence.scalarCount(.cyrillic) {
            verdict.language = nil
        }
        return verdict
    }

    private func arabic() -> Verdict {
        guard evidence.scalarCount(.arabic) > 0 else { return Verdict() }
        return between(.arabic, .urdu, mass: mass(.arabic))
    }

    private func devanagari() -> Verdict {
        guard evidence.scalarCount(.devanagari) > 0 else { return Verdict() }
        return between(.hindi, .nepali, mass: mass(.devanagari))
    }

    /// Two languages of one script. Without evidence the first is taken, as the likelier one, with low clarity,
    /// and both speak.
    private func between(_ first: Language, _ second: Language, mass: Double) -> Verdict {
        let (a, b) = (Double(evidence.score(first)), Double(evidence.score(second)))
        var verdict = Verdict(language: mass >= 0.4 ? (b > a ? second : first) : nil, mass: mass)
        verdict.clarity = a + b == 0 ? 0.3 : max(a, b) / (a + b)
        if a >= 0.25 * b { verdict.speaking.insert(LanguageSet(first)) }
        if b >= 0.25 * a { verdict.speaking.insert(LanguageSet(second)) }
        return verdict
    }

    /// Han and Kana. Japanese mixes both, and writes some Han as nobody else does; Chinese writes no Kana but may
    /// quote a word of it.
    private func han() -> Verdict {
        let (kana, han) = (evidence.scalarCount(.kana), evidence.scalarCount(.han))
        guard kana + han > 0 else { return Verdict() }
        let chinese = max(evidence.simplified, evidence.traditional)
        let isJapanese =
            kana > 0 && kana * 8 >= han || evidence.japanese > 0 && evidence.japanese * 3 >= chinese
        var verdict = Verdict(mass: mass(.kana) + mass(.han))
        if isJapanese {
            verdict.language = kana + han > 1 ? .japanese : nil
            verdict.clarity = kana > 0 ? 1 : 0.7
            verdict.speaking = LanguageSet(.japanese)
            // Long stretches without Kana beside Japanese are Chinese.
            if evidence.simplified > evidence.japanese + kana { verdict.speaking.formUnion(Self.chinese) }
            return verdict
        }
        let (simplified, traditional) = (Double(evidence.simplified), Double(evidence.traditional))
        verdict.language =
            kana + han > 1 ? (traditional > simplified ? .chineseTraditional : .chineseSimplified) : nil
        verdict.clarity =
            simplified + traditional == 0 ? 0.5 : max(simplified, traditional) / (simplified + traditional)
        verdict.speaking = Self.chinese
        // A line of Japanese may do without Kana, and has no simplified characters then.
        if kana > 0 || evidence.simplified == 0 { verdict.speaking.insert(LanguageSet(.japanese)) }
        return verdict
    }

    /// Both writings are one after folding.
    private static let chinese: LanguageSet = [
        LanguageSet(.chineseSimplified), LanguageSet(.chineseTraditional),
    ]
}
