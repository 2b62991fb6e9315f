/// A text file of the rule folder, as faults point into it.
public struct SourceFile: Hashable, Sendable {
    /// As it is shown: relative to where the rule folder lies, with the folder's own name.
    public let path: String
    public let lines: [String]

    public init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.last == "\r" ? String(line.dropLast()) : String(line)
        }
    }

    /// The last part of the path, without `.yml` or `.tsv`.
    public var stem: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }

    /// The folder it lies in.
    public var folder: String {
        let parts = path.split(separator: "/")
        return parts.count > 1 ? String(parts[parts.count - 2]) : ""
    }
}

/// A place in a file; line and column count from 1, columns in Unicode scalars.
public struct Place: Hashable, Sendable {
    public var file: SourceFile
    public var line: Int
    public var column: Int

    public init(_ file: SourceFile, line: Int = 1, column: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
    }

    func moved(by columns: Int) -> Place { Place(file, line: line, column: column + columns) }
}

/// A value and where it was written.
public struct Located<Value: Sendable>: Sendable {
    public var value: Value
    public var place: Place

    public init(_ value: Value, at place: Place) {
        self.value = value
        self.place = place
    }
}

extension Located: Equatable where Value: Equatable {}
