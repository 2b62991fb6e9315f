/// What folding found on its way that says something about a text.
public struct FoldNotes: Hashable, Sendable {
    /// Ill-formed UTF-8 subparts, each read as U+FFFD.
    public var invalidSequences = 0
    /// Letters written in a styled form: full width, mathematical, enclosed.
    public var stylisedLetters = 0
    /// Invisible characters standing between two ASCII letters.
    public var hiddenInWords = 0

    public init() {}
}

/// Makes the matching view of a text: what reads the same becomes the same bytes.
///
/// NFKC with full case folding, without default-ignorables; digits of all scripts as ASCII; traditional Chinese as
/// simplified; no Latin, Greek, Cyrillic (save short i) or Arabic marks; one form for variants of Arabic and
/// Ethiopic letters, of apostrophes, quotes and hyphens; runs of white space and controls as one space, or one line
/// feed where they hold a line break; none at the ends. Folding a folded text changes nothing, whatever the text.
///
/// Linear in the text: a character takes at most 30 combining marks, as in the Stream-Safe Text Format of UAX #15;
/// marks beyond start anew.
public struct Folder: Sendable {
    public init() {}

    /// Folds UTF-8 of any quality. `text` is overwritten; its buffers are used again.
    @discardableResult
    public func fold(_ source: UnsafeBufferPointer<UInt8>, into text: inout FoldedText) -> FoldNotes {
        var letters = LetterCounts()
        return fold(source, into: &text, letters: &letters)
    }

    /// The same; `letters` are overwritten with those of `source`.
    public func fold(
        _ source: UnsafeBufferPointer<UInt8>, into text: inout FoldedText, letters: inout LetterCounts
    ) -> FoldNotes {
        letters.removeAll()
        return letters.withEvidence { fold(source, into: &text, LetterCounter($0)) } ?? FoldNotes()
    }

    private func fold(
        _ source: UnsafeBufferPointer<UInt8>, into text: inout FoldedText, _ letters: LetterCounter
    ) -> FoldNotes {
        var bytes: [UInt8] = []
        var map = OffsetMap()
        swap(&bytes, &text.bytes)
        swap(&map, &text.map)
        bytes.removeAll(keepingCapacity: true)
        map.removeAll()
        var notes = FoldNotes()
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: ByteSink.capacity) { buffer in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: MarkCluster.capacity) { scalars in
                withUnsafeTemporaryAllocation(of: OffsetMap.Segment.self, capacity: MapWriter.capacity) {
                    guard let base = source.baseAddress, let buffer = buffer.baseAddress,
                        let scalars = scalars.baseAddress, let segments = $0.baseAddress
                    else { return }
                    var pass = FoldPass(
                        source: source, base: base, sink: ByteSink(buffer: buffer, bytes: bytes),
                        map: MapWriter(buffer: segments, map: map), cluster: MarkCluster(scalars: scalars),
                        letters: letters)
                    bytes = []
                    map = OffsetMap()
                    pass.run()
                    bytes = pass.sink.finish()
                    map = pass.map.finish()
                    notes = pass.notes
                }
            }
        }
        swap(&bytes, &text.bytes)
        swap(&map, &text.map)
        return notes
    }

    public func folded(_ bytes: [UInt8]) -> FoldedText {
        var text = FoldedText()
        bytes.withUnsafeBufferPointer { _ = fold($0, into: &text) }
        return text
    }

    public func fold(_ text: String) -> FoldedText { folded(Array(text.utf8)) }
}
