import HummingbirdCore
import LureScreen
import NIOCore

/// `/v1/ocr`: whether pictures can be read here, and the text of one.
struct PictureEndpoint {
    let site: Site

    func answer(_ call: Call) async throws -> Response {
        call.request.method == .post ? try await read(call) : try await tell()
    }

    /// OCR waits for another program, so it does not take a thread that assesses.
    private func known() async throws -> [String] {
        try await site.readers.runIfActive { site.tesseract.languages() }
    }

    private func tell() async throws -> Response {
        let languages = try await known()
        var json = JSONBuffer()
        if languages.isEmpty {
            json.raw("{\"available\":false,\"help\":")
            json.string(Self.help)
        } else {
            json.raw("{\"available\":true,\"languages\":[")
            for (place, language) in languages.enumerated() {
                if place > 0 { json.raw(",") }
                json.string(language)
            }
            json.raw("]")
        }
        json.raw("}")
        return Response(MediaType.json, ByteBuffer(json))
    }

    static let help =
        "To read screenshots, install Tesseract: apt install tesseract-ocr, or brew install tesseract."

    private func read(_ call: Call) async throws -> Response {
        guard Self.mediaTypes.contains(call.mediaType) else {
            throw Problem.mediaType(Self.mediaTypes.joined(separator: ", or "))
        }
        let known = try await known()
        guard !known.isEmpty else { throw Problem.noTesseract }
        let languages = try languages(call, known)
        guard site.admission.enterPicture() else { throw Problem.busyAndClosing }
        defer { site.admission.leavePicture() }
        let limit = site.options.limits.picture
        return try await BodyReader(limit: limit, admission: site.admission).read(call) { body in
            guard Self.isPicture(body) else { throw Problem.notAPicture }
            let seconds = site.options.limits.pictureSeconds
            return try await site.readers.runIfActive {
                do throws(Tesseract.Fault) {
                    let table = try site.tesseract.read(
                        Array(body.readableBytesView), languages: languages, seconds: seconds)
                    var json = JSONBuffer()
                    PictureText(table: table).append(to: &json)
                    return Response(MediaType.json, ByteBuffer(json))
                } catch {
                    switch error {
                    case .missing: throw Problem.noTesseract
                    case .failed: throw Problem.notAPicture
                    case .tooLong: throw Problem.pictureTookTooLong(seconds: seconds)
                    }
                }
            }
        }
    }

    private static let mediaTypes = ["image/png", "image/jpeg", "image/webp", "image/bmp", "image/tiff"]

    /// Languages to read in, of those there are.
    private func languages(_ call: Call, _ known: [String]) throws(Problem) -> [String] {
        let asked = call.query["languages"] ?? (known.contains("eng") ? "eng" : known[0])
        let names = asked.split { $0 == "+" || $0 == " " || $0 == "," }.map(String.init)
        guard (1...8).contains(names.count), names.allSatisfy({ known.contains($0) }) else {
            throw .parameter("languages", "one to eight of those that GET /v1/ocr lists, with + between")
        }
        return names
    }

    /// Whether the first bytes are those of a picture: Tesseract would take a list of file names, too.
    private static func isPicture(_ body: ByteBuffer) -> Bool {
        let head = Array(body.readableBytesView.prefix(12))
        let beginnings: [[UInt8]] = [
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], [0xFF, 0xD8, 0xFF], [0x42, 0x4D],
            [0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A],
        ]
        if beginnings.contains(where: { head.starts(with: $0) }) { return true }
        return head.count == 12 && head.starts(with: "RIFF".utf8) && head[8...].elementsEqual("WEBP".utf8)
    }
}
