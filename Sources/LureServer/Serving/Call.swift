import HTTPTypes
import HummingbirdCore
import NIOCore

/// One request on its way through the server.
struct Call: Sendable {
    let request: Request
    let route: Route
    /// What the route's `{…}` stands for.
    let parameter: Substring
    let query: Query
    /// Name of the request.
    let id: String
    /// Rules and model it is answered with.
    let generation: Generation
    let channel: any Channel

    /// Media type of the body in lower case, without parameters.
    var mediaType: String {
        let value = request.headers[.contentType] ?? ""
        let type = value.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        return type.filter { $0 != " " && $0 != "\t" }.lowercased()
    }
}

extension Response {
    /// An answer of some media type.
    init(_ type: String, _ buffer: ByteBuffer, status: HTTPResponse.Status = .ok) {
        self.init(status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: buffer))
    }

    init(_ type: String, _ text: String, status: HTTPResponse.Status = .ok) {
        self.init(type, ByteBuffer(string: text), status: status)
    }
}

enum MediaType {
    static let json = "application/json"
    static let problem = "application/problem+json"
    static let lines = "application/x-ndjson"
    static let text = "text/plain; charset=utf-8"
}
