import HTTPTypes
import LureBatch

// The words of all problems, in one place.
extension Problem {
    // MARK: Who may ask

    static let missingHost = Problem(
        status: .badRequest, name: "missing-host", title: "No Host header",
        detail: "Name the server in the Host header.")

    static let wrongHost = Problem(
        status: .misdirectedRequest, name: "wrong-host", title: "Not the name of this server",
        detail: "Ask for the address the server was started with, or start it with --allowed-host NAME.")

    static let wrongOrigin = Problem(
        status: .forbidden, name: "other-site", title: "Asked by a page of another site",
        detail: "Only pages of this server may use it from a browser.")

    static let wrongPageToken = Problem(
        status: .forbidden, name: "page-token", title: "No valid page token",
        detail: "The server was started anew since the page was loaded; load the page again.")

    static let wrongAccessToken = Problem(
        status: .unauthorized, name: "access-token", title: "No valid access token",
        detail: "Send the access token as Authorization: Bearer TOKEN.",
        fields: [(.wwwAuthenticate, "Bearer")])

    // MARK: What is asked for

    static let notFound = Problem(
        status: .notFound, name: "not-found", title: "Nothing there",
        detail: "The API is described in /openapi.yaml.")

    static func unknownRule() -> Problem {
        Problem(
            status: .notFound, name: "not-found", title: "No such rule or recipe",
            detail: "GET /v1/rules lists all ids.")
    }

    static func wrongMethod(allowed: String) -> Problem {
        Problem(
            status: .methodNotAllowed, name: "method", title: "Method not allowed",
            detail: "Here only these are: \(allowed).", fields: [(.allow, allowed)])
    }

    static func parameter(_ name: String, _ demand: String) -> Problem {
        Problem(
            status: .badRequest, name: "parameter", title: "Bad query parameter",
            detail: "\(name) must be \(demand).")
    }

    static let badQuery = Problem(
        status: .badRequest, name: "parameter", title: "Bad query",
        detail: "A % in the query is not followed by two hexadecimal digits, or what they spell is not UTF-8."
    )

    static func mediaType(_ wanted: String) -> Problem {
        Problem(
            status: .unsupportedMediaType, name: "media-type", title: "Not the media type for this",
            detail: "Send Content-Type: \(wanted).")
    }

    static func bodyTooLarge(limit: Int) -> Problem {
        Problem(
            status: .contentTooLarge, name: "too-large", title: "Body too large",
            detail: "At most \(limit) bytes; send several requests, or a stream to /v1/scan.", closes: true)
    }

    // MARK: Bodies and items

    static func json(_ fault: JSONFault) -> Problem {
        Problem(
            status: .badRequest, name: "json", title: "Not valid JSON",
            detail: "Byte \(fault.column): \(fault.problem.message).")
    }

    static let emptyBody = Problem(
        status: .badRequest, name: "json", title: "Empty body",
        detail: "Send an item, {\"text\": \"…\"}, or an array of items.")

    static let notAnItem = Problem(
        status: .unprocessableContent, name: "item", title: "Not an item",
        detail: "An item is an object with a text: {\"text\": \"…\"}.")

    static func itemCount(limit: Int) -> Problem {
        Problem(
            status: .unprocessableContent, name: "item-count", title: "Not 1 to \(limit) items",
            detail: "Send an array of 1 to \(limit) items, or a stream to /v1/scan.")
    }

    static func noText(at pointer: String) -> Problem {
        Problem(
            status: .unprocessableContent, name: "item", title: "No text",
            detail: "An item needs a member text, a string.", pointer: pointer)
    }

    static func wrongType(_ demand: String, at pointer: String) -> Problem {
        Problem(
            status: .unprocessableContent, name: "item", title: "Wrong type", detail: "Must be \(demand).",
            pointer: pointer)
    }

    static func unknown(_ what: String, at pointer: String) -> Problem {
        Problem(
            status: .unprocessableContent, name: "item", title: "Unknown \(what)",
            detail: "GET /v1/rules lists the ids of rules and answers.", pointer: pointer)
    }

    static func row(_ fault: RowFault) -> Problem {
        switch fault.reason {
        case .json(let fault):
            Problem(
                status: .badRequest, name: "json", title: "Not valid JSON",
                detail: "Column \(fault.column): \(fault.problem.message).")
        case .read(let problem):
            Problem(
                status: .contentTooLarge, name: "too-large", title: "Row too long", detail: problem.message)
        case .missingField, .notText:
            Problem(
                status: .unprocessableContent, name: "item", title: "No text",
                detail: "The field of the text is missing or is no string; name it with ?text-field=NAME.")
        }
    }

    // MARK: Pictures

    static let noTesseract = Problem(
        status: .serviceUnavailable, name: "no-ocr", title: "Pictures can't be read here",
        detail: PictureEndpoint.help, closes: true)

    static let notAPicture = Problem(
        status: .unprocessableContent, name: "picture", title: "Not a readable picture",
        detail: "Send the bytes of a PNG, JPEG, WebP, BMP or TIFF picture.")

    static func pictureTookTooLong(seconds: Int) -> Problem {
        Problem(
            status: .gatewayTimeout, name: "picture-time", title: "Reading the picture took too long",
            detail: "It was stopped after \(seconds) seconds; send a smaller part of it, or fewer languages.")
    }

    // MARK: Load

    static let busy = Problem(
        status: .serviceUnavailable, name: "busy", title: "Too much at once",
        detail: "Try again after the seconds that Retry-After says, with fewer requests at a time.",
        fields: [(.retryAfter, "1")])

    /// For those whose body is not going to be read.
    static let busyAndClosing: Problem = {
        var problem = busy
        problem.closes = true
        return problem
    }()

    static let stopping = Problem(
        status: .serviceUnavailable, name: "stopping", title: "The server is being stopped",
        detail: "What was sent up to here is answered.", fields: [(.retryAfter, "5")], closes: true)
}
