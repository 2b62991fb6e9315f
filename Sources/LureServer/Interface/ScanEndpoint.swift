import HTTPTypes
import HummingbirdCore
import LureBatch
import LureScreen
import NIOCore
import Synchronization

/// `POST /v1/scan`: JSON lines in, answers out while more comes in.
///
/// What a client sends is read only as fast as answers are made, and these are made only as fast as it takes them, so
/// each stream holds a few pieces whatever its length.
struct ScanEndpoint {
    let site: Site

    func answer(_ call: Call) throws -> Response {
        let types = ["application/x-ndjson", "application/jsonl", "application/x-jsonlines"]
        guard types.contains(call.mediaType) else { throw Problem.mediaType("application/x-ndjson") }
        let options = try scanOptions(call.query)
        guard site.admission.enterScan() else { throw Problem.busyAndClosing }
        let lease = ScanLease(site.admission)
        return Response(
            status: .ok, headers: [.contentType: MediaType.lines],
            body: ResponseBody { writer in
                defer { lease.end() }
                try await ScanStream(site: site, call: call, options: options).run(&writer)
                try await writer.finish(nil)
            })
    }

    private func scanOptions(_ query: Query) throws(Problem) -> ScanOptions {
        var options = ScanOptions()
        options.format = .jsonl
        options.rowLimit = site.options.limits.row
        options.screening.sizeLimit = site.options.limits.text
        options.screening.prior = try AssessOptions.prior(query)
        options.evidence = try AssessOptions.detail(query) ?? .full
        options.screening.termLimit = options.evidence == .full ? 3 : 0
        let fields = query.all("text-field")
        if !fields.isEmpty { options.textFields = fields }
        if let field = query["id-field"] { options.idField = field }
        options.keptFields = query.all("keep")
        guard fields.count <= 16, options.keptFields.count <= 64 else {
            throw .parameter("text-field and keep", "at most 16 and 64 fields")
        }
        options.minimumBand = try query.choice("min-band", "insufficient, low, caution or high") {
            Band(name: $0)
        }
        options.writesFault = { fault, json in
            json.raw("{\"line\":")
            json.integer(fault.line)
            json.raw(",\"error\":")
            Problem.row(fault).append(to: &json, instance: nil)
            json.raw("}\n")
        }
        return options
    }
}

/// A place among the streams, given back once: also if the answer is never begun.
private final class ScanLease: Sendable {
    private let admission: Admission
    private let isHeld = Atomic<Bool>(true)

    init(_ admission: Admission) { self.admission = admission }

    deinit { end() }

    func end() {
        if isHeld.exchange(false, ordering: .relaxed) { admission.leaveScan() }
    }
}
