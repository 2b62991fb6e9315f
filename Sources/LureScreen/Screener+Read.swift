import LureModel
import LurePatterns
import LureRules
import LureText

extension Screener {
    /// Reads a message into `scratch.reading`: text, language, facts, concepts, rules.
    func read(
        _ text: UnsafeBufferPointer<UInt8>, muting muted: Set<Int> = [], scratch: inout Scratch
    ) {
        fold(text, &scratch)
        reveal(&scratch)
        readFacts(&scratch.reading)
        scratch.end(.facts)
        readConcepts(&scratch)
        evaluateRules(muting: muted, &scratch)
        noteFiredRules(&scratch.reading)
    }

    /// What can be read off a message, without judgement.
    package func reading(of bytes: [UInt8]) -> Reading {
        var scratch = makeScratch()
        bytes.withUnsafeBufferPointer { read($0, scratch: &scratch) }
        return scratch.reading
    }

    /// Reads a message into `scratch.reading`, with the features to train a classifier with.
    package func read(
        _ text: UnsafeBufferPointer<UInt8>, features extractor: FeatureExtractor, scratch: inout Scratch
    ) {
        read(text, scratch: &scratch)
        extractor.extract(featureInput(scratch.reading), into: &scratch.reading.features)
    }

    /// The folded view, its words and clauses, with words of people masked.
    private func fold(_ text: UnsafeBufferPointer<UInt8>, _ scratch: inout Scratch) {
        scratch.reading.notes = Folder().fold(
            text, into: &scratch.reading.folded, letters: &scratch.reading.letters)
        scratch.end(.folding)
        segment(text, &scratch.reading)
        scratch.end(.segmenting)
    }

    private func segment(_ text: UnsafeBufferPointer<UInt8>, _ reading: inout Reading) {
        Segmenter().segment(reading.folded, into: &reading.segmentation)
        if reading.people.apply(to: &reading.folded, reading.segmentation) {
            Segmenter().segment(reading.folded, into: &reading.segmentation)
            reading.letters.ignore(reading.people.sourceSpans, in: text)
        }
    }

    /// The revealed view, if the text shows signs of disguise, and the language.
    private func reveal(_ scratch: inout Scratch) {
        let isRevealed = revealDisguises(&scratch.reading)
        scratch.end(.disguises)
        hearLanguage(isRevealed: isRevealed, &scratch.reading)
        scratch.end(.language)
    }

    private func revealDisguises(_ reading: inout Reading) -> Bool {
        reading.disguises.removeAll(keepingCapacity: true)
        let isRevealed = Revealer().reveal(
            reading.folded, signs: reading.segmentation.signs, into: &reading.revealed,
            disguises: &reading.disguises)
        if !isRevealed { reading.revealed.removeAll() }
        return isRevealed
    }

    private func hearLanguage(isRevealed: Bool, _ reading: inout Reading) {
        LanguageIdentifier().identify(
            letters: reading.letters, folded: reading.folded, segmentation: reading.segmentation,
            into: &reading.language)
        if isRevealed { hearRevealedWords(&reading) }
    }

    /// Words behind a disguise tell the language too.
    private func hearRevealedWords(_ reading: inout Reading) {
        Segmenter().segment(reading.revealed, into: &reading.revealedSegmentation)
        var hidden = LanguageGuess()
        reading.revealed.bytes.withUnsafeBufferPointer { bytes in
            LanguageIdentifier().identify(
                original: bytes, folded: reading.revealed, segmentation: reading.revealedSegmentation,
                into: &hidden)
        }
        reading.language.speaking.formUnion(hidden.speaking)
        if reading.language.primary == nil {
            reading.language.primary = hidden.primary
            reading.language.confidence = hidden.confidence
        }
    }

    /// Facts of the folded text, and those that only the revealed view shows.
    private func readFacts(_ reading: inout Reading) {
        reading.facts.removeAll(keepingCapacity: true)
        reading.contacts.removeAll(keepingCapacity: true)
        reading.folded.bytes.withUnsafeBufferPointer {
            facts.scan($0, at: reading.segmentation, into: &reading.facts)
        }
        for fact in reading.facts { addContact(fact, in: reading.folded.bytes, at: fact.span, &reading) }
        guard !reading.revealed.bytes.isEmpty else { return }
        reading.revealedFacts.removeAll(keepingCapacity: true)
        reading.revealed.bytes.withUnsafeBufferPointer {
            facts.scan($0, at: reading.revealedSegmentation, into: &reading.revealedFacts)
        }
        for fact in reading.revealedFacts {
            let span = reading.revealed.map.sourceSpan(of: fact.span)
            // A longer one says more of the same: its period was hidden, say.
            guard span.count > 0,
                reading.facts.allSatisfy({ !$0.span.overlaps(span) || Self.extends(span, $0.span) })
            else { continue }
            reading.facts.removeAll { $0.span.overlaps(span) }
            reading.facts.append(Fact(kind: fact.kind, span: span))
            addContact(fact, in: reading.revealed.bytes, at: span, &reading)
        }
        reading.facts.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    }

