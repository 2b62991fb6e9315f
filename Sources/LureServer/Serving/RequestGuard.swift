import HTTPTypes

/// Who may use the server: programs and this server's own pages, no page of another site.
///
/// A page of another site can send requests to this machine from the browser of who looks at it. Its requests carry
/// an Origin or say that they are cross-site; a name that was made to lead here (DNS rebinding) shows in Host. What
/// changes or costs something also needs the page token, which only a page loaded from here can read.
struct RequestGuard: Sendable {
    static let pageTokenHeader = HTTPField.Name("X-Lurescreen-Token")!
    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")!

    /// Random for each run; stands in every page.
    let pageToken: String
    private let authorities: Set<String>
    private let origins: Set<String>
    private let accessToken: [UInt8]?

    /// - Parameter port: the one the server listens on.
    init(_ options: ServerOptions, port: Int) {
        pageToken = RequestID.random(bytes: 16)
        accessToken = options.accessToken.map { Array($0.utf8) }
        var own: Set<String> = []
        for name in ["127.0.0.1", "localhost", "[::1]", Self.bracketed(options.host)] {
            own.insert("\(name):\(port)")
            if port == 80 { own.insert(name) }
        }
        var origins = Set(own.map { "http://" + $0 })
        for name in options.allowedHosts.map({ $0.lowercased() }) {
            for authority in [name, "\(name):\(port)"] {
                own.insert(authority)
                // A proxy in front may speak TLS.
                origins.formUnion(["http://" + authority, "https://" + authority])
            }
        }
        authorities = own
        self.origins = origins
    }

    private static func bracketed(_ host: String) -> String {
        host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host.lowercased()
    }

    func check(_ head: HTTPRequest, _ route: Route) throws(Problem) {
        guard let host = head.authority, !host.isEmpty else { throw .missingHost.closing }
        guard authorities.contains(host) || authorities.contains(host.lowercased()) else {
            throw .wrongHost.closing
        }
        let fields = head.headerFields
        let isReading = head.method == .get || head.method == .head
        if let origin = fields[.origin] {
            guard origins.contains(origin.lowercased()) else { throw .wrongOrigin.closing }
            if !isReading { try checkPageToken(fields) }
        }
        // A link on another site may lead to a page of ours, and to nothing else.
        switch fields[Self.fetchSite] {
        case "cross-site", "same-site":
            guard isReading, route.page != nil else { throw .wrongOrigin.closing }
        default: break
        }
        if route.needsAccess { try checkAccess(fields) }
    }

    private func checkPageToken(_ fields: HTTPFields) throws(Problem) {
        guard let token = fields[Self.pageTokenHeader],
            Self.areEqual(Array(token.utf8), Array(pageToken.utf8))
        else { throw .wrongPageToken.closing }
    }

    private func checkAccess(_ fields: HTTPFields) throws(Problem) {
        guard let accessToken else { return }
        let scheme = "bearer "
        guard let value = fields[.authorization], value.lowercased().hasPrefix(scheme),
            Self.areEqual(Array(value.utf8.dropFirst(scheme.utf8.count)), accessToken)
        else { throw .wrongAccessToken.closing }
    }

    /// Takes as long whatever the first difference is.
    private static func areEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        guard first.count == second.count else { return false }
        var difference: UInt8 = 0
        for i in first.indices { difference |= first[i] ^ second[i] }
        return difference == 0
    }
}

extension Problem {
    /// The same for a request whose body is not read.
    fileprivate var closing: Problem {
        var problem = self
        problem.closes = true
        return problem
    }
}
