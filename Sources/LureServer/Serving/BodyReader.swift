import HTTPTypes
import HummingbirdCore
import NIOCore

/// Receives whole bodies, of bounded size for one and for all.
struct BodyReader {
    let limit: Int
    let admission: Admission

    /// Calls `use` with the body; while it is kept it counts among those received.
    func read<T>(_ call: Call, _ use: (ByteBuffer) async throws -> T) async throws -> T {
        if let length = call.request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw Problem.bodyTooLarge(limit: limit)
        }
        var body = ByteBuffer()
        var counted = 0
        defer { admission.release(counted) }
        for try await var chunk in call.request.body {
            let count = chunk.readableBytes
            guard body.readableBytes + count <= limit else { throw Problem.bodyTooLarge(limit: limit) }
            guard admission.receive(count) else { throw Problem.busyAndClosing }
            counted += count
            if body.readableBytes == 0 { body = chunk } else { body.writeBuffer(&chunk) }
        }
        return try await use(body)
    }
}
