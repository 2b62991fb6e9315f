#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Makes a write to a closed pipe an error instead of the end of the process.
public func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

/// Where `byte` first stands at or after `start`, or the length of `bytes`: the C library looks at 32 bytes at once.
func firstIndex(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress, start < bytes.count,
        let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
}

/// Where `word` first stands at or after `start`, or the length of `bytes`; fast if its last byte is rare.
func firstIndex(of word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress, let last = word.last else { return bytes.count }
    var end = start + word.count - 1
    while end < bytes.count {
        end = firstIndex(of: last, in: bytes, from: end)
        let place = end + 1 - word.count
        if end < bytes.count, memcmp(base + place, word, word.count) == 0 { return place }
        end += 1
    }
    return bytes.count
}
