import LureScreen
import LureText

/// The two passes of grouping: puts answered blocks aside, then, when all rows are known, writes them with their groups.
final class GroupPass {
    private let scan: Scan
    private let path: String?
    private let keys: GroupKeys
    private let spill: SpillFile

    init(_ scan: Scan, _ plan: Scan.Plan) throws(Scan.Stop) {
        self.scan = scan
        path = plan.output
        keys = GroupKeys(rowLimit: scan.options.groupRowLimit)
        do throws(SystemError) {
            spill = try SpillFile(beside: plan.output)
        } catch {
            throw .output(plan.output ?? "temporary file", error)
        }
    }

    // MARK: First pass

    func add(_ block: Block) throws(Scan.Stop) {
        keys.add(block.groupRows, input: block.input)
        guard !block.groupFrame.isEmpty else { return }
        do throws(SystemError) {
            try spill.append(block.groupFrame)
        } catch {
            throw .output(path ?? "temporary file", error)
        }
    }

    // MARK: Second pass

    /// Writes all answers, in input order.
    /// - Parameter inputs: their names.
    func write(
        _ inputs: [String], _ layout: TableWriter.Layout?, to files: ScanFiles
    ) throws(Scan.Stop) -> GroupSummary {
        let groups = RowGroups(keys)
        var table = GroupTable(groups, keys)
        let packer = scan.options.packing.map { Packer($0) }
        let writer = GroupWriter(inputs, scan.options.output == .csv ? layout ?? TableWriter.Layout() : nil)
        var row = 0
        try rewind()
        while let block = try next() {
            if Interruption.isRequested { throw .interrupted(rows: 0) }
            let merged = try merge(block, &row, groups, writer, &table)
            if !merged.isEmpty { try files.write(packer?.pack(merged) ?? merged) }
        }
        return table.summary(inputs, showsTexts: scan.options.showsTexts)
    }

    private func rewind() throws(Scan.Stop) {
        do throws(SystemError) {
            try spill.rewind()
        } catch {
            throw .output(path ?? "temporary file", error)
        }
    }

    private func next() throws(Scan.Stop) -> [UInt8]? {
        do throws(SystemError) {
            return try spill.next()
        } catch {
            throw .output(path ?? "temporary file", error)
        }
    }

    /// The answers of a block with their groups.
    private func merge(
        _ block: [UInt8], _ row: inout Int, _ groups: RowGroups, _ writer: GroupWriter,
        _ table: inout GroupTable
    ) throws(Scan.Stop) -> [UInt8] {
        var merged: [UInt8] = []
        let isWhole = block.withUnsafeBufferPointer { bytes in
            guard bytes.count >= 8 else { return false }
            var count = 0
            for byte in 0..<8 { count |= Int(bytes[byte]) << (8 * byte) }
            guard count >= 0, count <= bytes.count - 8 else { return false }
            let answers = UnsafeBufferPointer(rebasing: bytes[8..<8 + count])
            merged.reserveCapacity(count + count / 8)
            var offset = 8 + count
            var done = 0
            while offset < bytes.count {
                guard let note = RowNotes(bytes, at: &offset) else { return false }
                let group = groups.group(of: row)
                if let group { table.add(note, to: group) }
                if let place = note.place, place >= done, place <= count {
                    merged += answers[done..<place]
                    writer.append(group, first: group.map { keys.places[$0.first] }, to: &merged)
                    done = place
                }
                row += 1
            }
            merged += answers[done...]
            return true
        }
        if !isWhole { throw .output(path ?? "temporary file", .damaged) }
        return merged
    }
}

/// Writes which group a row is in: a member of its JSON object, or three cells of a table.
struct GroupWriter {
    private let names: [[UInt8]]
    private let inputs: [String]
    /// nil: JSON.
    private let layout: TableWriter.Layout?

    init(_ inputs: [String], _ layout: TableWriter.Layout?) {
        self.inputs = inputs
        self.layout = layout
        names = inputs.map { name in
            var json: [UInt8] = []
            Array(name.utf8).withUnsafeBufferPointer { JSONText.appendString($0, to: &json) }
            return json
        }
    }

    func append(_ group: RowGroups.Group?, first: GroupKeys.Place?, to bytes: inout [UInt8]) {
        if let layout { return appendCells(group, first, layout.separator, to: &bytes) }
        guard let group, let first else {
            bytes += ",\"group\":null".utf8
            return
        }
        bytes += ",\"group\":{\"id\":\"".utf8
        bytes += GroupSummary.id(group.hash).utf8
        bytes += "\",\"size\":\(group.size),\"first\":{\"file\":".utf8
        bytes += names[Int(first.input)]
        bytes += ",\"line\":\(first.line)}}".utf8
    }

    private func appendCells(
        _ group: RowGroups.Group?, _ first: GroupKeys.Place?, _ separator: UInt8, to bytes: inout [UInt8]
    ) {
        bytes.append(separator)
        guard let group, let first else {
            bytes += [separator, separator]
            return
        }
        bytes += GroupSummary.id(group.hash).utf8
        bytes.append(separator)
        bytes += "\(group.size)".utf8
        bytes.append(separator)
        TableWriter.appendCell(Array(first.name(inputs).utf8), separator, to: &bytes)
    }
}
