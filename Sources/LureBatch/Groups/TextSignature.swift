import LureScreen
import LureText

/// What tells whether two texts are near-duplicates: MinHash over pairs of successive words.
///
/// Two signatures agree in about as many of their 64 bytes as the texts share of all pairs they have together (Jaccard;
/// Broder 1997, "On the resemblance and containment of documents"). One byte of each minimum is kept (Li & König 2010,
/// "b-bit minwise hashing"): two minima that differ agree in it once in 256. Words are those of the folded text, a
/// character in scripts without spaces; a run of digits counts as one digit, so that other pay is no other text.
package struct TextSignature: ~Copyable {
    /// Words of 64 bits a signature takes.
    static let wordCount = 8
    package static let slotCount = 8 * wordCount

    /// Hashes of the words of the text read last.
    private var tokens: [UInt64] = []
    private let factors: UnsafeMutablePointer<UInt32>
    private let minima: UnsafeMutablePointer<UInt32>

    package init() {
        factors = .allocate(capacity: Self.slotCount)
        minima = .allocate(capacity: Self.slotCount)
        for slot in 0..<Self.slotCount {
            // Odd, so that no two values of a pair's hash become one.
            factors[slot] = UInt32(truncatingIfNeeded: StableHash.mix(UInt64(slot) &+ 0x6C75_7265)) | 1
            minima[slot] = .max
        }
    }

    deinit {
        factors.deallocate()
        minima.deallocate()
    }

    /// Reads a text.
    /// - Parameter signature: `wordCount` words are appended.
    /// - Returns: a hash of its words in their order; nil, and nothing is appended, if it has none.
    mutating func read(_ reading: borrowing Reading, into signature: inout [UInt64]) -> UInt64? {
        guard let hash = read(reading) else { return nil }
        for word in 0..<Self.wordCount { signature.append(packed(word)) }
        return hash
    }

    /// The minima of the text last read, whole: about as many of them are equal in two texts as the texts share of all
    /// pairs they have together.
    package var allMinima: UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(start: minima, count: Self.slotCount)
    }

    /// Reads a text into `allMinima`.
    /// - Returns: a hash of its words in their order; nil if it has none.
    package mutating func read(_ reading: borrowing Reading) -> UInt64? {
        tokens.removeAll(keepingCapacity: true)
        reading.folded.bytes.withUnsafeBufferPointer { text in
            for word in reading.segmentation.words { append(word, of: text) }
        }
        guard let first = tokens.first else { return nil }
        for slot in 0..<Self.slotCount { minima[slot] = .max }
        var hash = first
        if tokens.count == 1 { take(first) }
        for index in tokens.indices.dropFirst() {
            hash = StableHash.combine(hash, tokens[index])
            take(StableHash.combine(tokens[index - 1], tokens[index]))
        }
        return hash
    }

    private mutating func append(_ word: Segmentation.Word, of text: UnsafeBufferPointer<UInt8>) {
        var hash: UInt64 = 0
        var isInNumber = false
        for place in Int(word.start)..<min(Int(word.end), text.count) {
            let byte = text[place]
            // Characters of a run without spaces stand for themselves.
            if word.isUnspaced, byte & 0xC0 != 0x80, place > word.start, !isInNumber {
                tokens.append(StableHash.mix(hash))
                hash = 0
            }
            let isDigit = byte >= 0x30 && byte <= 0x39
            if isDigit && isInNumber { continue }
            isInNumber = isDigit
            hash = (hash ^ UInt64(isDigit ? 0x30 : byte)) &* 0x0000_0100_0000_01B3 &+ 0x9E37
        }
        tokens.append(StableHash.mix(hash))
    }

    /// One permutation a slot: multiplication by an odd number, modulo 2^32.
    @inline(__always)
    private func take(_ pair: UInt64) {
        let value = UInt32(truncatingIfNeeded: pair >> 32) ^ UInt32(truncatingIfNeeded: pair)
        for slot in 0..<Self.slotCount {
            let image = value &* factors[slot]
            minima[slot] = image < minima[slot] ? image : minima[slot]
        }
    }

    /// One byte of each of eight minima. Minima are small numbers: multiplying makes their highest byte depend on all.
    private func packed(_ word: Int) -> UInt64 {
        var packed: UInt64 = 0
        for slot in 8 * word..<8 * word + 8 {
            packed = packed << 8 | UInt64((minima[slot] &* 0x9E37_79B1) >> 24)
        }
        return packed
    }

    /// Bytes, of 64, in which two signatures agree.
    static func agreement(_ first: UnsafePointer<UInt64>, _ second: UnsafePointer<UInt64>) -> Int {
        var count = 0
        for word in 0..<wordCount {
            var rest = first[word] ^ second[word]
            // The lowest bit of each byte tells whether any bit of it is set.
            rest |= rest >> 4
            rest |= rest >> 2
            rest |= rest >> 1
            count += 8 - (rest & 0x0101_0101_0101_0101).nonzeroBitCount
        }
        return count
    }
}
