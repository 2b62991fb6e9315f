import LureModel
import LurePatterns
import LureRules
import LureText

extension Screener {
    /// Reads a message into `scratch.reading`: text, language, facts, concepts, rules.
    func read(
        _ text: UnsafeBufferPointer<UInt8>, muting muted: Set<Int> = [], scratch: inout Scratch
    ) {
        foldAndReveal(text, &scratch)
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

    /// The text as people read it: folded, character references of HTML written out before, disguises undone after.
    private func foldAndReveal(_ text: UnsafeBufferPointer<UInt8>, _ scratch: inout Scratch) {
        fold(text, &scratch)
        guard scratch.reading.segmentation.signs.mayHoldEntities, scratch.reading.decoded.decode(text) else {
            reveal(text, &scratch)
            return
        }
        var decoded = DecodedText()
        swap(&decoded, &scratch.reading.decoded)
        decoded.bytes.withUnsafeBufferPointer {
            fold($0, &scratch)
            reveal($0, &scratch)
        }
        decoded.lead(&scratch.reading.folded, &scratch.reading.disguises)
        swap(&decoded, &scratch.reading.decoded)
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
        Segmenter().segment(reading.folded, source: text, into: &reading.segmentation)
        if reading.people.apply(to: &reading.folded, reading.segmentation) {
            Segmenter().segment(reading.folded, source: text, into: &reading.segmentation)
            reading.letters.ignore(reading.people.sourceSpans, in: text)
        }
    }

    /// Facts and language; the revealed view takes the folded one's place if the text shows signs of disguise.
    private func reveal(_ text: UnsafeBufferPointer<UInt8>, _ scratch: inout Scratch) {
        readFacts(&scratch.reading)
        scratch.end(.facts)
        scratch.reading.literals.removeAll(keepingCapacity: true)
        let isRevealed = revealDisguises(&scratch.reading)
        if isRevealed { readRevealed(text, &scratch.reading, scratch.literals) }
        scratch.end(.disguises)
        hearLanguage(&scratch.reading)
        scratch.end(.language)
    }

    private func revealDisguises(_ reading: inout Reading) -> Bool {
        reading.disguises.removeAll(keepingCapacity: true)
        return Revealer().reveal(
            reading.folded, signs: reading.segmentation.signs, into: &reading.revealed,
            disguises: &reading.disguises)
    }

    /// Puts the revealed view in the place of the folded one: what is read off it from here on is what people read.
    private func readRevealed(
        _ text: UnsafeBufferPointer<UInt8>, _ reading: inout Reading, _ room: LiteralRoom
    ) {
        let map = reading.revealed.map
        // Where only gaps were closed, the revealed view holds all that the folded one does.
        if !reading.disguises.isEmpty { addUndisguisedForms(map, &reading, room) }
        let count = reading.revealed.bytes.count
        for i in reading.facts.indices {
            reading.facts[i].span = map.derivedSpan(of: reading.facts[i].span, count: count)
        }
        for i in reading.contacts.indices {
            reading.contacts[i].span = map.derivedSpan(of: reading.contacts[i].span, count: count)
        }
        for i in reading.disguises.indices {
            reading.disguises[i].span = map.derivedSpan(of: reading.disguises[i].span, count: count)
        }
        reading.revealed.lead(through: reading.folded)
        swap(&reading.folded, &reading.revealed)
        Segmenter().segment(reading.folded, source: text, into: &reading.segmentation)
        addRevealedFacts(&reading)
    }

    /// Forms that the disguised view holds as they are listed and the revealed one does not: names with digits
    /// among their letters.
    private func addUndisguisedForms(_ map: OffsetMap, _ reading: inout Reading, _ room: LiteralRoom) {
        reading.folded.bytes.withUnsafeBufferPointer {
            pack.automaton.appendHits(in: $0, to: &reading.literals, room: room)
        }
        let count = reading.revealed.bytes.count
        reading.literals.removeAll { map.isPlain(map.derivedSpan(of: $0.span, count: count)) }
        for i in reading.literals.indices {
            reading.literals[i].span = map.derivedSpan(of: reading.literals[i].span, count: count)
        }
    }

    private func hearLanguage(_ reading: inout Reading) {
        LanguageIdentifier().identify(
            letters: reading.letters, folded: reading.folded, segmentation: reading.segmentation,
            into: &reading.language)
        if !reading.disguises.isEmpty { hearRevealedLetters(&reading) }
    }

    /// Letters behind a disguise tell the language too.
    private func hearRevealedLetters(_ reading: inout Reading) {
        var hidden = LanguageGuess()
        reading.folded.bytes.withUnsafeBufferPointer { bytes in
            LanguageIdentifier().identify(
                original: bytes, folded: reading.folded, segmentation: reading.segmentation, into: &hidden)
        }
        reading.language.speaking.formUnion(hidden.speaking)
        if reading.language.primary == nil || hidden.confidence > reading.language.confidence {
            reading.language.primary = hidden.primary
            reading.language.confidence = hidden.confidence
        }
    }

    private func readFacts(_ reading: inout Reading) {
        reading.facts.removeAll(keepingCapacity: true)
        reading.contacts.removeAll(keepingCapacity: true)
        reading.folded.bytes.withUnsafeBufferPointer {
            facts.scan($0, at: reading.segmentation, into: &reading.facts)
        }
        for fact in reading.facts { addContact(fact, in: reading.folded.bytes, &reading) }
    }

    /// Facts that only the revealed view shows.
    private func addRevealedFacts(_ reading: inout Reading) {
        reading.revealedFacts.removeAll(keepingCapacity: true)
        reading.folded.bytes.withUnsafeBufferPointer {
            facts.scan($0, at: reading.segmentation, into: &reading.revealedFacts)
        }
        for fact in reading.revealedFacts {
            // A longer one says more of the same: its period was hidden, say.
            guard
                reading.facts.allSatisfy({
                    !$0.span.overlaps(fact.span) || Self.extends(fact.span, $0.span)
                })
            else { continue }
            reading.facts.removeAll { $0.span.overlaps(fact.span) }
            reading.facts.append(fact)
            addContact(fact, in: reading.folded.bytes, &reading)
        }
        reading.facts.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    }

    /// Whether `span` holds all of `other` and more.
    private static func extends(_ span: TextSpan, _ other: TextSpan) -> Bool {
        span.start <= other.start && span.end >= other.end && span.count > other.count
    }

    private func addContact(_ fact: Fact, in bytes: [UInt8], _ reading: inout Reading) {
        guard case .contact(let channel) = fact.kind else { return }
        let value = bytes.withUnsafeBufferPointer { ContactValue.value(of: fact, in: $0) }
        guard !reading.contacts.contains(where: { $0.channel == channel && $0.value == value }) else {
            return
        }
        reading.contacts.append(ReadContact(channel: channel, value: value, span: fact.span))
    }

    private func readConcepts(_ scratch: inout Scratch) {
        let automaton = pack.automaton
        let room = scratch.literals
        scratch.reading.folded.bytes.withUnsafeBufferPointer {
            automaton.appendHits(in: $0, to: &scratch.reading.literals, room: room)
        }
        if scratch.reading.language.primary == .portuguese { dropPortugueseNo(&scratch.reading) }
        scratch.end(.literals)
        let findings = PatternFindings(
            literals: scratch.reading.literals, map: scratch.reading.folded.map,
            facts: scratch.reading.facts,
            disguises: scratch.reading.disguises.map { $0.span }, speaking: scratch.reading.language.speaking)
        scratch.concepts.read(
            findings, in: scratch.reading.segmentation, with: pack, into: &scratch.reading.concepts)
        scratch.end(.concepts)
    }

    /// In Portuguese "no" is "in the"; other languages deny with it.
    private func dropPortugueseNo(_ reading: inout Reading) {
        let bytes = reading.folded.bytes
        reading.literals.removeAll { hit in
            hit.span.count == 2 && bytes[Int(hit.span.start)] == UInt8(ascii: "n")
                && bytes[Int(hit.span.start) + 1] == UInt8(ascii: "o")
        }
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
            facts: reading.facts)
    }
}
