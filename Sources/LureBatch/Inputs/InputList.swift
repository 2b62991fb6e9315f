/// The inputs of a scan: files, standard input, what patterns match, and the files in folders.
struct InputList: Sendable {
    struct Item: Sendable {
        /// As given, or the folder as given and the path in it; "-" is standard input.
        var name: String
        var isInFolder = false
        /// Bytes, if it is a regular file.
        var size: Int?
        /// Why there is nothing to read.
        var fault: InputFault?
    }

    private(set) var items: [Item] = []
    /// Files that folders are not to give: what the scan writes.
    private let excluded: Set<FileStatus.Identity>

    /// - Parameter outputs: paths that the scan writes to.
    init(_ names: [String], outputs: [String]) {
        excluded = Set(outputs.compactMap { path in (try? FileStatus.of(path))?.identity })
        for name in names { add(name) }
    }

    /// Bytes of all inputs as they lie there; nil if that is not known.
    var size: Int? {
        var sum = 0
        for item in items where item.fault == nil {
            guard let size = item.size else { return nil }
            sum += size
        }
        return sum
    }

    private mutating func add(_ name: String) {
        if name == "-" {
            let status = FileDescriptor.standardInput.status
            let size = status.flatMap { $0.isRegular ? $0.size : nil }
            items.append(Item(name: name, size: size))
            return
        }
        do throws(SystemError) {
            try add(name, FileStatus.of(name))
        } catch {
            let isPattern = name.contains { $0 == "*" || $0 == "?" || $0 == "[" }
            let paths = isPattern ? pathsMatching(name) : []
            for path in paths {
                do throws(SystemError) {
                    try add(path, FileStatus.of(path))
                } catch {
                    items.append(Item(name: path, fault: .system(error)))
                }
            }
            if paths.isEmpty {
                items.append(Item(name: name, fault: isPattern ? .noMatch : .system(error)))
            }
        }
    }

    private mutating func add(_ name: String, _ status: FileStatus) throws(SystemError) {
        guard status.isFolder else {
            items.append(Item(name: name, size: status.isRegular ? status.size : nil))
            return
        }
        let count = items.count
        var parents = [status.identity]
        addFolder(name.hasSuffix("/") ? String(name.dropLast()) : name, &parents)
        if items.count == count { items.append(Item(name: name, fault: .noMatch)) }
    }

    /// - Parameter parents: folders that are open, so that a link back to one is not followed for ever.
    private mutating func addFolder(_ folder: String, _ parents: inout [FileStatus.Identity]) {
        do throws(SystemError) {
            for name in try namesInFolder(folder) { addMember("\(folder)/\(name)", &parents) }
        } catch {
            items.append(Item(name: folder, fault: .system(error)))
        }
    }

    private mutating func addMember(_ path: String, _ parents: inout [FileStatus.Identity]) {
        do throws(SystemError) {
            let status = try FileStatus.of(path)
            if status.isFolder {
                if parents.contains(status.identity) {
                    items.append(Item(name: path, fault: .folderLoop))
                    return
                }
                parents.append(status.identity)
                addFolder(path, &parents)
                parents.removeLast()
            } else if status.isRegular, !excluded.contains(status.identity) {
                items.append(Item(name: path, isInFolder: true, size: status.size))
            }
        } catch {
            items.append(Item(name: path, fault: .system(error)))
        }
    }
}
