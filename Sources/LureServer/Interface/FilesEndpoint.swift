import HTTPTypes
import HummingbirdCore
import LureScreen
import NIOCore

/// Pages, what belongs to them, and the description of the API.
struct FilesEndpoint {
    let site: Site

    func answer(_ call: Call) throws(Problem) -> Response {
        if let name = call.route.page { return try page(name) }
        if call.route == .openapi {
            guard let bytes = site.files.bytes("openapi.yaml") else { throw .notFound }
            return Self.answer(
                WebFile(type: "application/yaml", content: ByteBuffer(bytes: bytes)), to: call)
        }
        // Pages are had by their own paths alone, with what is filled in there.
        guard !call.parameter.hasSuffix(".html"), let asset = site.files.asset(call.parameter) else {
            throw .notFound
        }
        return Self.answer(asset, to: call)
    }

    /// A page with the token and the version filled in.
    private func page(_ name: String) throws(Problem) -> Response {
        guard let bytes = site.files.bytes("web/" + name), let gate = site.requestGuard else {
            throw .notFound
        }
        let filled = Self.replace(
            [("{{token}}", gate.pageToken), ("{{version}}", lurescreenVersion)], in: Array(bytes))
        return Response("text/html; charset=utf-8", ByteBuffer(bytes: filled))
    }

    /// Replaces each word where it first stands.
    private static func replace(_ words: [(String, String)], in page: [UInt8]) -> [UInt8] {
        var page = page
        for (word, value) in words {
            let word = Array(word.utf8)
            guard page.count >= word.count else { continue }
            let place = (0...page.count - word.count).first {
                page[$0] == word[0] && page[$0...].starts(with: word)
            }
            if let place { page.replaceSubrange(place..<place + word.count, with: value.utf8) }
        }
        return page
    }

    /// A file that the client may keep as long as it asks whether it changed.
    static func answer(_ file: WebFile, to call: Call) -> Response {
        var response: Response
        if call.request.headers[.ifNoneMatch]?.contains(file.tag) == true {
            response = Response(status: .notModified)
        } else {
            response = Response(file.type, file.content)
        }
        response.headers[.eTag] = file.tag
        response.headers[.cacheControl] = "no-cache"
        return response
    }
}
