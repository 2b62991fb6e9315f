#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a file is.
struct FileStatus: Sendable {
    /// What tells one file from all others while it lies there.
    struct Identity: Hashable, Sendable {
        var device: UInt64
        var number: UInt64
    }

    var isRegular: Bool
    var isFolder: Bool
    /// Bytes.
    var size: Int
    var identity: Identity
    /// Who may read and write it.
    var permissions: mode_t

    init(_ status: stat) {
        isRegular = status.st_mode & S_IFMT == S_IFREG
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        size = Int(status.st_size)
        permissions = status.st_mode & 0o777
        identity = Identity(
            device: UInt64(truncatingIfNeeded: status.st_dev),
            number: UInt64(truncatingIfNeeded: status.st_ino))
    }

    /// Of the file a path leads to, through links.
    static func of(_ path: String) throws(SystemError) -> FileStatus {
        var status = stat()
        if stat(path, &status) != 0 { throw .last }
        return FileStatus(status)
    }
}

/// Names in a folder, sorted by their bytes, without those that begin with a point.
func namesInFolder(_ path: String) throws(SystemError) -> [String] {
    guard let folder = opendir(path) else { throw .last }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
                String(cString: $0)
            }
        }
        if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
}

/// Paths that match a pattern with `*`, `?` or `[…]`, sorted; none if nothing matches.
func pathsMatching(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0, let paths = found.gl_pathv else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
}

/// Where a path leads in the end; the path itself if there is nothing yet.
func resolvedPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
}

func renameFile(_ from: String, to target: String) throws(SystemError) {
    if rename(from, target) != 0 { throw .last }
}

/// Removes a file; one that is missing is no fault.
func removeFile(_ path: String) throws(SystemError) {
    if unlink(path) != 0, errno != ENOENT { throw .last }
}

/// Makes renames in the folder of `path` last.
func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let raw = open(folder, O_RDONLY | O_CLOEXEC)
    guard raw >= 0 else { return }
    fsync(raw)
    close(raw)
}

/// Seconds on a clock that nobody sets.
func monotonicSeconds() -> Double { Double(monotonicNanoseconds()) / 1e9 }

/// Nanoseconds on the same clock.
@Sendable func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
