import ArgumentParser
import LureBatch
import LureScreen
import LureText

/// What `scan` says on standard error: faulty rows, progress, the summary, why it stopped.
final class ScanReport {
    private static let shownLimit = 10
    private let showsProgress: Bool
    private var faults = 0
    private var hasProgress = false

    init(showsProgress: Bool) { self.showsProgress = showsProgress }

    var events: Scan.Events {
        Scan.Events(
            report: { self.add($0) },
            reportInput: { name, fault in
                self.clearProgress()
                printError("error: \(name): \(fault.message)")
            },
            progress: { if self.showsProgress { self.show($0) } })
    }

    // MARK: Faulty rows

    /// The first ten are shown.
    private func add(_ fault: RowFault) {
        faults += 1
        guard faults <= Self.shownLimit else { return }
        clearProgress()
        printError("error: \(fault.message)")
    }

    /// - Parameter listed: all faults are in a file.
    func finish(listed: Bool) {
        if !listed, faults > Self.shownLimit {
            printError("error: \(faults - Self.shownLimit) more rows like these; --errors-to FILE lists all")
        }
    }

    // MARK: Progress

    private func show(_ progress: Scan.Progress) {
        guard let share = progress.share, progress.seconds > 0 else { return }
        let rate = Double(progress.rowsOfRun) / progress.seconds
        var line = "\(Int(share * 100)) % · \(progress.rows) rows · \(Int(rate)) rows/s"
        let done = share - progress.firstShare
        if done > 0.001, progress.seconds > 1 {
            line += " · \(Self.duration(progress.seconds * (1 - share) / done)) left"
        }
        write("\r\u{1B}[K\(line)")
        hasProgress = true
    }

    func clearProgress() {
        if hasProgress { write("\r\u{1B}[K") }
        hasProgress = false
    }

    private func write(_ text: String) { try? FileDescriptor.standardError.write(Array(text.utf8)) }

    private static func duration(_ seconds: Double) -> String {
        let whole = Int(min(max(seconds, 0), 1e7).rounded())
        if whole < 60 { return "\(whole) s" }
        if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
        return "\(whole / 3600) h \(whole % 3600 / 60) min"
    }

    // MARK: The end

    /// The first line counts rows by band; more lines follow where there is more to say.
    static func describe(_ summary: ScanSummary, _ screener: Screener) -> String {
        var parts = ["\(summary.rows) rows"]
        for band in Band.allCases.reversed() where summary.rows(in: band) > 0 {
            parts.append("\(summary.rows(in: band)) \(band.name)")
        }
        if summary.rows(of: .distress) > 0 { parts.append("\(summary.rows(of: .distress)) distress") }
        if summary.faults > 0 { parts.append("\(summary.faults) unreadable rows") }
        if !summary.unreadableInputs.isEmpty {
            parts.append("\(summary.unreadableInputs.count) unreadable inputs")
        }
        var lines = [parts.joined(separator: " · ")]
        guard summary.rows > 0 else { return lines[0] }
        let kinds = TextKind.allCases.map { ($0.name, summary.rows(of: $0)) }
        lines.append("kinds: " + list(kinds))
        let languages = Language.allCases.map { ($0.code, summary.rows(in: $0)) }
        lines.append("languages: " + list(languages + [("unknown", summary.rows(in: nil))], limit: 8))
        let rules = summary.topRules(5).map { (screener.pack.ruleID($0.rule), $0.rows) }
        if !rules.isEmpty { lines.append("rules: " + list(rules)) }
        if let groups = summary.groups { lines += ScanGroupReport.lines(groups, screener) }
        if let contacts = summary.contacts {
            lines.append(ScanGroupReport.line(contacts, leftOut: summary.contactsLeftOut))
        }
        if summary.seconds > 0, summary.rowsOfRun > 0 {
            let rate = Int(Double(summary.rowsOfRun) / summary.seconds)
            lines.append("time: \(duration(summary.seconds)) · \(rate) rows/s")
            if !summary.nanosecondsPerRow.isEmpty { lines.append(stages(summary)) }
        }
        return lines.joined(separator: "\n")
    }

    /// What each stage takes of a row, in the order of work.
    private static func stages(_ summary: ScanSummary) -> String {
        let times = summary.nanosecondsPerRow
        let sum = times.reduce(0) { $0 + $1.nanoseconds }
        let parts = times.map { "\($0.stage.name) \($0.nanoseconds)" }
        return "nanoseconds a row and core: \(sum) = " + parts.joined(separator: " + ")
    }

    /// Names with their counts, most first.
    private static func list(_ counts: [(String, Int)], limit: Int = .max) -> String {
        let sorted = counts.filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
        var parts = sorted.prefix(limit).map { "\($0.1) \($0.0)" }
        if sorted.count > limit { parts.append("\(sorted.count - limit) more") }
        return parts.joined(separator: " · ")
    }

    /// Says why a scan stopped and what to do; returns the exit status.
    func end(after stop: Scan.Stop, plan: Scan.Plan, keepsCheckpoint: Bool) -> ExitCode {
        switch stop {
        case .output(_, let error) where error.isBrokenPipe: return ExitCode(0)
        case .output(let path, let error):
            let resume = !keepsCheckpoint ? "" : "; once it can be written, \(Self.howToResume)"
            printError("error: \(path ?? "standard output"): \(error.message)\(resume)")
        case .interrupted(let rows):
            let resume =
                keepsCheckpoint
                ? "to go on, \(Self.howToResume)"
                : plan.output == nil
                    ? "with --output FILE a scan can be resumed"
                    : "with --group or --contacts a scan begins anew"
            printError("interrupted after \(rows) rows; \(resume)")
            return ExitCode(130)
        case .inputLost(let name, let fault):
            printError("error: \(name): \(fault.message); when it is back, \(Self.howToResume)")
        case .busy(let path):
            printError("error: \(path): another scan is writing it (\(path).partial)")
        case .otherScan(let checkpoint):
            printError(
                """
                error: \(checkpoint): belongs to a scan of other inputs, or with other options, rules or model; repeat \
                that command with --resume, or leave --resume out to begin anew
                """)
        case .badCheckpoint(let path):
            printError("error: \(path): does not fit what is beside it; leave --resume out to begin anew")
        case .inputChanged(let name):
            printError(
                """
                error: \(name): is not the file the interrupted scan read; bring that one back, or leave --resume out \
                to begin anew
                """)
        }
        return ExitCode(2)
    }

    private static let howToResume = "run the same command with --resume"
}
