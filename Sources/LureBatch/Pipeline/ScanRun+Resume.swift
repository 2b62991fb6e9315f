import LureScreen
import LureText

/// Whether an interrupted scan can go on.
extension ScanRun {
    /// Hash of what answers depend on: inputs' names, options, rules and model.
    static func identity(_ scan: Scan, _ plan: Scan.Plan, _ inputs: InputList) -> UInt64 {
        let options = scan.options
        let screening = options.screening
        let versions = scan.screener.provenance
        let limits = options.limits
        var parts = [
            versions.engine, versions.rules, versions.model, options.format?.rawValue ?? "auto",
            options.separator.map { "\($0)" } ?? "auto", options.encoding ?? "auto", options.idField,
            options.output.rawValue, options.packing?.rawValue ?? "none", options.minimumBand?.name ?? "all",
            options.evidence.rawValue, screening.prior.map { "\($0)" } ?? "own", "\(screening.termLimit)",
            "\(screening.sizeLimit)", "\(screening.mutedRules.sorted())", "\(limits.block)",
            "\(limits.record)", "\(limits.records)",
            plan.errors == nil ? "no errors" : "errors",
        ]
        parts += ["text fields"] + (options.textFields ?? ["default"]) + ["kept"] + options.keptFields
        parts += ["inputs"] + inputs.items.map { $0.name }
        var hash: UInt64 = 0
        for part in parts { hash = StableHash.combine(hash, StableHash.hash(part)) }
        return hash
    }

    static func earlier(
        _ plan: Scan.Plan, _ identity: UInt64, _ ruleCount: Int
    ) throws(Scan.Stop) -> Checkpoint? {
        guard plan.isResumed, let output = plan.output else { return nil }
        let path = Checkpoint.path(for: output)
        let bytes: [UInt8]
        do throws(SystemError) {
            let file = try FileDescriptor.openForReading(path)
            defer { file.close() }
            bytes = try file.readAll()
        } catch {
            // Nothing was saved: begin anew.
            if error.isMissing { return nil }
            throw .output(path, error)
        }
        guard let checkpoint = Checkpoint(bytes, ruleCount: ruleCount) else { throw .badCheckpoint(path) }
        guard checkpoint.scan == identity else { throw .otherScan(checkpoint: path) }
        return checkpoint
    }

    static func sizes(_ inputs: InputList) -> [Int] { inputs.items.map { $0.size ?? -1 } }

    static func check(_ inputs: InputList, against earlier: Checkpoint) throws(Scan.Stop) {
        for (item, size) in zip(inputs.items, earlier.inputSizes) where size >= 0 {
            if let fault = item.fault { throw .inputLost(item.name, fault) }
            if item.size != size { throw .inputChanged(item.name) }
        }
    }
}
