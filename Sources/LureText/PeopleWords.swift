internal import CLureSupport

/// Names of peoples and religions, which must never move a text's risk.
///
/// The words are listed in `rules/people-words/`; `scripts/people-tables` compiles them. A word listed in one
/// language is known in all. Longer listed forms win, and some are listed as *kept*: "thai lan" is a country,
/// although "thai" is a people.
public enum PeopleWords {
    /// Whether `form`, one folded word or several with one space between, is listed as a people word.
    public static func isPeopleWord(_ form: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = form.baseAddress, !form.isEmpty else { return false }
        return Table().entry(base, count: form.count) == .people
    }

    /// Whether `form`, folded, is listed as a people word.
    public static func isPeopleWord(_ form: String) -> Bool {
        Array(form.utf8).withUnsafeBufferPointer { isPeopleWord($0) }
    }

    /// Appends the places of people words in a folded text, in order and apart from each other.
    ///
    /// In spaced scripts whole words, with a possessive ending; in Hangul the form without the particles
    /// behind it; in unspaced scripts listed forms anywhere in a run.
    /// - Parameter segmentation: of `text`; tells at which words to look.
    /// - Complexity: linear in the text; the longest listed form bounds the work at a place.
    static func appendSpans(
        in text: UnsafeBufferPointer<UInt8>, _ segmentation: Segmentation, to spans: inout [TextSpan]
    ) {
        guard let base = text.baseAddress, !segmentation.peopleWords.isEmpty else { return }
        segmentation.words.withUnsafeBufferPointer { words in
            let scan = Scan(base: base, count: text.count, table: Table(), words: words)
            var next = 0
            for index in segmentation.peopleWords where Int(index) >= next && Int(index) < words.count {
                next = scan.take(Int(index), &spans)
            }
        }
    }

    enum Entry: UInt8 {
        case none, people, kept
    }

    /// The generated table: hashes by open addressing. In front of it a filter of beginnings lets most text pass by,
    /// and the lengths of the forms that begin so spare most hashes.
    struct Table {
        let slots: UnsafePointer<UInt64> = lure_people_slots()
        let filter: UnsafePointer<UInt8> = lure_people_filter()
        let lengths: UnsafePointer<UInt64> = lure_people_lengths()
        let beginnings: UnsafePointer<UInt64> = lure_people_beginnings()
        let mask = Int(LURE_PEOPLE_SLOTS) - 1
        let longest = Int(LURE_PEOPLE_LONGEST)
        let longestWords = Int(LURE_PEOPLE_WORDS)

        /// The lowest bit of a slot tells a kept form from a people word; 0 is an empty slot.
        func entry(_ form: UnsafePointer<UInt8>, count: Int) -> Entry {
            guard count <= longest else { return .none }
            let hash = StableHash.hash(form, count: count)
            var slot = Int(truncatingIfNeeded: hash >> 1) & mask
            while slots[slot] != 0 {
                if slots[slot] >> 1 == hash >> 1 { return slots[slot] & 1 == 1 ? .kept : .people }
                slot = (slot + 1) & mask
            }
            return .none
        }

        /// The lengths, as bits, of forms that may begin with the bytes at `place`; 0 at most places. Three bytes
        /// tell, or six where a scalar takes three.
        @inline(__always)
        func lengths(at place: UnsafePointer<UInt8>, available: Int) -> UInt64 {
            let raw = UnsafeRawPointer(place)
            let isLong = place[0] >= 0xE0
            var prefix: UInt64
            if available >= 8 {
                prefix = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
                prefix &= isLong ? 0xFFFF_FFFF_FFFF : 0xFF_FFFF
            } else {
                guard available >= (isLong ? 6 : 3) else { return 0 }
                prefix = UInt64(place[0]) | UInt64(place[1]) << 8 | UInt64(place[2]) << 16
                if isLong {
                    prefix |= UInt64(place[3]) << 24 | UInt64(place[4]) << 32 | UInt64(place[5]) << 40
                }
            }
            let hash = prefix &* 0x9E37_79B9_7F4A_7C15
            let bit = Int(truncatingIfNeeded: hash >> 48)
            guard filter[bit &>> 3] & (1 &<< UInt8(truncatingIfNeeded: bit & 7)) != 0 else { return 0 }
            return lengths[Int(truncatingIfNeeded: hash >> 40 & 4095)]
        }
    }

    /// A search in the text at `base`, whose words are `words`.
    private struct Scan {
        let base: UnsafePointer<UInt8>
        let count: Int
        let table: Table
        let words: UnsafeBufferPointer<Segmentation.Word>

