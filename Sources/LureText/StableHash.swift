/// Hashing whose values are written to files: the same on every machine and in every release.
///
/// A multiply-xorshift hash over 64-bit words, finished with the mixer of MurmurHash3 (Appleby, public
/// domain: fmix64). Not for untrusted keys in dictionaries.
public enum StableHash {
    @inlinable
    public static func mix(_ value: UInt64) -> UInt64 {
        var h = value
        h ^= h >> 33
        h = h &* 0xFF51_AFD7_ED55_8CCD
        h ^= h >> 33
        h = h &* 0xC4CE_B9FE_1A85_EC53
        h ^= h >> 33
        return h
    }

    /// Order-sensitive combination of two hashes.
    @inlinable
    public static func combine(_ a: UInt64, _ b: UInt64) -> UInt64 {
        mix(a &* 0x9E37_79B9_7F4A_7C15 &+ b)
    }

    /// Hash of `count` bytes at `pointer`.
    @inlinable
    public static func hash(_ pointer: UnsafePointer<UInt8>, count: Int, seed: UInt64 = 0) -> UInt64 {
        var state = State(count: count, seed: seed)
        let raw = UnsafeRawPointer(pointer)
        var i = 0
        while i + 8 <= count {
            state.add(UInt64(littleEndian: (raw + i).loadUnaligned(as: UInt64.self)))
            i += 8
        }
        return state.finished(tail: Self.tail(raw, from: i, count: count))
    }

    /// The hash of bytes that someone reads for a purpose of their own: eight at a time, then what is left of them.
    public struct State: Sendable {
        @usableFromInline var h: UInt64

        @inlinable
        @inline(__always)
        public init(count: Int, seed: UInt64 = 0) {
            h = seed ^ (UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15)
        }

        /// - Parameter word: the next eight bytes, the first one lowest.
        @inlinable
        @inline(__always)
        public mutating func add(_ word: UInt64) {
            h = (h ^ word) &* 0xFF51_AFD7_ED55_8CCD
            h ^= h >> 32
        }

        /// - Parameter tail: the last bytes, seven at most, the first one lowest; 0 if none are left.
        @inlinable
        @inline(__always)
        public func finished(tail: UInt64) -> UInt64 { mix((h ^ tail) &* 0x9E37_79B9_7F4A_7C15) }
    }

    /// The `count` bytes at `bytes`, seven at most, as a little-endian number.
    /// - Parameter readable: bytes that may be read there, at least `count`.
    @inlinable
    @inline(__always)
    public static func tail(_ bytes: UnsafePointer<UInt8>, count: Int, readable: Int) -> UInt64 {
        if readable >= 8 {
            let word = UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
            return word & ((1 &<< UInt64(truncatingIfNeeded: 8 &* count)) &- 1)
        }
        return tail(UnsafeRawPointer(bytes), from: 0, count: count)
    }

    /// The bytes `start ..< count`, at most seven, as a little-endian number; reads nothing else but bytes before them.
    @inlinable
    @inline(__always)
    static func tail(_ bytes: UnsafeRawPointer, from start: Int, count: Int) -> UInt64 {
        let rest = count - start
        if rest == 0 { return 0 }
        if start > 0 {
            let last = UInt64(littleEndian: (bytes + count - 8).loadUnaligned(as: UInt64.self))
            return last >> UInt64(truncatingIfNeeded: 64 - 8 * rest)
        }
        if rest >= 4 {
            let low = UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self))
            let high = UInt32(littleEndian: (bytes + rest - 4).loadUnaligned(as: UInt32.self))
            return UInt64(low) | UInt64(high) << UInt64(truncatingIfNeeded: 8 * (rest - 4))
        }
        // One, two or three bytes: the first, the middle and the last are all of them.
        let middle = rest >> 1
        let byte = { (index: Int) in UInt64(bytes.load(fromByteOffset: index, as: UInt8.self)) }
        return byte(0) | byte(middle) << UInt64(truncatingIfNeeded: 8 * middle)
            | byte(rest - 1) << UInt64(truncatingIfNeeded: 8 * (rest - 1))
    }

    /// Hash of a name, as features and packs spell it.
    public static func hash(_ name: String, seed: UInt64 = 0) -> UInt64 {
        let bytes = Array(name.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return mix(seed) }
            return hash(base, count: buffer.count, seed: seed)
        }
    }
}
