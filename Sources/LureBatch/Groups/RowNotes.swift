import LureText

/// What the second pass needs to know of a row besides its answer, laid out as bytes one row after another.
struct RowNotes {
    /// Where in the block's answers the row's group is to be put in; nil: the answer is left out.
    var place: Int?
    /// `Band.rawValue`.
    var band: UInt8?
    var rules: [Int] = []
    var contacts: [NamedContact] = []
    /// The beginning of the folded text; empty unless texts may be shown.
    var text: [UInt8] = []

    /// Longest part of a text that is kept, in bytes.
    static let textLimit = 2_000

    func append(to bytes: inout [UInt8]) {
        Self.append(place.map { $0 + 1 } ?? 0, 4, to: &bytes)
        bytes.append(band ?? .max)
        Self.append(rules.count, 2, to: &bytes)
        for rule in rules { Self.append(rule, 2, to: &bytes) }
        Self.append(contacts.count, 2, to: &bytes)
        for contact in contacts {
            bytes.append(contact.channel.rawValue)
            let value = contact.value.utf8
            Self.append(value.count, 2, to: &bytes)
            bytes += value
        }
        Self.append(text.count, 2, to: &bytes)
        bytes += text
    }

    private static func append(_ number: Int, _ width: Int, to bytes: inout [UInt8]) {
        for byte in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * byte))) }
    }

    /// Reads the notes that begin at `offset` and moves it past them.
    /// - Returns: nil if the bytes are no notes.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at offset: inout Int) {
        var reader = NoteReader(bytes: bytes, offset: offset)
        let place = reader.number(4)
        self.place = place == 0 ? nil : place - 1
        let band = UInt8(reader.number(1))
        self.band = band == .max ? nil : band
        for _ in 0..<reader.number(2) { rules.append(reader.number(2)) }
        for _ in 0..<reader.number(2) {
            guard let channel = Fact.Channel(rawValue: UInt8(reader.number(1))) else { return nil }
            let value = String(decoding: reader.bytes(reader.number(2)), as: UTF8.self)
            contacts.append(NamedContact(channel: channel, value: value))
        }
        text = Array(reader.bytes(reader.number(2)))
        if reader.isBroken { return nil }
        offset = reader.offset
    }

    init() {}
}

/// Reads numbers and bytes; past the end it gives zeros and says so.
private struct NoteReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var offset: Int
    var isBroken = false

    init(bytes: UnsafeBufferPointer<UInt8>, offset: Int) {
        (self.bytes, self.offset) = (bytes, offset)
    }

    mutating func number(_ width: Int) -> Int {
        var number = 0
        for (index, byte) in bytes(width).enumerated() { number |= Int(byte) << (8 * index) }
        return number
    }

    mutating func bytes(_ count: Int) -> Slice<UnsafeBufferPointer<UInt8>> {
        guard bytes.count - offset >= count else {
            isBroken = true
            return bytes[0..<0]
        }
        offset += count
        return bytes[offset - count..<offset]
    }
}
