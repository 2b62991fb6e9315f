import LureScreen
import LureText

/// One run of a scan: reads, hands to workers, writes in order, keeps the checkpoint.
final class ScanRun {
    private let scan: Scan
    private let plan: Scan.Plan
    private let events: Scan.Events
    private let inputs: InputList
    private let files: ScanFiles
    private let pool: WorkerPool
    /// What is written so far.
    private var written: Checkpoint
    /// Blocks under way, in order, and those that are free.
    private var underWay: [Block] = []
    private var free: [Block] = []
    private let blockLimit: Int
    private var layout: TableWriter.Layout?
    private let groups: GroupPass?
    private let contacts: ContactTable?
    /// The finished scan that is only to be given its names.
    private let leftovers: Checkpoint?
    private var groupSummary: GroupSummary?
    /// Nanoseconds by `Stage.rawValue`; empty if they are not measured.
    private var stageTimes: [UInt64] = []

    private let startTime = monotonicSeconds()
    private var lastCheckpoint: Double
    private var lastProgress: Double
    private let firstRows: Int
    private var firstShare: Double?
    /// Bytes of the inputs before the one being read.
    private var bytesBefore = 0

    init(_ scan: Scan, _ plan: Scan.Plan, _ events: Scan.Events) throws(Scan.Stop) {
        self.scan = scan
        self.plan = plan
        self.events = events
        let outputs = [plan.output, plan.errors, plan.contacts].compactMap { $0 }.flatMap {
            [$0, SafeFile.partialPath($0), Checkpoint.path(for: $0)]
        }
        inputs = InputList(plan.inputs, outputs: outputs + plan.otherOutputs)
        let ruleCount = scan.screener.pack.ruleCount
        let identity = Self.identity(scan, plan, inputs)
        let keepsCheckpoint = scan.keepsCheckpoint(plan)
        let earlier = keepsCheckpoint ? try Self.earlier(plan, identity, ruleCount) : nil
        leftovers = earlier?.isFinished == true ? earlier : nil
        if let earlier, leftovers == nil { try Self.check(inputs, against: earlier) }
        written = earlier ?? Checkpoint(scan: identity, ruleCount: ruleCount)
        if earlier == nil { written.inputSizes = Self.sizes(inputs) }
        firstRows = written.tally.rows
        var running = plan
        if leftovers != nil { (running.output, running.errors) = (nil, nil) }
        files = try ScanFiles(
            running, resuming: earlier, keepsCheckpoint: keepsCheckpoint && leftovers == nil)
        groups = scan.options.groupsRows ? try GroupPass(scan, plan) : nil
        contacts = plan.contacts == nil ? nil : ContactTable()
        pool = WorkerPool(
            jobs: leftovers == nil ? scan.jobs : 1, screener: scan.screener, options: scan.options)
        blockLimit = scan.jobs == 1 ? 1 : 2 * scan.jobs + 2
        (lastCheckpoint, lastProgress) = (startTime, startTime)
        if written.hasLayout { layout = layoutOfCheckpoint() }
    }

    // MARK: Going on

    private func layoutOfCheckpoint() -> TableWriter.Layout {
        let format = written.separator.map { RecordFormat.csv(separator: $0) } ?? .jsonl
        return TableWriter.layout(
            options: scan.options, format: format, header: written.header,
            columns: Self.columns(written.header, written.separator))
    }

    private static func columns(_ header: [UInt8], _ separator: UInt8?) -> [String] {
        guard let separator else { return [] }
        var scanner = CSVScanner(separator: separator)
        return header.withUnsafeBufferPointer { bytes in
            guard case .record = scanner.scan(bytes, from: 0, isLast: true) else { return [] }
            return scanner.fields.map { field in
                var name: [UInt8] = []
                CSVScanner.appendText(of: field, in: bytes, to: &name)
                return String(decoding: name, as: UTF8.self)
            }
        }
    }

    // MARK: Running

    func finish() throws(Scan.Stop) -> ScanSummary {
        defer { pool.close() }
        if leftovers != nil {
            try ScanFiles.commitLeftovers(plan)
            return summary()
        }
        do throws(Scan.Stop) {
            for index in inputs.items.indices {
                if index >= written.input { try readAll(of: index) }
                bytesBefore += inputs.items[index].size ?? 0
            }
            try writeAll()
            groupSummary = try groups?.write(inputs.items.map { $0.name }, layout, to: files)
        } catch {
            throw try stopped(by: error)
        }
        if files.isEmpty, let packing = scan.options.packing {
            try files.write(Packer(packing).packWhole([]))
        }
        written.isFinished = true
        try files.save(written)
        try files.commit()
        try writeContacts()
        return summary()
    }