    /// Whether `span` holds all of `other` and more.
    private static func extends(_ span: TextSpan, _ other: TextSpan) -> Bool {
        span.start <= other.start && span.end >= other.end && span.count > other.count
    }

    private func addContact(_ fact: Fact, in bytes: [UInt8], at span: TextSpan, _ reading: inout Reading) {
        guard case .contact(let channel) = fact.kind else { return }
        let value = bytes.withUnsafeBufferPointer { ContactValue.value(of: fact, in: $0) }
        guard !reading.contacts.contains(where: { $0.channel == channel && $0.value == value }) else {
            return
        }
        reading.contacts.append(ReadContact(channel: channel, value: value, span: span))
    }

    private func readConcepts(_ scratch: inout Scratch) {
        scratch.reading.literals.removeAll(keepingCapacity: true)
        scratch.reading.revealedLiterals.removeAll(keepingCapacity: true)
        let automaton = pack.automaton
        let room = scratch.literals
        scratch.reading.folded.bytes.withUnsafeBufferPointer {
            automaton.appendHits(in: $0, to: &scratch.reading.literals, room: room)
        }
        if !scratch.reading.revealed.bytes.isEmpty { appendRevealedLiterals(&scratch.reading, room) }
        scratch.end(.literals)
        let findings = PatternFindings(
            literals: scratch.reading.literals, revealed: scratch.reading.revealedLiterals,
            map: scratch.reading.folded.map, facts: scratch.reading.facts,
            disguises: scratch.reading.disguises.map { $0.span }, speaking: scratch.reading.language.speaking)
        scratch.concepts.read(
            findings, in: scratch.reading.segmentation, with: pack, into: &scratch.reading.concepts)
        scratch.end(.concepts)
    }

    /// Literals of the revealed view, their places led back to the folded one; those that lie whole in what it leaves
    /// as it is, with the accents it has, join the folded view's.
    private func appendRevealedLiterals(_ reading: inout Reading, _ room: LiteralRoom) {
        reading.revealed.bytes.withUnsafeBufferPointer {
            pack.automaton.appendHits(in: $0, to: &reading.revealedLiterals, room: room)
        }
        let hasAccents = reading.folded.map.hasAccents
        var kept = 0
        for var hit in reading.revealedLiterals {
            let isLeft = hasAccents && reading.revealed.map.isPlain(hit.span)
            hit.span = reading.revealed.map.sourceSpan(of: hit.span)
            if isLeft {
                reading.literals.append(hit)
            } else {
                reading.revealedLiterals[kept] = hit
                kept += 1
            }
        }
        reading.revealedLiterals.removeLast(reading.revealedLiterals.count - kept)
    }

    private func evaluateRules(muting muted: Set<Int>, _ scratch: inout Scratch) {
        let input = RuleInput(
            text: scratch.reading.folded, segmentation: scratch.reading.segmentation,
            reading: scratch.reading.concepts, facts: scratch.reading.facts)
        scratch.rules.evaluate(input, into: &scratch.reading.rules)
        if !muted.isEmpty { scratch.reading.rules.mute(muted) }
        scratch.end(.rules)
        scratch.recipes.evaluate(scratch.reading.rules.hits, of: pack, into: &scratch.reading.recipes)
        scratch.end(.recipes)
    }

    private func noteFiredRules(_ reading: inout Reading) {
        reading.firedRules.removeAll(keepingCapacity: true)
        for hit in reading.rules.hits {
            let spans = reading.rules.spanRange(of: hit)
            guard !spans.isEmpty else { continue }
            let span = reading.rules.allSpans[spans.lowerBound]
            reading.firedRules.append(FiredRule(key: ruleKeys[Int(hit.rule)], span: span))
        }
    }

    /// What the classifier reads its features from.
    func featureInput(_ reading: borrowing Reading) -> FeatureInput {
        FeatureInput(
            text: reading.folded.bytes, segmentation: reading.segmentation,
            language: reading.language.primary,
            concepts: reading.concepts.hits, conceptKeys: pack.conceptKeys, rules: reading.firedRules,
            facts: reading.facts, disguiseCount: reading.disguises.count)
    }
}
