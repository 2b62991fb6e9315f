import LureScreen
import LureText
import Testing

@testable import LureBatch

/// Keys of texts, as a worker reads them; contacts join rows unless `denied`.
private func keys(of texts: [String], rowLimit: Int = 1 << 20) throws -> GroupKeys {
    let screener = try Screener()
    var scratch = screener.makeScratch()
    var options = ScanOptions()
    options.groupsRows = true
    var noter = RowNoter(options)
    let block = Block(ruleCount: screener.pack.ruleCount)
    let keys = GroupKeys(rowLimit: rowLimit)
    for (index, text) in texts.enumerated() {
        Array(text.utf8).withUnsafeBufferPointer {
            _ = screener.screen($0, options: Screener.Options(), scratch: &scratch)
        }
        noter.add(scratch.reading, RowNoter.Answer(band: .low, line: index + 1, place: nil), to: block)
    }
    keys.add(block.groupRows, input: 0)
    return keys
}

/// For each text, the number of the first one in its group.
private func firsts(_ texts: [String]) throws -> [Int?] {
    let groups = RowGroups(try keys(of: texts))
    return texts.indices.map { groups.group(of: $0)?.first }
}

private let offer = """
    We are looking for typists in Cambodia, free ticket and room, salary %@ a month, no experience needed, you will sit \
    in an office with air conditioning and chat with customers all day, please ask for %@ and come before Friday
    """

private func offer(_ pay: String, _ name: String) -> String {
    let parts = offer.split(separator: "%@", omittingEmptySubsequences: false)
    return parts[0] + pay + parts[1] + name + parts[2]
}

@Test("texts that differ in a few words are one group, others stand alone")
func near() throws {
    let texts = [
        offer("$900", "Anna"), "Is this agency licensed? They ask for a deposit of fifty dollars.",
        offer("$1,200", "Boris"), offer("$900", "Anna"), "Barista wanted in Utrecht, weekends only.",
    ]

    #expect(try firsts(texts) == [0, 1, 0, 0, 4])
}

@Test("in scripts without spaces characters count as words")
func unspaced() throws {
    let texts = ["柬埔寨高薪招聘打字员，包机票包吃住，月薪两万起，有意者速来联系", "柬埔寨高薪招聘打字员，包机票包吃住，月薪三万起，有意者速来联系", "本店周末招聘咖啡师，需要有工作经验"]

    #expect(try firsts(texts) == [0, 0, 2])
}

@Test("rows that name the same contact are one group, however it is written")
func byContact() throws {
    let texts = [
        "Typists wanted, write to Telegram @example_hr", "Other words entirely: https://t.me/example_hr",
        "Good jobs abroad, Telegram @example_jobs",
    ]

    #expect(try firsts(texts) == [0, 0, 2])
}

@Test("a text without words is in no group")
func wordless() throws {
    #expect(try firsts(["", "!!! 🔥", "", "hello"]) == [nil, nil, nil, 3])
}

@Test("the order of rows changes neither groups nor their ids")
func shuffled() throws {
    var texts: [String] = []
    for number in 0..<60 {
        texts.append(offer("$\(number)", "Anna\(number % 7)"))
        texts.append(
            "Lone text \(number): " + String(repeating: "word\(number * 31 % 17) ", count: number % 9))
    }
    func ids(_ texts: [String]) throws -> [String: [Int]] {
        let groups = RowGroups(try keys(of: texts))
        var ids: [String: [Int]] = [:]
        for (row, text) in texts.enumerated() {
            let group = try #require(groups.group(of: row))
            ids[text] = [Int(truncatingIfNeeded: group.hash), group.size]
        }
        return ids
    }
    let expected = try ids(texts)
    var generator = SystemRandomNumberGenerator()

    for _ in 0..<5 { #expect(try ids(texts.shuffled(using: &generator)) == expected) }
}

@Test("rows beyond the limit are counted and in no group")
func limit() throws {
    let keys = try keys(of: ["one two three", "one two three", "one two three"], rowLimit: 2)
    let groups = RowGroups(keys)

    #expect(groups.group(of: 1)?.size == 2)
    #expect(groups.group(of: 2) == nil)
    #expect(keys.leftOut == 1)
}

@Test("the largest groups come first")
func largest() throws {
    let texts = ["a b c", "d e f", "d e f", "g h i", "g h i", "g h i"]
    let groups = RowGroups(try keys(of: texts))

    #expect(groups.largest(1).map { $0.size } == [3])
    #expect(groups.largest(9).map { $0.first } == [3, 1])
    #expect(groups.groupCount == 2)
    #expect(groups.groupedRows == 5)
}

@Test("agreement of signatures counts equal bytes")
func agreement() {
    let first = [UInt64](repeating: 0x0102_0304_0506_0708, count: 8)
    var second = first
    second[3] ^= 0x8000_0000_0000_0001
    second[7] ^= 0x00FF_0000_0000_0000

    #expect(TextSignature.agreement(first, second) == 61)
}

@Test("sorting by key keeps the order of equal keys")
func sorting() {
    var sorter = KeySorter()
    for (index, key) in ([7, 1 << 40, 7, 0, .max, 1 << 40] as [UInt64]).enumerated() {
        sorter.append(key, UInt32(index))
    }

    sorter.sort()

    #expect(sorter.values == [3, 0, 2, 1, 5, 4])
    #expect(sorter.keys == [0, 7, 7, 1 << 40, 1 << 40, .max])
}

@Test("notes come back from their bytes; bytes cut off anywhere are refused")
func notes() throws {
    var note = RowNotes()
    note.place = 0
    note.band = 3
    note.rules = [1, 700]
    note.contacts = [NamedContact(channel: .telegram, value: "example_hr")]
    note.text = Array("text".utf8)
    var bytes: [UInt8] = []
    note.append(to: &bytes)

    for count in 0...bytes.count {
        var offset = 0
        let read = bytes[..<count].withUnsafeBufferPointer { RowNotes($0, at: &offset) }
        #expect((read != nil) == (count == bytes.count))
        if let read {
            #expect(read.place == 0 && read.band == 3 && read.rules == [1, 700])
            #expect(read.contacts == note.contacts && read.text == note.text && offset == count)
        }
    }
}

@Test("what is put aside comes back in its order")
func spill() throws {
    let spill = try SpillFile(beside: nil)
    let blocks = [[UInt8](repeating: 7, count: 100_000), [1, 2, 3], Array("row".utf8)]
    for block in blocks { try spill.append(Packer(.zstd).pack(block)) }

    try spill.rewind()

    for block in blocks { #expect(try spill.next() == block) }
    #expect(try spill.next() == nil)
}

@Test("shared wording leaves out what differs")
func wording() {
    let texts = ["free room and pay 900 for typists today", "free room and pay 800 for typists now"]

    #expect(SharedWording.of(texts.map { Array($0.utf8) }) == "free room and pay … for typists")
    #expect(SharedWording.of(["包机票包吃住两万".utf8, "包机票包吃住三万".utf8].map { Array($0) }) == "包机票包吃住")
    #expect(SharedWording.of([]) == "")
}