    private func add(_ times: [UInt64]) {
        if stageTimes.isEmpty { stageTimes = [UInt64](repeating: 0, count: times.count) }
        for index in times.indices { stageTimes[index] += times[index] }
    }

    private func summary() -> ScanSummary {
        var summary = ScanSummary(ruleCount: scan.screener.pack.ruleCount)
        summary.tally = written.tally
        summary.faults = written.faults
        summary.inputs = inputs.items.count
        summary.unreadableInputs = written.unreadableInputs
        summary.seconds = monotonicSeconds() - startTime
        summary.rowsOfRun = written.tally.rows - firstRows
        summary.stageTimes = stageTimes
        summary.groups = groupSummary
        summary.contacts = contacts?.count
        summary.contactsLeftOut = contacts?.leftOut ?? 0
        return summary
    }

    private func writeContacts() throws(Scan.Stop) {
        guard let contacts, let path = plan.contacts else { return }
        let names = inputs.items.map { $0.name }
        let bytes = path.hasSuffix(".json") ? contacts.stix(names) : contacts.csv(names)
        do throws(SystemError) {
            try SafeFile.write(bytes, to: resolvedPath(path))
        } catch {
            throw .output(path, error)
        }
    }

    /// Brings to an end what is under way and saves it. After a fault of the output there is nothing to save: the last
    /// checkpoint stands.
    private func stopped(by stop: Scan.Stop) throws(Scan.Stop) -> Scan.Stop {
        switch stop {
        case .interrupted, .inputLost, .inputChanged:
            try writeAll()
            try files.save(written)
        default: return stop
        }
        if case .interrupted = stop { return .interrupted(rows: written.tally.rows) }
        return stop
    }

    // MARK: Reading

    /// An input that is open and stands at its first row.
    private struct Opened {
        var file: FileDescriptor
        var reader: BlockReader
        var source: RowSource
        var head: UInt64
    }

    /// Reads one input from where it stands to its end.
    private func readAll(of index: Int) throws(Scan.Stop) {
        let item = inputs.items[index]
        let isResumed = index == written.input && written.position != InputPosition()
        var opened: Opened
        do throws(InputFault) {
            opened = try open(item)
            if isResumed {
                if opened.head != written.head { throw .otherContent }
                try opened.reader.skip(to: written.position)
            }
        } catch {
            return try handle(error, of: index, whileOpening: true)
        }
        defer { if item.name != "-" { opened.file.close() } }
        if let header = opened.source.header { try decideLayout(header, &opened.source) }
        do throws(InputFault) {
            if opened.source.format.isCSV { try opened.source.find(options: scan.options) }
        } catch {
            return try handle(error, of: index, whileOpening: false)
        }
        while true {
            if Interruption.isRequested { throw .interrupted(rows: 0) }
            let block = try takeBlock()
            do throws(InputFault) {
                guard try opened.reader.next(into: block) else {
                    free.append(block)
                    return
                }
            } catch {
                free.append(block)
                return try handle(error, of: index, whileOpening: false)
            }
            (block.source, block.input, block.head) = (opened.source, index, opened.head)
            block.bytesRead = bytesBefore + opened.reader.rawCount
            underWay.append(block)
            pool.submit(block)
        }
    }

    private func open(_ item: InputList.Item) throws(InputFault) -> Opened {
        if let fault = item.fault { throw fault }
        let file: FileDescriptor
        do throws(SystemError) {
            file = item.name == "-" ? .standardInput : try .openForReading(item.name)
        } catch {
            throw .system(error)
        }
        do throws(InputFault) {
            let stream = try ByteStream(file, encoding: scan.options.encoding)
            var reader = BlockReader(stream, limits: scan.options.limits)
            // What is at hand for certain, however reads happen to be cut.
            let headCount = min(4096, scan.options.limits.block)
            let head = try reader.withHead { StableHash.hash(of: $0.prefix(headCount)) }
            let format = try format(of: item, &reader)
            var source = RowSource(name: item.name, format: format, options: scan.options)
            source.header = try reader.begin(format) ?? []
            return Opened(file: file, reader: reader, source: source, head: head)
        } catch {
            if item.name != "-" { file.close() }
            throw error
        }
    }

