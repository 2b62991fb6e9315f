import LureScreen

/// What a scan writes: answers, faulty rows, checkpoints.
final class ScanFiles {
    private let output: SafeFile?
    private let errors: SafeFile?
    private let outputPath: String?
    private let errorsPath: String?
    /// Whether there are checkpoints.
    let canResume: Bool

    init(
        _ plan: Scan.Plan, resuming checkpoint: Checkpoint?, keepsCheckpoint: Bool
    ) throws(Scan.Stop) {
        canResume = keepsCheckpoint
        outputPath = plan.output
        errorsPath = plan.errors
        // Faults first: if they can't be written there is no trace of an output.
        errors = try Self.open(plan.errors, size: checkpoint?.errorsSize, plan)
        output = try Self.open(plan.output, size: checkpoint?.outputSize, plan)
        // One of an earlier scan would not fit what is written now.
        if !keepsCheckpoint, let path = plan.output { try? removeFile(Checkpoint.path(for: path)) }
    }

    private static func open(_ path: String?, size: Int?, _ plan: Scan.Plan) throws(Scan.Stop) -> SafeFile? {
        guard let path else { return nil }
        do throws(SafeFile.OpenFault) {
            return try SafeFile(path, resumedAt: size)
        } catch {
            switch error {
            case .system(let cause): throw .output(path, cause)
            case .busy: throw .busy(path)
            case .tooShort: throw .badCheckpoint(Checkpoint.path(for: plan.output ?? path))
            }
        }
    }

    /// Whether nothing was written yet.
    var isEmpty: Bool { (output?.size ?? count) == 0 }
    /// Bytes written to standard output.
    private var count = 0

    var writesErrors: Bool { errors != nil }

    func write(_ bytes: [UInt8]) throws(Scan.Stop) {
        count += bytes.count
        do throws(SystemError) {
            if let output { try output.write(bytes) } else { try FileDescriptor.standardOutput.write(bytes) }
        } catch {
            throw .output(outputPath, error)
        }
    }

    func write(_ fault: RowFault) throws(Scan.Stop) {
        guard let errors else { return }
        var line = JSONBuffer()
        line.raw("{\"file\":")
        line.string(fault.file)
        line.raw(",\"line\":")
        line.integer(fault.line)
        line.raw(",\"reason\":")
        line.string(fault.message)
        line.raw("}\n")
        do throws(SystemError) {
            try errors.write(line.bytes)
        } catch {
            throw .output(errorsPath, error)
        }
    }

    /// Makes what was written so far last, then says so in the checkpoint.
    func save(_ checkpoint: Checkpoint) throws(Scan.Stop) {
        guard canResume, let output, let outputPath else { return }
        var checkpoint = checkpoint
        checkpoint.outputSize = output.size
        checkpoint.errorsSize = errors?.size ?? 0
        do throws(SystemError) {
            try output.sync()
            try errors?.sync()
            try SafeFile.write(checkpoint.json, to: Checkpoint.path(for: outputPath))
        } catch {
            throw .output(outputPath, error)
        }
    }

    /// Gives the files their names and removes the checkpoint.
    func commit() throws(Scan.Stop) {
        do throws(SystemError) {
            try errors?.commit()
            try output?.commit()
            if let outputPath { try removeFile(Checkpoint.path(for: outputPath)) }
        } catch {
            throw .output(outputPath ?? errorsPath, error)
        }
    }

    /// Gives names to what a process left behind that ended after its last checkpoint.
    static func commitLeftovers(_ plan: Scan.Plan) throws(Scan.Stop) {
        do throws(SystemError) {
            for path in [plan.errors, plan.output].compactMap({ $0 }) {
                let partial = SafeFile.partialPath(path)
                if (try? FileStatus.of(partial)) != nil { try renameFile(partial, to: resolvedPath(path)) }
            }
            if let output = plan.output { try removeFile(Checkpoint.path(for: output)) }
        } catch {
            throw .output(plan.output, error)
        }
    }
}
