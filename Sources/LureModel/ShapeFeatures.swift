import LureText

/// Features of how a text is built, whatever it says and in whatever language.
///
/// A clause that stands in the text again counts once, so repeating a phrase changes nothing. Capitals are not
/// looked at: folding drops them.
enum ShapeFeatures {
    static func add(
        _ input: FeatureInput, text: UnsafeBufferPointer<UInt8>, into table: inout FeatureTable
    ) {
        var marks = Marks()
        var halves = 0
        var word = 0
        let words = input.segmentation.words
        for clause in input.segmentation.clauses {
            while word < words.count, words[word].start < clause.start { word += 1 }
            guard isNew(clause, text, &table) else { continue }
            marks.count(text, from: Int(clause.start), to: Int(clause.end))
            while word < words.count, words[word].start < clause.end {
                // Two characters of an unspaced run, of three bytes each, count as a word.
                halves += words[word].isUnspaced ? Int(words[word].end - words[word].start) / 3 : 2
                word += 1
            }
        }
        add(.length, bucket(halves / 2, 5), always: true, into: &table)
        add(.lines, bucket(table.clauseCount, 3), into: &table)
        add(.exclamations, min(bucket(marks.exclamations, 1), 4), into: &table)
        add(.pictographs, min(bucket(marks.pictographs, 1), 5), into: &table)
        add(.contacts, min(distinctContacts(input.facts, text), 3), into: &table)
        add(.disguises, input.disguiseCount > 0 ? 1 : 0, into: &table)
        add(.question, marks.questions > 0 ? 1 : 0, into: &table)
        add(.quotation, marks.quotes > 1 ? 1 : 0, into: &table)
    }

    /// Clauses looked at; beyond them a text's shape is known well enough.
    static let clauseLimit = 512

    private static func isNew(
        _ clause: Segmentation.Clause, _ text: UnsafeBufferPointer<UInt8>, _ table: inout FeatureTable
    ) -> Bool {
        guard let base = text.baseAddress, clause.start < clause.end, Int(clause.end) <= text.count,
            table.clauseCount < clauseLimit
        else { return false }
        // The line break or space a clause ends with is no part of what it says.
        var end = Int(clause.end)
        while end > Int(clause.start), text[end - 1] == 0x20 || text[end - 1] == 0x0A { end -= 1 }
        var start = Int(clause.start)
        while start < end, text[start] == 0x20 || text[start] == 0x0A { start += 1 }
        guard start < end else { return false }
        let hash = StableHash.hash(base + start, count: end - start)
        return table.addClause(hash)
    }

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
    private static func add(
        _ aspect: ShapeAspect, _ bucket: Int, always: Bool = false, into table: inout FeatureTable
    ) {
        guard bucket > 0 || always else { return }
        table.add(FeatureKey.shape(aspect, bucket), 0, 0, .shape)
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

    /// Counts of single signs; folding has already made full-width and typographic forms plain.
    struct Marks {
        var exclamations = 0
        var questions = 0
        var quotes = 0
        /// Scalars U+1F000–U+1FFFF, where nearly all emoji stand.
        var pictographs = 0

        mutating func count(_ text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
            guard let base = text.baseAddress else { return }
            var index = start
            while index + 8 <= end {
                // Eight bytes at a time: nearly all hold none of the signs.
                let group = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
                if Self.mayHoldSign(group) { countBytes(base, index, index + 8, end) }
                index += 8
            }
            countBytes(base, index, end, end)
        }

        private mutating func countBytes(
            _ text: UnsafePointer<UInt8>, _ start: Int, _ stop: Int, _ end: Int
        ) {
            for index in start..<stop {
                switch text[index] {
                case 0x21: exclamations += 1
                case 0x3F: questions += 1
                case 0x22: quotes += 1
                case 0xF0: pictographs += index + 1 < end && text[index + 1] == 0x9F ? 1 : 0
                default: break
                }
            }
        }

        /// Never false if one of the bytes `!`, `?`, `"` and 0xF0 is among the eight.
        @inline(__always)
        private static func mayHoldSign(_ group: UInt64) -> Bool {
            let ones: UInt64 = 0x0101_0101_0101_0101
            func zeros(_ rest: UInt64) -> UInt64 { (rest &- ones) & ~rest }
            let found =
                zeros(group ^ (ones &* 0x21)) | zeros(group ^ (ones &* 0x3F)) | zeros(group ^ (ones &* 0x22))
                | zeros(group ^ (ones &* 0xF0))
            return found & 0x8080_8080_8080_8080 != 0
        }
    }
}