    private func format(
        of item: InputList.Item, _ reader: inout BlockReader
    ) throws(InputFault) -> RecordFormat {
        let options = scan.options
        let columns = (options.textFields ?? ["text"]) + [options.idField] + options.keptFields
        switch options.format {
        case .jsonl: return .jsonl
        case .tsv: return .csv(separator: options.separator ?? 0x09)
        case .lines: return .lines
        case .text: return .text
        case .mbox: return .mbox
        case .csv, nil: break
        }
        if options.format == nil,
            let format = RecordFormat.byName(
                item.name, isInFolder: item.isInFolder, separator: options.separator)
        {
            return format
        }
        if let separator = options.separator { return .csv(separator: separator) }
        let isCSV = options.format == .csv || RecordFormat.isCSVName(item.name)
        return try reader.withHead { head in
            isCSV
                ? .csv(separator: RecordFormat.separator(of: head, columns: columns))
                : RecordFormat.byContent(head, columns: columns)
        }
    }

    /// What a fault of an input means for the scan.
    private func handle(
        _ fault: InputFault, of index: Int, whileOpening: Bool
    ) throws(Scan.Stop) {
        let item = inputs.items[index]
        if Interruption.isRequested { throw .interrupted(rows: 0) }
        if fault == .otherContent { throw .inputChanged(item.name) }
        if files.canResume, item.fault == nil, fault.mayPass, !whileOpening || fault.isMissing {
            throw .inputLost(item.name, fault)
        }
        let block = try takeBlock()
        block.reset()
        (block.source, block.input, block.inputFault) = (nil, index, fault)
        underWay.append(block)
        pool.submit(block)
    }

    /// The first input with rows decides how a table looks.
    private func decideLayout(_ header: [UInt8], _ source: inout RowSource) throws(Scan.Stop) {
        var separator: UInt8?
        if case .csv(let found) = source.format { separator = found }
        source.columns = Self.columns(header, separator)
        guard scan.options.output == .csv, !(source.format.isCSV && header.isEmpty) else { return }
        let layout =
            layout
            ?? TableWriter.layout(
                options: scan.options, format: source.format, header: header, columns: source.columns)
        source.layout = layout
        self.layout = layout
        guard !written.hasLayout else { return }
        try writeAll()
        let packed = scan.options.packing.map { Packer($0).pack(layout.header) }
        try files.write(packed ?? layout.header)
        (written.hasLayout, written.header, written.separator) = (true, header, separator)
    }

    // MARK: Writing

    /// A block to read into; waits for the oldest one if too many are under way.
    private func takeBlock() throws(Scan.Stop) -> Block {
        while let first = underWay.first, underWay.count >= blockLimit || pool.isAnswered(first) {
            try writeFirst()
        }
        return free.popLast() ?? Block(ruleCount: scan.screener.pack.ruleCount)
    }

    private func writeAll() throws(Scan.Stop) {
        while !underWay.isEmpty { try writeFirst() }
    }

    /// Writes the oldest block under way.
    private func writeFirst() throws(Scan.Stop) {
        let block = underWay.removeFirst()
        pool.wait(for: block)
        if let groups {
            try groups.add(block)
        } else if !block.output.isEmpty {
            try files.write(block.output)
        }
        contacts?.add(block.mentions, input: block.input)
        for fault in block.faults {
            if files.writesErrors { try files.write(fault) } else { events.report(fault) }
        }
        written.tally.add(block.tally)
        add(block.stageTimes)
        written.faults += block.faults.count
        (written.input, written.position, written.head) = (block.input, block.end, block.head)
        if let fault = block.inputFault {
            let name = inputs.items[block.input].name
            written.unreadableInputs.append(name)
            // Not to be met again by a scan that goes on from here.
            (written.input, written.position) = (block.input + 1, InputPosition())
            events.reportInput(name, fault)
        }
        let now = monotonicSeconds()
        if now - lastProgress >= 0.25 { report(block, now) }
        if now - lastCheckpoint >= plan.checkpointInterval {
            try files.save(written)
            lastCheckpoint = monotonicSeconds()
        }
        free.append(block)
    }

    private func report(_ block: Block, _ now: Double) {
        lastProgress = now
        let share = inputs.size.flatMap { $0 > 0 ? min(1, Double(block.bytesRead) / Double($0)) : nil }
        if firstShare == nil { firstShare = firstRows == 0 ? 0 : share }
        events.progress(
            Scan.Progress(
                rows: written.tally.rows, rowsOfRun: written.tally.rows - firstRows,
                seconds: now - startTime, share: share, firstShare: firstShare ?? 0))
    }
}

extension StableHash {
    fileprivate static func hash(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
        let part = UnsafeBufferPointer(rebasing: bytes)
        return part.baseAddress.map { hash($0, count: part.count) } ?? 0
    }
}
