import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTP1
import Synchronization

/// Answers requests: checks who asks, finds what answers, adds what every answer carries, counts and logs.
struct Responder: Sendable {
    let site: Site

    func respond(
        to request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel
    ) async throws {
        let start = ContinuousClock.now
        site.metrics.inFlight.wrappingAdd(1, ordering: .relaxed)
        defer { site.metrics.inFlight.wrappingSubtract(1, ordering: .relaxed) }
        let id = RequestID.of(request.headers)
        let path = request.head.path ?? ""
        let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let (route, parameter) = Route.find(parts.first ?? "")
        let generation = site.shelf.generation
        var entry = ServerLog.Entry(
            id: id, method: request.method.rawValue, route: route, status: 499, microseconds: 0,
            bytesIn: request.headers[.contentLength].flatMap { Int($0) } ?? 0, bytesOut: 0)
        defer {
            entry.microseconds = Self.microseconds(since: start)
            site.metrics.count(route, status: entry.status, microseconds: entry.microseconds)
            site.log.request(entry)
        }
        var response: Response
        do {
            let query = parts.count > 1 ? parts[1] : ""
            try check(request, route)
            let call = Call(
                request: request, route: route, parameter: parameter, query: try Query(query), id: id,
                generation: generation, channel: channel)
            if request.headers[.expect]?.lowercased() == "100-continue" {
                try await writer.writeInformationalHead(HTTPResponse(status: .continue))
            }
            response = try await answer(call)
        } catch let problem as Problem {
            response = answer(problem, request, id)
        }
        complete(&response, id, generation)
        if request.method == .head { response = response.createHeadResponse() }
        entry.bytesOut = response.body.contentLength ?? 0
        try await writer.write(response: response.head, body: response.body)
        entry.status = response.status.code
    }

    private static func microseconds(since start: ContinuousClock.Instant) -> Int {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
    }

    private func check(_ request: Request, _ route: Route) throws(Problem) {
        if request.headers.contains(ConnectionWatch.beyondLimit) { throw .busyAndClosing }
        guard let gate = site.requestGuard else { throw .busyAndClosing }
        try gate.check(request.head, route)
        if route == .unknown { throw .notFound }
        if !route.allows(request.method) { throw .wrongMethod(allowed: route.methods) }
    }

    private func answer(_ call: Call) async throws -> Response {
        switch call.route {
        case .assess: try await AssessEndpoint(site: site).answer(call)
        case .scan: try ScanEndpoint(site: site).answer(call)
        case .rules: try RulesEndpoint(site: site).list(call)
        case .rule: try RulesEndpoint(site: site).one(call)
        case .languages: LanguagesEndpoint(site: site).answer(call)
        case .ocr: try await PictureEndpoint(site: site).answer(call)
        case .metrics:
            Response(
                "text/plain; version=0.0.4; charset=utf-8",
                site.metrics.text(call.generation.screener.provenance))
        case .health: Response(MediaType.json, "{\"status\":\"ok\"}")
        case .ready: readiness()
        case .openapi, .asset, .desk, .training, .files, .help, .about:
            try FilesEndpoint(site: site).answer(call)
        case .unknown: throw Problem.notFound
        }
    }

    private func readiness() -> Response {
        if site.isStopping.load(ordering: .relaxed) {
            return Response(MediaType.json, "{\"status\":\"stopping\"}", status: .serviceUnavailable)
        }
        return Response(MediaType.json, "{\"status\":\"ready\"}")
    }

    private func answer(_ problem: Problem, _ request: Request, _ id: String) -> Response {
        var response: Response
        if problem.status == .notFound, request.headers[.accept]?.contains("text/html") == true {
            response = Response(MediaType.text, "There is no such page.\n", status: .notFound)
        } else {
            response = Response(MediaType.problem, problem.json(instance: id), status: problem.status)
        }
        for (name, value) in problem.fields { response.headers[name] = value }
        if problem.closes { response.headers[.connection] = "close" }
        return response
    }

    /// Adds what every answer carries.
    private func complete(_ response: inout Response, _ id: String, _ generation: Generation) {
        response.headers[.date] = ServerLog.dateHeader()
        response.headers[RequestID.header] = id
        for field in generation.versionFields { response.headers.append(field) }
        for field in SafetyFields.all { response.headers.append(field) }
        if !response.headers.contains(.cacheControl) { response.headers[.cacheControl] = "no-store" }
        if site.isStopping.load(ordering: .relaxed) { response.headers[.connection] = "close" }
    }
}

/// Fields that keep a browser from doing more with an answer than it should.
enum SafetyFields {
    static let all: [HTTPField] = [
        field(
            "Content-Security-Policy",
            """
            default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; \
            font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'
            """),
        field("X-Content-Type-Options", "nosniff"),
        field("Referrer-Policy", "no-referrer"),
        field("Cross-Origin-Opener-Policy", "same-origin"),
        field("Cross-Origin-Resource-Policy", "same-origin"),
        field(
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=()"),
    ]

    private static func field(_ name: String, _ value: String) -> HTTPField {
        HTTPField(name: HTTPField.Name(name)!, value: value)
    }
}
