import CZstd

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Blocks of bytes put aside and read again later, in the same order, from a file without a name: it is gone when the
/// process is, however that ends.
final class SpillFile {
    private let file: FileDescriptor
    /// Bytes put aside.
    private(set) var size = 0
    private var readCount = 0

    /// - Parameter output: the file lies in its folder; nil: in that for temporary files.
    init(beside output: String?) throws(SystemError) {
        var template = Self.template(beside: output)
        let raw: Int32 = template.withUnsafeMutableBufferPointer { path in
            guard let base = path.baseAddress else { return -1 }
            let raw = mkstemp(base)
            // A file without a name can't be left behind.
            if raw >= 0 { unlink(base) }
            return raw
        }
        if raw < 0 { throw .last }
        file = FileDescriptor(raw: raw)
        _ = fcntl(raw, F_SETFD, FD_CLOEXEC)
    }

    deinit { file.close() }

    private static func template(beside output: String?) -> [CChar] {
        // POSIX names both: the variable, and the folder that stands in for it.
        var path = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        if let output {
            let resolved = resolvedPath(output)
            path = resolved.lastIndex(of: "/").map { String(resolved[...$0]) } ?? "."
        }
        // mkstemp puts other letters in place of the six X.
        return Array((path + "/.lurescreen-XXXXXX").utf8CString)
    }

    /// Puts a packed block aside.
    func append(_ frame: [UInt8]) throws(SystemError) {
        var length: [UInt8] = []
        for byte in 0..<8 { length.append(UInt8(truncatingIfNeeded: frame.count >> (8 * byte))) }
        try file.write(length)
        try file.write(frame)
        size += frame.count + 8
    }

    func rewind() throws(SystemError) {
        try file.seek(to: 0)
        readCount = 0
    }

    /// The next block, unpacked; nil at the end.
    func next() throws(SystemError) -> [UInt8]? {
        guard readCount < size else { return nil }
        var count = 0
        for (index, byte) in try read(8).enumerated() { count |= Int(byte) << (8 * index) }
        guard let block = Self.unpacked(try read(count)) else { throw SystemError.damaged }
        readCount += count + 8
        return block
    }

    private func read(_ count: Int) throws(SystemError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let outcome = bytes.withUnsafeMutableBytes { buffer in
                let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
                return Result { () throws(SystemError) in try file.read(into: rest) }
            }
            let found = try outcome.get()
            if found == 0 { throw SystemError.damaged }
            done += found
        }
        return bytes
    }

    private static func unpacked(_ frame: [UInt8]) -> [UInt8]? {
        let size = ZSTD_getFrameContentSize(frame, frame.count)
        // The two highest values stand for errors.
        guard size < UInt64(Int.max) else { return nil }
        var isWhole = false
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(size)) { target, count in
            let result = ZSTD_decompress(target.baseAddress, target.count, frame, frame.count)
            isWhole = ZSTD_isError(result) == 0 && result == target.count
            count = isWhole ? result : 0
        }
        return isWhole ? bytes : nil
    }
}
