import HTTPTypes
import HummingbirdCore
import LureBatch
import LureScreen
import NIOCore

/// `POST /v1/assess`: one item or an array of them.
struct AssessEndpoint {
    let site: Site

    /// A single item up to this size is assessed where its request is handled: to hand it to another thread takes
    /// longer than to answer it.
    private static let inlineLimit = 4096

    func answer(_ call: Call) async throws -> Response {
        guard call.mediaType == "application/json" else { throw Problem.mediaType("application/json") }
        let options = try AssessOptions(call.query, site.options.limits)
        let limit = site.options.limits.body
        return try await BodyReader(limit: limit, admission: site.admission).read(call) { body in
            guard site.admission.enter(bytes: body.readableBytes) else { throw Problem.busy }
            defer { site.admission.leave(bytes: body.readableBytes) }
            return try await answer(body, ItemAnswer(call.generation, options, site.metrics), call)
        }
    }

    private func answer(_ body: ByteBuffer, _ items: ItemAnswer, _ call: Call) async throws -> Response {
        var response: Response
        switch firstSign(of: body) {
        case nil: throw Problem.emptyBody
        case UInt8(ascii: "["): response = try await AssessArray(site: site, items: items).answer(body, call)
        default:
            let result =
                body.readableBytes <= Self.inlineLimit
                ? Self.one(body, items) : try await site.pool.runIfActive { Self.one(body, items) }
            response = Response(MediaType.json, try result.get())
        }
        if items.options.hasSignature { response.headers[Self.signatureSize] = "\(TextSignature.slotCount)" }
        return response
    }

    private static let signatureSize = HTTPField.Name("X-Signature-Size")!

    private func firstSign(of body: ByteBuffer) -> UInt8? {
        body.readableBytesView.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    }

    private static func one(_ body: ByteBuffer, _ items: ItemAnswer) -> Result<ByteBuffer, Problem> {
        items.generation.withBench { bench in
            bench.json.removeAll()
            return body.withUnsafeReadableBytes { bytes in
                Result { () throws(Problem) in
                    try items.append(bytes.assumingMemoryBound(to: UInt8.self), at: "", on: bench)
                    return ByteBuffer(bench.json)
                }
            }
        }
    }
}
