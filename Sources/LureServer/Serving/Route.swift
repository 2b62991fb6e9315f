import HTTPTypes

/// What can be asked for. The raw value counts in `Metrics`.
enum Route: Int, CaseIterable, Sendable {
    case desk, training, files, help, about, asset
    case assess, scan, rules, rule, languages, ocr
    case openapi, health, ready, metrics
    case unknown

    /// The path as it is counted and logged, without what varies.
    var label: String {
        switch self {
        case .desk: "/"
        case .training: "/training"
        case .files: "/files"
        case .help: "/help"
        case .about: "/about"
        case .asset: "/assets/{path}"
        case .assess: "/v1/assess"
        case .scan: "/v1/scan"
        case .rules: "/v1/rules"
        case .rule: "/v1/rules/{id}"
        case .languages: "/v1/languages"
        case .ocr: "/v1/ocr"
        case .openapi: "/openapi.yaml"
        case .health: "/health"
        case .ready: "/ready"
        case .metrics: "/metrics"
        case .unknown: "unknown"
        }
    }

    /// File of a page below `web/`.
    var page: String? {
        switch self {
        case .desk: "desk.html"
        case .training: "training.html"
        case .files: "files.html"
        case .help: "help.html"
        case .about: "about.html"
        default: nil
        }
    }

    /// Whether it is for holders of the access token only, if there is one.
    var needsAccess: Bool {
        switch self {
        case .assess, .scan, .rules, .rule, .languages, .ocr, .metrics: true
        default: false
        }
    }

    /// Methods it has, as the Allow header lists them.
    var methods: String {
        switch self {
        case .assess, .scan: "POST"
        case .ocr: "GET, HEAD, POST"
        default: "GET, HEAD"
        }
    }

    func allows(_ method: HTTPRequest.Method) -> Bool {
        switch method {
        case .get, .head: self != .assess && self != .scan
        case .post: self == .assess || self == .scan || self == .ocr
        default: false
        }
    }

    /// - Parameter path: without the query.
    /// - Returns: the route, and what its `{…}` stands for.
    static func find(_ path: Substring) -> (Route, Substring) {
        if let route = byPath[path] { return (route, "") }
        if path.hasPrefix("/assets/") { return (.asset, path.dropFirst("/assets/".count)) }
        if path.hasPrefix("/v1/rules/") { return (.rule, path.dropFirst("/v1/rules/".count)) }
        return (.unknown, "")
    }

    private static let byPath: [Substring: Route] = {
        var routes: [Substring: Route] = [:]
        for route in allCases where route != .asset && route != .rule && route != .unknown {
            routes[Substring(route.label)] = route
        }
        return routes
    }()
}
