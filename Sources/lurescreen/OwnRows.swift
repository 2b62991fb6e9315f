import ArgumentParser
import LureBatch
import LureEvaluation
import LureText
import LureTraining

/// Someone's own rows, as training goes through them; faults are printed the first time only.
final class OwnRows {
    private let files: [String]
    private let fields: RowOptions
    private var faults = 0
    private var unlabelled = 0
    private var leftOut = 0
    private var rounds = 0

    private static let batchSize = 4096

    init(_ files: [String], _ fields: RowOptions) {
        self.files = files
        self.fields = fields
    }

    var source: TrainingSource { TrainingSource { body in try self.forEachBatch(body) } }

    /// Whether every row could be used.
    var isComplete: Bool { faults == 0 && unlabelled == 0 }

    var log: [String] {
        var log: [String] = []
        if faults > 0 { log.append("rows that can't be read, not used: \(faults)") }
        if unlabelled > 0 {
            log.append(
                "rows without a label in \"\(fields.labelField)\", not used: \(unlabelled)")
        }
        if leftOut > 0 { log.append("rows of the test split, left out: \(leftOut)") }
        return log
    }

    private func forEachBatch(_ body: ([TrainingText]) -> Void) throws {
        let isFirst = rounds == 0
        rounds += 1
        for file in files {
            var reader = RowReader(fields.fields)
            try read(file, &reader) { rows in body(rows.compactMap { self.text($0, isFirst: isFirst) }) }
            guard isFirst else { continue }
            for fault in reader.faults { printError("error: \(fault.message)") }
            faults += reader.faults.count
        }
    }

    /// Reads JSON lines piece by piece; tables as a whole.
    private func read(
        _ file: String, _ reader: inout RowReader, _ body: ([EvaluationRow]) -> Void
    ) throws {
        let pieces = try LinePieces(file)
        let head = try pieces.next() ?? []
        let format = RowReader.told(fields.format, file, head)
        guard format == .jsonl else {
            reader.read(try readFile(file), file: file, format: format, batch: Self.batchSize, body)
            return
        }
        var piece = head
        var line = 1
        while !piece.isEmpty {
            reader.read(
                piece, file: file, format: format, batch: Self.batchSize, firstLine: line, body)
            line += piece.count { $0 == 0x0A }
            piece = try pieces.next() ?? []
        }
    }

    /// - Returns: nil for a row that is not learned from.
    private func text(_ row: EvaluationRow, isFirst: Bool) -> TrainingText? {
        if row.split == "test" {
            if isFirst { leftOut += 1 }
            return nil
        }
        guard let isLure = row.isLure else {
            if isFirst { unlabelled += 1 }
            return nil
        }
        return TrainingText(
            text: row.text, isLure: isLure, kind: row.kind,
            language: row.language.flatMap { Language(code: $0) }, cluster: row.cluster)
    }
}

/// A file in pieces of some megabytes that end with a line.
private final class LinePieces {
    private static let size = 1 << 22
    private let path: String
    private let file: FileDescriptor
    private var buffer = [UInt8](repeating: 0, count: size)
    /// Of a line whose end was not read yet.
    private var rest: [UInt8] = []

    init(_ path: String) throws {
        self.path = path
        do throws(SystemError) {
            file = try FileDescriptor.openForReading(path)
        } catch {
            throw Self.failure(path, error)
        }
    }

    deinit { file.close() }

    /// - Returns: nil at the end of the file.
    func next() throws -> [UInt8]? {
        var piece = rest
        rest = []
        while true {
            let count = try fill()
            guard count > 0 else { return piece.isEmpty ? nil : piece }
            guard let end = buffer[..<count].lastIndex(of: 0x0A) else {
                piece += buffer[..<count]
                continue
            }
            piece += buffer[...end]
            rest = Array(buffer[(end + 1)..<count])
            return piece
        }
    }

    private func fill() throws -> Int {
        let outcome = buffer.withUnsafeMutableBytes { buffer in
            Result { () throws(SystemError) in try file.read(into: buffer) }
        }
        switch outcome {
        case .success(let count): return count
        case .failure(let error): throw Self.failure(path, error)
        }
    }

    private static func failure(_ path: String, _ error: SystemError) -> ExitCode {
        printError("error: \(path): \(error.message)")
        return ExitCode(2)
    }
}