        /// Looks for listed forms at a word.
        /// - Returns: the next word to look at.
        @inline(__always)
        func take(_ index: Int, _ spans: inout [TextSpan]) -> Int {
            let start = Int(words[index].start)
            let end = Int(words[index].end)
            guard start < end, end <= count else { return index &+ 1 }
            if words[index].isUnspaced {
                run(from: start, to: end, &spans)
                return index &+ 1
            }
            let lengths = table.lengths(at: base + start, available: count &- start)
            return lengths == 0 ? index &+ 1 : phrase(at: index, lengths, to: &spans)
        }

        /// The longest listed form at the words from `index` on.
        /// - Returns: the next word to look at.
        @inline(never)
        private func phrase(at index: Int, _ lengths: UInt64, to spans: inout [TextSpan]) -> Int {
            let first = words[index]
            let start = Int(first.start)
            if base[start] >= 0xEA, base[start] <= 0xED { return index + hangul(at: index, to: &spans) }
            let longest = 63 &- lengths.leadingZeroBitCount
            // Words from the first on whose ends make a listed length, one bit each.
            var candidates: UInt = 0
            for passed in 0..<min(table.longestWords, words.count - index) {
                let word = words[index + passed]
                guard !word.isUnspaced, word.start < word.end, Int(word.end) <= count else { continue }
                let length = bareEnd(word) - start
                if length > longest { break }
                candidates |= UInt(truncatingIfNeeded: lengths &>> UInt64(length) & 1) &<< UInt(passed)
            }
            while candidates != 0 {
                let passed = UInt.bitWidth - 1 - candidates.leadingZeroBitCount
                let word = words[index + passed]
                switch table.entry(base + start, count: bareEnd(word) - start) {
                case .people:
                    spans.append(TextSpan(start: first.start, end: word.end))
                    return index + passed + 1
                case .kept: return index + passed + 1
                case .none: candidates &= ~(1 &<< UInt(passed))
                }
            }
            return index + 1
        }

        /// Where the word ends without an English possessive.
        private func bareEnd(_ word: Segmentation.Word) -> Int {
            let end = Int(word.end)
            let length = end - Int(word.start)
            if length > 2, base[end - 1] == 0x73, base[end - 2] == 0x27 { return end - 2 }
            return length > 1 && base[end - 1] == 0x27 ? end - 1 : end
        }

        /// The longest listed form that begins with a Hangul word and may go on into the next ones; what follows
        /// it is particles.
        /// - Returns: words passed.
        private func hangul(at index: Int, to spans: inout [TextSpan]) -> Int {
            let first = words[index]
            let last = min(index + table.longestWords, words.count) - 1
            guard
                let (end, entry) = longestForm(at: Int(first.start), limit: min(Int(words[last].end), count))
            else { return 1 }
            if entry == .people { spans.append(TextSpan(start: first.start, end: UInt32(end))) }
            var passed = 1
            while index + passed < words.count, Int(words[index + passed].start) < end { passed += 1 }
            return passed
        }

        /// Listed forms anywhere in an unspaced run, from left to right, the longest at each place.
        @inline(never)
        private func run(from start: Int, to limit: Int, _ spans: inout [TextSpan]) {
            let beginnings = table.beginnings
            let last = min(limit &- 3, count &- 4)
            var place = start
            while place < limit {
                // Most characters of three bytes begin no listed form.
                while place <= last {
                    let word = UInt32(
                        littleEndian: UnsafeRawPointer(base + place).loadUnaligned(as: UInt32.self))
                    let block = Int((word & 0xF) &<< 6 | word &>> 8 & 0x3F)
                    guard word & 0xF0 == 0xE0, beginnings[block] &>> UInt64(word &>> 16) & 1 == 0 else {
                        break
                    }
                    place = place &+ 3
                }
                guard place < limit else { return }
                if let (end, entry) = longestForm(at: place, limit: limit) {
                    if entry == .people { spans.append(TextSpan(start: UInt32(place), end: UInt32(end))) }
                    place = end
                } else {
                    place += 1
                    while place < limit, base[place] & 0xC0 == 0x80 { place += 1 }
                }
            }
        }

        @inline(__always)
        private func longestForm(at place: Int, limit: Int) -> (Int, Entry)? {
            let available = limit - place
            var lengths = table.lengths(at: base + place, available: available)
            if available < 63 { lengths &= (2 << UInt64(available)) &- 1 }
            while lengths != 0 {
                let length = 63 - lengths.leadingZeroBitCount
                let end = place + length
                if end == limit || base[end] & 0xC0 != 0x80 {
                    let entry = table.entry(base + place, count: length)
                    if entry != .none { return (end, entry) }
                }
                lengths &= ~(1 << UInt64(length))
            }
            return nil
        }
    }
}
