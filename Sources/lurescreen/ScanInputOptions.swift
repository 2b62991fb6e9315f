import ArgumentParser
import LureBatch

/// How `scan` reads.
struct ScanInputOptions: ParsableArguments {
    @Option(
        help: """
            Input format: auto (by file name, else by content), jsonl, csv, tsv, lines (each line is a text), text \
            (each file is a text) or mbox.
            """)
    var format = InputFormat.auto

    @Option(help: "Separator of CSV fields: one character, or tab; by default what the first line shows.")
    var separator: String?

    @Option(help: "Encoding of the input, as iconv names it: UTF-16, GB18030, Big5, windows-1258, TIS-620 …")
    var encoding: String?

    @Option(help: "Field that holds the text; repeat it to join several (title, then body).")
    var textField: [String] = []

    @Option(help: "Field that becomes the answer's id; rows without it get their line number.")
    var idField = "id"

    @Option(help: "Field to carry over into the answer, byte for byte; may be repeated.")
    var keep: [String] = []

    /// For tests: small blocks make many of them.
    @Option(help: .hidden)
    var blockBytes: Int?

    enum InputFormat: String, CaseIterable, ExpressibleByArgument {
        case auto, jsonl, csv, tsv, lines, text, mbox
    }

    func validate() throws {
        if let separator, separatorByte == nil || separatorByte == 0x22 || separatorByte == 0x0A {
            throw ValidationError(
                "--separator \(separator) is not one ASCII character; write for example ';' or tab.")
        }
    }

    private var separatorByte: UInt8? {
        guard let separator else { return nil }
        if separator == "tab" || separator == "\\t" { return 0x09 }
        let bytes = Array(separator.utf8)
        return bytes.count == 1 && bytes[0] < 0x80 ? bytes[0] : nil
    }

    func apply(to options: inout ScanOptions) {
        options.format = ScanOptions.RowFormat(rawValue: format.rawValue)
        options.separator = separatorByte
        options.encoding = encoding
        if !textField.isEmpty { options.textFields = textField }
        options.idField = idField
        options.keptFields = keep
        if let blockBytes { options.blockSize = blockBytes }
    }
}
