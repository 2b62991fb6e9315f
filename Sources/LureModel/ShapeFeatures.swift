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
        var shape = TextShape()
        var word = 0
        var comma = 0
        let segmentation = input.segmentation
        segmentation.words.withUnsafeBufferPointer { words in
            segmentation.breaks.withUnsafeBufferPointer { breaks in
                for clause in segmentation.clauses {
                    while word < words.count, words[word].start < clause.start { word += 1 }
                    while comma < breaks.count, breaks[comma] < clause.start { comma += 1 }
                    guard clauses.count < clauseLimit, let read = ReadClause(clause, text),
                        clauses.add(read.hash)
                    else { continue }
                    var halves = 0
                    while word < words.count, words[word].start < clause.end {
                        // Two characters of an unspaced run, of three bytes each, count as a word.
                        halves += words[word].isUnspaced ? Int(words[word].end - words[word].start) / 3 : 2
                        word += 1
                    }
                    let first = comma
                    while comma < breaks.count, breaks[comma] < clause.end { comma += 1 }
                    shape.add(clause, read.signs, halves: halves, commas: comma - first, text)
                }
            }
        }
        add(.length, bucket(shape.halves / 2, 5), always: true, into: &sink)
        add(.lines, bucket(clauses.count, 3), into: &sink)
        add(.exclamations, min(bucket(shape.marks.exclamations, 1), 4), into: &sink)
        add(.pictographs, min(bucket(shape.marks.pictographs, 1), 5), into: &sink)
        add(.contacts, min(distinctContacts(input.facts, text), 3), into: &sink)
        add(.question, shape.marks.questions > 0 ? 1 : 0, into: &sink)
        add(.quotation, shape.marks.quotes > 1 ? min(shape.marks.quotes / 2, 3) : 0, into: &sink)
        addCourse(of: shape, clauseCount: clauses.count, text, into: &sink)
    }

    /// How the text goes on from its first clause to its last.
    private static func addCourse<Sink: FeatureSink>(
        of shape: TextShape, clauseCount: Int, _ text: UnsafeBufferPointer<UInt8>, into sink: inout Sink
    ) {
        guard clauseCount > 0 else { return }
        // Whether the first and the last clause ask, and how many do.
        add(
            .questions,
            min(shape.questions, 3) << 2 | (shape.opensAsking ? 2 : 0) | (shape.endsAsking ? 1 : 0),
            into: &sink)
        add(.opening, bucket(shape.openingHalves / 2, 2), into: &sink)
        add(.commas, bucket(shape.commas, 1), into: &sink)
        add(.commaRate, min(20 * shape.commas / (shape.halves / 2 + 4), 7), into: &sink)
        add(.lineBreaks, min(bucket(shape.lineBreaks, 1), 5), into: &sink)
        add(.clauseLength, bucket(shape.halves / 2 / clauseCount, 2), into: &sink)
        add(.speakers, min(bucket(shape.speakers, 1), 3), into: &sink)
        let edges = TextEdges(text)
        add(.start, edges.start, into: &sink)
        add(.ending, edges.end, into: &sink)
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

/// What is counted over the clauses of a text, each once.
private struct TextShape {
    private(set) var marks = SignCounts()
    /// Half words; two characters of an unspaced run are one word.
    private(set) var halves = 0
    private(set) var openingHalves = 0
    private(set) var commas = 0
    private(set) var questions = 0
    private(set) var opensAsking = false
    private(set) var endsAsking = false
    private(set) var lineBreaks = 0
    /// Clauses that begin with a short name and a colon, as lines of a conversation do.
    private(set) var speakers = 0
    private var isFirst = true

    mutating func add(
        _ clause: Segmentation.Clause, _ signs: SignCounts, halves: Int, commas: Int,
        _ text: UnsafeBufferPointer<UInt8>
    ) {
        marks.add(signs)
        if isFirst { (openingHalves, opensAsking, isFirst) = (halves, clause.isQuestion, false) }
        self.halves += halves
        self.commas += commas
        questions += clause.isQuestion ? 1 : 0
        endsAsking = clause.isQuestion
        lineBreaks += Self.beginsLine(clause, text) ? 1 : 0
        speakers += Self.namesSpeaker(clause, text) ? 1 : 0
    }

    /// Whether another line ends where the clause begins.
    private static func beginsLine(_ clause: Segmentation.Clause, _ text: UnsafeBufferPointer<UInt8>) -> Bool
    {
        clause.start > 0 && text[Int(clause.start) - 1] == UInt8(ascii: "\n")
    }

    /// Whether one of the first bytes is a colon, and none a digit.
    private static func namesSpeaker(
        _ clause: Segmentation.Clause, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let end = min(Int(clause.end), Int(clause.start) + 24)
        for index in Int(clause.start)..<end {
            let byte = text[index]
            if byte == UInt8(ascii: ":") { return true }
            if byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") { return false }
        }
        return false
    }
}

/// What sort of sign a text begins and ends with: 0 a letter, 1 a quotation mark, 2 a pictograph, 3 a digit, 4 a full
/// stop, 5 an exclamation mark, 6 another sign.
private struct TextEdges {
    private(set) var start = 0
    private(set) var end = 0

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var first = 0
        var last = text.count - 1
        while first < last, Self.isSpace(text[first]) { first += 1 }
        while last > first, Self.isSpace(text[last]) { last -= 1 }
        guard first <= last else { return }
        start = Self.sort(text[first])
        // The lead byte of the last character.
        while last > first, text[last] & 0xC0 == 0x80 { last -= 1 }
        end = Self.sort(text[last])
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }

    private static func sort(_ byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: "\""): 1
        case 0xF0...: 2
        case UInt8(ascii: "0")...UInt8(ascii: "9"): 3
        case UInt8(ascii: "."): 4
        case UInt8(ascii: "!"): 5
        case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: 0
        default: 6
        }
    }
}
