import LureText
import LureWebFiles
import NIOCore

/// A file as it is served.
struct WebFile: Sendable {
    var type: String
    var content: ByteBuffer
    /// Changes with the content.
    var tag: String

    init(type: String, content: ByteBuffer) {
        self.type = type
        self.content = content
        let hash = content.withUnsafeReadableBytes { bytes in
            var hash = UInt64(bytes.count)
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            return StableHash.mix(hash)
        }
        tag = "\"\(String(hash, radix: 16))\""
    }
}

/// The files inside the binary: pages and what belongs to them, texts of rules, the description of the API.
struct WebFiles: Sendable {
    /// Places in the list, by path.
    private let places: [Substring: Int]

    init() {
        var places: [Substring: Int] = [:]
        for (place, file) in Self.list.enumerated() { places[Substring(String(cString: file.path))] = place }
        self.places = places
    }

    private static var list: UnsafeBufferPointer<LureWebFile> {
        UnsafeBufferPointer(start: lure_web_files(), count: lure_web_file_count())
    }

    /// The bytes of a file by its path, `web/desk.html` say; they live as long as the process.
    func bytes(_ path: Substring) -> UnsafeRawBufferPointer? {
        places[path].map { UnsafeRawBufferPointer(start: Self.list[$0].bytes, count: Self.list[$0].size) }
    }

    /// A file below `web/`.
    func asset(_ path: Substring) -> WebFile? {
        guard let bytes = bytes("web/" + path) else { return nil }
        return WebFile(type: Self.type(of: path), content: ByteBuffer(bytes: bytes))
    }

    /// Names of files in a folder, without their ending.
    func names(in folder: String, ending: String) -> [String] {
        places.keys.filter { $0.hasPrefix(folder) && $0.hasSuffix(ending) }
            .map { String($0.dropFirst(folder.count).dropLast(ending.count)) }
            .filter { !$0.contains("/") }.sorted()
    }

    private static func type(of path: Substring) -> String {
        let types = [
            ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
            ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
            ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon",
            ".webp": "image/webp", ".woff2": "font/woff2", ".yaml": "application/yaml",
            ".txt": "text/plain; charset=utf-8", ".webmanifest": "application/manifest+json",
        ]
        guard let dot = path.lastIndex(of: ".") else { return "application/octet-stream" }
        return types[String(path[dot...])] ?? "application/octet-stream"
    }
}
