import LureModel
import LurePatterns
import LureRules
import LureText

extension Screener {
    /// Reads a message into `scratch.reading`: text, language, facts, concepts, rules, features.
    func read(_ text: UnsafeBufferPointer<UInt8>, scratch: inout Scratch) {
        foldAndReveal(text, &scratch.reading)
        readFacts(&scratch.reading)
        readConcepts(&scratch)
        evaluateRules(&scratch)
        extractFeatures(&scratch.reading)
    }

    private func foldAndReveal(_ text: UnsafeBufferPointer<UInt8>, _ reading: inout Reading) {
        _ = Folder().fold(text, into: &reading.folded)
        reading.disguises.removeAll(keepingCapacity: true)
        if !Revealer().reveal(reading.folded, into: &reading.revealed, disguises: &reading.disguises) {
            reading.revealed.removeAll()
        }
        Segmenter().segment(reading.folded, into: &reading.segmentation)
        LanguageIdentifier().identify(
            original: text, folded: reading.folded, segmentation: reading.segmentation, into: &reading.language)
    }

    /// Facts of the folded text, and those that only the revealed view shows.
    private func readFacts(_ reading: inout Reading) {
        reading.facts.removeAll(keepingCapacity: true)
        reading.contacts.removeAll(keepingCapacity: true)
        let scanner = FactScanner()
        reading.folded.bytes.withUnsafeBufferPointer { scanner.scan($0, into: &reading.facts) }
        for fact in reading.facts { addContact(fact, in: reading.folded.bytes, at: fact.span, &reading) }
        guard !reading.revealed.bytes.isEmpty else { return }
        reading.revealedFacts.removeAll(keepingCapacity: true)
        reading.revealed.bytes.withUnsafeBufferPointer { scanner.scan($0, into: &reading.revealedFacts) }
        for fact in reading.revealedFacts {
            let span = reading.revealed.map.sourceSpan(of: fact.span)
            guard span.count > 0, !reading.facts.contains(where: { $0.span.overlaps(span) }) else { continue }
            reading.facts.append(Fact(kind: fact.kind, span: span))
            addContact(fact, in: reading.revealed.bytes, at: span, &reading)
        }
        reading.facts.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    }

    private func addContact(_ fact: Fact, in bytes: [UInt8], at span: TextSpan, _ reading: inout Reading) {
        guard case .contact(let channel) = fact.kind else { return }
        let value = bytes.withUnsafeBufferPointer { ContactValue.value(of: fact, in: $0) }
        guard !reading.contacts.contains(where: { $0.channel == channel && $0.value == value }) else { return }
        reading.contacts.append(ReadContact(channel: channel, value: value, span: span))
    }

    private func readConcepts(_ scratch: inout Scratch) {
        scratch.reading.literalHits.removeAll(keepingCapacity: true)
        let automaton = pack.automaton
        scratch.reading.folded.bytes.withUnsafeBufferPointer {
            automaton.appendHits(in: $0, to: &scratch.reading.literalHits)
        }
        if !scratch.reading.revealed.bytes.isEmpty {
            let first = scratch.reading.literalHits.count
            scratch.reading.revealed.bytes.withUnsafeBufferPointer {
                automaton.appendHits(in: $0, to: &scratch.reading.literalHits)
            }
            for index in first..<scratch.reading.literalHits.count {
                let span = scratch.reading.literalHits[index].span
                scratch.reading.literalHits[index].span = scratch.reading.revealed.map.sourceSpan(of: span)
            }
        }
        scratch.rules.readConcepts(
            pack, literals: scratch.reading.literalHits, facts: scratch.reading.facts,
            disguises: scratch.reading.disguises, speaking: scratch.reading.language.speaking,
            folded: scratch.reading.folded, segmentation: scratch.reading.segmentation,
            into: &scratch.reading.concepts)
    }
}
