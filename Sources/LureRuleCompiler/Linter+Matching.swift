import LurePatterns
import LureText

/// Checks of what a rule matches with: phrases, expressions, and the forms of concepts.
extension Linter {
    mutating func checkPhrases(_ rule: RuleFile) {
        var seen: [[UInt8]: Set<String>] = [:]
        let people = folder.peopleWords.map { PeopleWordFile.words(in: $0) } ?? []
        for phrase in rule.phrases {
            let folded = FormFolding.fold(phrase.text.value)
            if folded.isEmpty {
                report(.emptyPhrase, "nothing of the phrase is left after folding", at: phrase.text.place)
            } else if !seen[folded, default: []].insert(phrase.language).inserted {
                report(
                    .repeatedPhrase, "the phrase stands twice under '\(phrase.language)'",
                    at: phrase.text.place)
            }
            if let word = people.first(where: { PeopleWordFile.holds(folded, $0) }) {
                report(
                    .wordAgainstPeople, "the phrase names people by origin or faith: '\(word)'",
                    at: phrase.text.place)
            }
        }
    }

    mutating func checkRegexes(_ rule: RuleFile) {
        for regex in rule.regexes {
            if let fault = RegexSet.fault(in: regex.pattern.value) {
                let before = String(
                    decoding: Array(regex.pattern.value.utf8.prefix(fault.offset)), as: UTF8.self)
                report(
                    .brokenRegex, "the expression does not compile: \(fault.message)",
                    at: regex.pattern.place.moved(by: before.unicodeScalars.count))
            } else if let strain = RegexStrain.input(
                against: regex.pattern.value, literals: regex.literals.map(\.value))
            {
                report(
                    .slowRegex, "the expression gives up on a text such as '\(strain)'",
                    at: regex.pattern.place)
            }
            let literals = regex.literals.filter { !FormFolding.fold($0.value).isEmpty }
            if literals.isEmpty {
                report(.regexWithoutLiteral, "the expression has no literal", at: regex.pattern.place)
            }
        }
    }

    /// Within a rule a phrase inside another makes the longer one idle; between rules one text counts twice.
    mutating func checkPhrasesAcrossRules() {
        var owners: [[String]: String] = [:]
        for rule in source.rules {
            let phrases = rule.phrases.map { ($0, PhraseWords.words(of: $0.text.value)) }
            for (phrase, words) in phrases where !words.isEmpty {
                let shorter = phrases.first { other, otherWords in
                    other.language == phrase.language && otherWords != words
                        && PhraseWords.holds(words, otherWords)
                }
                if let shorter {
                    report(
                        .swallowedPhrase, "the phrase holds '\(shorter.0.text.value)' of the same rule",
                        at: phrase.text.place)
                }
                let key = [phrase.language] + words
                if let owner = owners[key], owner != rule.id.value {
                    report(.phraseOfTwoRules, "the phrase stands in '\(owner)' too", at: phrase.text.place)
                }
                owners[key] = rule.id.value
            }
        }
    }

    mutating func checkConceptRows() {
        var seen: Set<[String]> = []
        for row in source.conceptRows {
            if !concepts.contains(row.concept.value) {
                report(.unknownConcept, "'\(row.concept.value)' is not defined", at: row.concept.place)
            }
            let folded = FormFolding.fold(row.form.value)
            let letters = String(decoding: folded, as: UTF8.self).unicodeScalars.count
            if letters == 0 || row.kind == .stem && letters < 2 {
                report(
                    .shortForm, "'\(row.form.value)' is too short for a \(row.kind.rawValue)",
                    at: row.form.place)
            }
            if !seen.insert([row.language, row.concept.value, row.form.value]).inserted {
                report(
                    .repeatedRow, "'\(row.form.value)' stands twice under this concept", at: row.form.place)
            }
        }
    }
}

/// Words that name people by nationality, ethnicity or faith; no phrase of a rule may hold one.
enum PeopleWordFile {
    /// Folded words: the second column.
    static func words(in file: SourceFile) -> [String] {
        file.lines.dropFirst().compactMap { line in
            let fields = line.split(separator: "\t")
            guard fields.count >= 2 else { return nil }
            return String(decoding: FormFolding.fold(String(fields[1])), as: UTF8.self)
        }
    }

    /// Whether a folded phrase holds the word: as a whole word, or anywhere in scripts without spaces.
    static func holds(_ phrase: [UInt8], _ word: String) -> Bool {
        let text = String(decoding: phrase, as: UTF8.self)
        if let first = word.unicodeScalars.first, first.value >= 0x0E00, first.value < 0xAC00 {
            return text.contains(word)
        }
        return text.split { !$0.isLetter && !$0.isNumber }.contains { $0 == word }
    }
}

/// Phrases as sequences of what can't be cut: words, or single characters of scripts without spaces.
enum PhraseWords {
    static func words(of phrase: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in String(decoding: FormFolding.fold(phrase), as: UTF8.self).unicodeScalars {
            let isUnspaced =
                (0x0E00...0x0EFF).contains(scalar.value) || (0x1000...0x109F).contains(scalar.value)
                || (0x1780...0x17FF).contains(scalar.value) || (0x3040...0x9FFF).contains(scalar.value)
            if scalar == " " || isUnspaced {
                if !word.isEmpty { words.append(word) }
                word = ""
                if isUnspaced { words.append(String(scalar)) }
            } else {
                word.unicodeScalars.append(scalar)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    /// Whether `part` stands in `words` without a gap.
    static func holds(_ words: [String], _ part: [String]) -> Bool {
        guard !part.isEmpty, part.count <= words.count else { return false }
        return (0...words.count - part.count).contains { words[$0..<$0 + part.count].elementsEqual(part) }
    }
}
