/// What workers need to know of the input a block comes from.
struct RowSource: Sendable {
    var name: String
    var format: RecordFormat
    /// Texts of fields by these names are joined.
    var textFields: [String]
    /// Of CSV: where the columns stand that are asked for.
    var textColumns: [Int] = []
    var idColumn: Int?
    var keptColumns: [Int] = []
    /// The first line of a CSV file as written; empty for other formats.
    var header: [UInt8]?
    /// Names of its columns.
    var columns: [String] = []
    /// How a table of answers looks.
    var layout = TableWriter.Layout()
    /// JSON string that names every answer, where one input is one text.
    var id: [UInt8]?

    init(name: String, format: RecordFormat, options: ScanOptions) {
        self.name = name
        self.format = format
        textFields = options.textFields ?? (format == .mbox ? ["subject", "text"] : ["text"])
        if format == .text {
            var json: [UInt8] = []
            Array(name.utf8).withUnsafeBufferPointer { JSONText.appendString($0, to: &json) }
            id = json
        }
    }

    /// Finds the columns of a CSV file by their names; an empty file needs none.
    mutating func find(options: ScanOptions) throws(InputFault) {
        guard !columns.isEmpty else { return }
        if let wanted = layout.columns, wanted != columns { throw .otherColumns }
        for name in textFields {
            guard let index = columns.firstIndex(of: name) else { throw .noColumn(name, found: columns) }
            textColumns.append(index)
        }
        for name in options.keptFields {
            guard let index = columns.firstIndex(of: name) else { throw .noColumn(name, found: columns) }
            keptColumns.append(index)
        }
        idColumn = columns.firstIndex(of: options.idField)
    }
}
