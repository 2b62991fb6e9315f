import LureText

/// Features of how a text is built, whatever it says and in whatever language.
///
/// A clause that stands in the text again counts once, so repeating a phrase changes nothing. Capitals are not
/// looked at: folding drops them.
enum ShapeFeatures {
    static func add<Sink: FeatureSink>(
        _ input: FeatureInput, text: UnsafeBufferPointer<UInt8>, _ clauses: inout ClauseSet,
        into sink: inout Sink
    ) {
        var marks = SignCounts()
        var halves = 0
        var word = 0
        input.segmentation.words.withUnsafeBufferPointer { words in
            for clause in input.segmentation.clauses {
                while word < words.count, words[word].start < clause.start { word += 1 }
                guard clauses.count < clauseLimit, let read = ReadClause(clause, text),
                    clauses.add(read.hash)
                else { continue }
                marks.add(read.signs)
                while word < words.count, words[word].start < clause.end {
                    // Two characters of an unspaced run, of three bytes each, count as a word.
                    halves += words[word].isUnspaced ? Int(words[word].end - words[word].start) / 3 : 2
                    word += 1
                }
            }
        }
        add(.length, bucket(halves / 2, 5), always: true, into: &sink)
        add(.lines, bucket(clauses.count, 3), into: &sink)
        add(.exclamations, min(bucket(marks.exclamations, 1), 4), into: &sink)
        add(.pictographs, min(bucket(marks.pictographs, 1), 5), into: &sink)
        add(.contacts, min(distinctContacts(input.facts, text), 3), into: &sink)
        add(.disguises, input.disguiseCount > 0 ? 1 : 0, into: &sink)
        add(.question, marks.questions > 0 ? 1 : 0, into: &sink)
        add(.quotation, marks.quotes > 1 ? 1 : 0, into: &sink)
    }

    /// Clauses looked at; beyond them a text's shape is known well enough.
    static let clauseLimit = 512

    /// At most three matter, so few are compared.
    private static func distinctContacts(_ facts: [Fact], _ text: UnsafeBufferPointer<UInt8>) -> Int {
        guard let base = text.baseAddress else { return 0 }
        var seen: (UInt64, UInt64, UInt64) = (0, 0, 0)
        var count = 0
        for fact in facts {
            guard case .contact = fact.kind, Int(fact.span.end) <= text.count else { continue }
            let hash = StableHash.hash(base + Int(fact.span.start), count: fact.span.count)
            if hash == seen.0 || hash == seen.1 || hash == seen.2 { continue }
            seen = (hash, seen.0, seen.1)
            count += 1
            if count == 3 { break }
        }
        return count
    }

    /// A bucket of 0 tells nothing and gives no feature, except for the length.
    private static func add<Sink: FeatureSink>(
        _ aspect: ShapeAspect, _ bucket: Int, always: Bool = false, into sink: inout Sink
    ) {
        guard bucket > 0 || always else { return }
        sink.add(FeatureKey.shape(aspect, bucket), 0, 0, .shape)
    }

    /// How often `base` must double to exceed `count`: 0 below `base`, 1 below twice of it, and so on.
    static func bucket(_ count: Int, _ base: Int) -> Int {
        var limit = base
        var bucket = 0
        while count >= limit, bucket < 12 {
            limit *= 2
            bucket += 1
        }
        return bucket
    }
}
