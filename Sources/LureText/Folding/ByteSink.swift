/// Bytes on their way into an array: written to a small buffer first, because appending one by one costs more.
///
/// Invariant: `buffer` holds `capacity` bytes, the first `used` of them written; the output is `bytes` followed by
/// those.
struct ByteSink {
    static let capacity = 1024
    /// What one step may write without asking for room.
    static let slack = 16

    let buffer: UnsafeMutablePointer<UInt8>
    var bytes: [UInt8]
    var used = 0

    init(buffer: UnsafeMutablePointer<UInt8>, bytes: [UInt8]) {
        self.buffer = buffer
        self.bytes = bytes
    }

    /// Bytes of output so far.
    @inline(__always) var count: Int { bytes.count &+ used }

    @inline(__always) var last: UInt8? { used > 0 ? buffer[used - 1] : bytes.last }

    @inline(__always)
    mutating func makeRoom() {
        if used > ByteSink.capacity - ByteSink.slack { drain() }
    }

    mutating func drain() {
        bytes.append(contentsOf: UnsafeBufferPointer(start: buffer, count: used))
        used = 0
    }

    mutating func truncate(to count: Int) {
        if count >= bytes.count {
            used = count - bytes.count
        } else {
            bytes.removeLast(bytes.count - count)
            used = 0
        }
    }

    mutating func append(_ scalar: UInt32) {
        makeRoom()
        used += ByteSink.write(scalar, to: buffer + used)
    }

    mutating func finish() -> [UInt8] {
        drain()
        return bytes
    }

    /// Writes the UTF-8 form of a scalar; at most 4 bytes.
    /// - Returns: bytes written.
    @inline(__always)
    static func write(_ scalar: UInt32, to place: UnsafeMutablePointer<UInt8>) -> Int {
        if scalar < 0x80 {
            place[0] = UInt8(truncatingIfNeeded: scalar)
            return 1
        }
        if scalar < 0x800 {
            place[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
            place[1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            return 2
        }
        if scalar < 0x10000 {
            place[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
            place[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
            place[2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            return 3
        }
        place[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
        place[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
        place[2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
        place[3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        return 4
    }
}
