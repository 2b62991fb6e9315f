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

extension SystemError {
    static let isFolder = SystemError(code: EISDIR)

    /// What was written does not come back as it was.
    static let damaged = SystemError(code: EIO)

    /// Whether a file is not there.
    var isMissing: Bool { code == ENOENT || code == ENOTDIR }

    /// Whether a signal ended a wait.
    var isInterruption: Bool { code == EINTR }
}
