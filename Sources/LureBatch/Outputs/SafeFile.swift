/// A file that is there as a whole or not at all: it grows under a temporary name (`NAME.partial`) and gets its own when
/// it is complete.
///
/// What is no regular file (a pipe, a device) is written to directly.
final class SafeFile {
    /// Of the file itself, also where a link leads to it.
    private let path: String
    private let file: FileDescriptor
    private let isSafe: Bool
    /// Bytes written so far.
    private(set) var size = 0

    static func partialPath(_ path: String) -> String { resolvedPath(path) + ".partial" }

    enum OpenFault: Error {
        case system(SystemError)
        /// Another process is writing it.
        case busy
        /// Shorter than the size to go on at.
        case tooShort
    }

    /// - Parameter size: where an earlier process stood; nil: begin anew.
    init(_ path: String, resumedAt size: Int?) throws(OpenFault) {
        let path = resolvedPath(path)
        self.path = path
        let status = try? FileStatus.of(path)
        isSafe = status?.isRegular ?? true
        do throws(SystemError) {
            if isSafe {
                file = try FileDescriptor.openForAppending(Self.partialPath(path))
            } else {
                if status?.isFolder == true { throw SystemError.isFolder }
                file = try FileDescriptor.openForWriting(path)
            }
        } catch {
            throw .system(error)
        }
        guard isSafe else { return }
        guard file.lock() else {
            file.close()
            throw .busy
        }
        if let size, (file.status?.size ?? 0) < size {
            file.close()
            throw .tooShort
        }
        do throws(SystemError) {
            try file.truncate(to: size ?? 0)
        } catch {
            file.close()
            throw .system(error)
        }
        // Who could not read the file it replaces can't read this one.
        if let status { file.setPermissions(status.permissions) }
        self.size = size ?? 0
    }

    deinit { file.close() }

    func write(_ bytes: [UInt8]) throws(SystemError) {
        try file.write(bytes)
        size += bytes.count
    }

    func sync() throws(SystemError) { if isSafe { try file.sync() } }

    /// Gives the file its name.
    func commit() throws(SystemError) {
        guard isSafe else { return }
        try file.sync()
        try renameFile(Self.partialPath(path), to: path)
        syncFolder(of: path)
    }

    /// Writes a file as a whole.
    static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
        let temporary = path + ".new"
        do throws(SystemError) {
            let file = try FileDescriptor.create(temporary)
            defer { file.close() }
            try file.write(bytes)
            try file.sync()
            try renameFile(temporary, to: path)
        } catch {
            try? removeFile(temporary)
            throw error
        }
        syncFolder(of: path)
    }
}
