/// How the server is set up.
public struct ServerOptions: Sendable {
    /// Address to listen on: a number or `localhost`.
    public var host = "127.0.0.1"
    /// 0: any free one.
    public var port = 8787
    /// Names under which the server may be asked for besides those of this machine, with a port if it is not the
    /// server's own: those that a proxy in front of it uses.
    public var allowedHosts: [String] = []
    /// Everyone but this machine's pages must show it for `/v1` and `/metrics`; nil: nobody.
    public var accessToken: String?
    /// Threads that assess.
    public var jobs = 2
    /// Seconds that requests under way get to finish after a signal to stop.
    public var stopSeconds = 5
    /// Whether each request is logged.
    public var logsRequests = true
    public var limits = ServerLimits()

    public init() {}

    /// Whether only this machine can reach the address.
    public static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host == "[::1]"
            || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
    }

    /// Fewest characters of an access token.
    public static let leastTokenLength = 20
}

/// What one client, and all together, may ask for. Times are in seconds, sizes in bytes.
public struct ServerLimits: Sendable {
    /// Body of `/v1/assess`.
    public var body = 16 << 20
    /// Items of an array.
    public var items = 1000
    /// Part of a text that is read.
    public var text = 1 << 20
    /// A row of `/v1/scan`.
    public var row = 4 << 20
    public var picture = 10 << 20

    /// Requests that are assessed or wait for it; one more is turned away.
    public var requestsInWork = 64
    /// Bytes of their bodies, unless it is one alone.
    public var bytesInWork = 32 << 20
    /// Bytes of bodies that are still being received, of all clients.
    public var bytesReceived = 128 << 20
    /// Streams of `/v1/scan` at a time.
    public var scans = 8
    /// Pictures read at a time.
    public var pictures = 2

    /// Connections that are answered; those beyond get 503.
    public var connections = 1024
    /// From opening a connection to its first whole request head.
    public var headSeconds = 10
    /// From an answer to the next whole request head.
    public var idleSeconds = 60
    /// Waiting in all for a body, besides a second for each 64 KiB of it.
    public var bodySeconds = 20
    /// Waiting for a client that takes nothing of its answer.
    public var writeSeconds = 20
    public var pictureSeconds = 30

    public init() {}
}
