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
        var h = seed ^ (UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15)
        let raw = UnsafeRawPointer(pointer)
        var i = 0
        while i + 8 <= count {
            let word = UInt64(littleEndian: (raw + i).loadUnaligned(as: UInt64.self))
            h = (h ^ word) &* 0xFF51_AFD7_ED55_8CCD
            h ^= h >> 32
            i += 8
        }
        var tail: UInt64 = 0
        var shift: UInt64 = 0
        while i < count {
            tail |= UInt64(pointer[i]) << shift
            shift += 8
            i += 1
        }
        return mix((h ^ tail) &* 0x9E37_79B9_7F4A_7C15)
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
