#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A pipe to or from another program; its ends are closed when nobody holds it any more.
final class Pipe {
    private(set) var readEnd: Int32 = -1
    private(set) var writeEnd: Int32 = -1

    /// nil if the system has no more files to give.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        (readEnd, writeEnd) = (ends[0], ends[1])
        // The child gets its own copies; others must not hold an end open.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // What is written must never wait: the child may wait for us to read.
        _ = fcntl(writeEnd, F_SETFL, O_NONBLOCK)
    }

    deinit {
        closeReadEnd()
        closeWriteEnd()
    }

    func closeReadEnd() {
        if readEnd >= 0 { close(readEnd) }
        readEnd = -1
    }

    func closeWriteEnd() {
        if writeEnd >= 0 { close(writeEnd) }
        writeEnd = -1
    }

    /// Writes as much as fits; 0 if nothing does now, less if nobody reads any more.
    func write(_ bytes: ArraySlice<UInt8>) -> Int {
        let count = bytes.withUnsafeBytes { writeBytes(writeEnd, $0.baseAddress, min($0.count, 1 << 16)) }
        return count < 0 && (errno == EAGAIN || errno == EINTR) ? 0 : count
    }

    /// Appends what is there; 0 at the end, less on a fault.
    func read(into output: inout [UInt8]) -> Int {
        var block = [UInt8](repeating: 0, count: 1 << 16)
        let count = block.withUnsafeMutableBytes { readBytes(readEnd, $0.baseAddress, $0.count) }
        if count > 0 { output.append(contentsOf: block[..<count]) }
        return count < 0 && errno == EINTR ? 1 : count
    }
}

private func writeBytes(_ end: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(end, bytes, count)
}

private func readBytes(_ end: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(end, bytes, count)
}
