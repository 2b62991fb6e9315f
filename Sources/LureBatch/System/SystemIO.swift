// The few calls of the C library the batch scanner needs; Foundation would add tens of megabytes and
// milliseconds of start-up.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why a file could not be read or written, as the system says it.
public struct SystemError: Error, Equatable, Sendable {
    public var code: Int32

    public init(code: Int32) { self.code = code }

    static var last: SystemError { SystemError(code: errno) }

    /// Whether the reader at the other end of a pipe went away.
    public var isBrokenPipe: Bool { code == EPIPE }

    public var message: String {
        guard let text = strerror(code) else { return "error \(code)" }
        return String(cString: text)
    }
}

/// An open file.
public struct FileDescriptor: Sendable {
    public let raw: Int32

    public static let standardInput = FileDescriptor(raw: 0)
    public static let standardOutput = FileDescriptor(raw: 1)
    public static let standardError = FileDescriptor(raw: 2)

    public static func openForReading(_ path: String) throws(SystemError) -> FileDescriptor {
        let raw = open(path, O_RDONLY | O_CLOEXEC)
        if raw < 0 { throw .last }
        let file = FileDescriptor(raw: raw)
        var status = stat()
        if fstat(raw, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            file.close()
            throw SystemError(code: EISDIR)
        }
        return file
    }

    /// Creates the file or empties it.
    public static func create(_ path: String) throws(SystemError) -> FileDescriptor {
        let raw = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        if raw < 0 { throw .last }
        return FileDescriptor(raw: raw)
    }

    public func close() { closeDescriptor(raw) }

    public var isTerminal: Bool { isatty(raw) == 1 }

    /// Reads at most `buffer.count` bytes; 0 at the end of the file.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        while true {
            let count = readDescriptor(raw, buffer)
            if count >= 0 { return count }
            if errno != EINTR { throw .last }
        }
    }

    /// Reads to the end.
    public func readAll() throws(SystemError) -> [UInt8] {
        var all: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let outcome = block.withUnsafeMutableBytes { buffer in
                Result { () throws(SystemError) in try read(into: buffer) }
            }
            let count = try outcome.get()
            if count == 0 { return all }
            all.append(contentsOf: block[..<count])
        }
    }

    /// Writes all bytes.
    public func write(_ bytes: [UInt8]) throws(SystemError) {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                writeDescriptor(raw, UnsafeRawBufferPointer(rebasing: buffer[done...]))
            }
            if count >= 0 {
                done += count
            } else if errno != EINTR {
                throw .last
            }
        }
    }
}

// Free functions, because inside `FileDescriptor` the C names mean its own methods.
private func closeDescriptor(_ raw: Int32) { _ = close(raw) }

private func readDescriptor(_ raw: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(raw, buffer.baseAddress, buffer.count)
}

private func writeDescriptor(_ raw: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    write(raw, buffer.baseAddress, buffer.count)
}

/// Makes a write to a closed pipe an error instead of the end of the process.
public func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

/// Where `byte` first stands at or after `start`, or the length of `bytes`: the C library looks at 32 bytes at once.
func firstIndex(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress, start < bytes.count,
        let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
}
