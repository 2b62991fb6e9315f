// The few calls of the C library the batch scanner needs; Foundation would add tens of megabytes and
// milliseconds of start-up.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

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

    /// Opens a file for writing at its end and creates it if it is missing.
    static func openForAppending(_ path: String) throws(SystemError) -> FileDescriptor {
        let raw = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        if raw < 0 { throw .last }
        return FileDescriptor(raw: raw)
    }

    /// Opens what is there for writing: a pipe, a device.
    static func openForWriting(_ path: String) throws(SystemError) -> FileDescriptor {
        let raw = open(path, O_WRONLY | O_CLOEXEC)
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

    /// The same, but a request to stop (`Interruption`) ends the wait with EINTR.
    func readUnlessInterrupted(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
        while true {
            if Interruption.isRequested { throw SystemError(code: EINTR) }
            // A signal between the question and a read that blocks would go unseen; poll wakes up again.
            var waiting = pollfd(fd: raw, events: Int16(POLLIN), revents: 0)
            if poll(&waiting, 1, 250) <= 0 { continue }
            let count = readDescriptor(raw, buffer)
            if count >= 0 { return count }
            if errno != EINTR && errno != EAGAIN { throw .last }
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

    // MARK: Places and states

    /// nil if the system won't say.
    var status: FileStatus? {
        var status = stat()
        return fstat(raw, &status) == 0 ? FileStatus(status) : nil
    }

    func seek(to offset: Int) throws(SystemError) {
        if lseek(raw, off_t(offset), SEEK_SET) < 0 { throw .last }
    }

    /// Cuts the file off at `size` and goes on writing there.
    func truncate(to size: Int) throws(SystemError) {
        if ftruncate(raw, off_t(size)) != 0 { throw .last }
        try seek(to: size)
    }

    /// Waits until what was written is on the disk.
    func sync() throws(SystemError) {
        // Pipes and the like have nothing to wait for.
        if fsync(raw) != 0, errno != EINVAL, errno != EROFS, errno != ENOTSUP { throw .last }
    }

    func setPermissions(_ permissions: mode_t) { fchmod(raw, permissions) }

    /// Claims the file until it is closed; false if another process has it.
    func lock() -> Bool { flock(raw, LOCK_EX | LOCK_NB) == 0 }
}

// Free functions, because inside `FileDescriptor` the C names mean its own methods.
private func closeDescriptor(_ raw: Int32) { _ = close(raw) }

private func readDescriptor(_ raw: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(raw, buffer.baseAddress, buffer.count)
}

private func writeDescriptor(_ raw: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    write(raw, buffer.baseAddress, buffer.count)
}
