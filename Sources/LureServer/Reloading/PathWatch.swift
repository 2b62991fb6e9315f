#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What files look like from outside: enough to see that one was changed, added or removed.
///
/// Looked at rather than notified of: that works on every system and for files on other machines, and the few hundred
/// files of a rule folder cost a millisecond.
struct PathWatch: Equatable, Sendable {
    private struct Look: Equatable, Sendable {
        var path: String
        var size: Int
        var inode: UInt64
        /// Seconds and nanoseconds of the last change.
        var seconds: Int
        var nanoseconds: Int
    }

    private var looks: [Look] = []

    /// Looks at files, and at all that folders hold.
    init(_ paths: [String]) {
        for path in paths { look(at: path, depth: 0) }
    }

    private static let depthLimit = 8

    private mutating func look(at path: String, depth: Int) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR, depth < Self.depthLimit {
            for name in Self.names(in: path) { look(at: path + "/" + name, depth: depth + 1) }
            return
        }
        #if canImport(Darwin)
            let changed = status.st_mtimespec
        #else
            let changed = status.st_mtim
        #endif
        looks.append(
            Look(
                path: path, size: Int(status.st_size), inode: UInt64(status.st_ino), seconds: changed.tv_sec,
                nanoseconds: changed.tv_nsec))
    }

    private static func names(in folder: String) -> [String] {
        guard let handle = opendir(folder) else { return [] }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }
}
