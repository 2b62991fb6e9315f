import LureScreen

/// The state of one `Scan.run`: idle workers, finished blocks that wait for their turn, and the sum so far.
struct ScanRun {
    let scan: Scan
    let sink: Scan.Sink
    var summary = ScanSummary()
    private var idle: [Worker]

    init(scan: Scan, sink: Scan.Sink) {
        self.scan = scan
        self.sink = sink
        idle = (0..<scan.jobs).map { _ in Worker(RowScreener(screener: scan.screener, options: scan.options))
        }
    }

    /// One worker's buffers, handed from task to task; never used by two at once.
    final class Worker: @unchecked Sendable {
        // Sendable: a worker is either in `idle` or owned by the one task it was given to.
        private var rows: RowScreener

        init(_ rows: consuming RowScreener) { self.rows = rows }

        func answer(_ block: LineBlockReader.Block, file: String, lineLimit: Int) -> BlockAnswer {
            rows.answer(block, file: file, lineLimit: lineLimit)
        }
    }

    private struct Finished: Sendable {
        var index: Int
        var answer: BlockAnswer
        var worker: Worker
    }

    /// Answers every row of a file.
    /// - Returns: what kept the file from being read to its end, or nil.
    /// - Throws: when the output can't be written.
    mutating func answerAll(
        of file: FileDescriptor, named name: String
    ) async throws(Scan.OutputError) -> SystemError? {
        var reader = LineBlockReader(file)
        var waiting: [Int: BlockAnswer] = [:]
        var workers = idle
        let lineLimit = reader.lineLimit
        let outcome: Result<SystemError?, Scan.OutputError> = await withTaskGroup(of: Finished.self) {
            group in
            var started = 0
            var written = 0
            var readFault: SystemError?
            var outputFault: Scan.OutputError?
            var atEnd = false
            while true {
                // A block is read only when a worker is free and the queue of finished blocks is short.
                while !atEnd, !workers.isEmpty, started - written < 4 * scan.jobs {
                    do throws(SystemError) {
                        guard let block = try reader.next() else {
                            atEnd = true
                            break
                        }
                        let worker = workers.removeLast()
                        let index = started
                        started += 1
                        group.addTask {
                            Finished(
                                index: index, answer: worker.answer(block, file: name, lineLimit: lineLimit),
                                worker: worker)
                        }
                    } catch {
                        readFault = error
                        atEnd = true
                    }
                }
                guard let finished = await group.next() else { break }
                workers.append(finished.worker)
                waiting[finished.index] = finished.answer
                while outputFault == nil, let next = waiting.removeValue(forKey: written) {
                    outputFault = write(next)
                    written += 1
                }
                if outputFault != nil { atEnd = true }
            }
            return outputFault.map { .failure($0) } ?? .success(readFault)
        }
        return try outcome.get()
    }

    private mutating func write(_ answer: BlockAnswer) -> Scan.OutputError? {
        summary.add(answer.summary)
        summary.faults += answer.faults.count
        for fault in answer.faults { sink.report(fault) }
        do throws(SystemError) {
            try sink.output.write(answer.output)
            return nil
        } catch {
            return Scan.OutputError(cause: error)
        }
    }
}
