import HummingbirdCore
import Logging
import LureScreen
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization
import UnixSignals

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The local web app and HTTP API.
public struct WebServer: Sendable {
    private let options: ServerOptions
    private let source: ScreenerSource
    private let site: Site

    /// Loads rules and model.
    public init(_ options: ServerOptions, _ source: ScreenerSource) throws(ScreenerSource.Fault) {
        self.options = options
        self.source = source
        site = Site(options, source, try source.load())
    }

    /// Serves until SIGINT or SIGTERM, then lets requests under way finish for some seconds.
    /// - Parameter onListening: called once with the address to open.
    public func run(onListening: @escaping @Sendable (_ url: String) -> Void) async throws {
        Self.raiseFileLimit()
        site.pool.start()
        site.readers.start()
        let site = site
        let options = options
        let logger = Logger(label: "lurescreen") { [log = site.log] _ in ServerLogHandler(log: log) }
        let channel = HTTP1Channel(
            responder: { request, writer, channel in
                try await Responder(site: site).respond(to: request, writer, channel)
            },
            configuration: .init(
                additionalChannelHandlers: [ConnectionWatch(options, site.admission)],
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 64 << 10, maxHeaderFieldCount: 100)))
        let server = channel.server(
            configuration: ServerConfiguration(
                address: .hostname(options.host, port: options.port), backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(2 * options.limits.connections)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? options.port
                site.requestGuard = RequestGuard(options, port: port)
                onListening("http://\(Self.shownHost(options.host)):\(port)/")
            },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [server, Housekeeping(site: site, paths: source.paths)],
                gracefulShutdownSignals: [.sigint, .sigterm], logger: logger))
        try await group.run()
        try await site.pool.shutdownGracefully()
        try await site.readers.shutdownGracefully()
    }

    /// As it stands in an address that a browser opens.
    private static func shownHost(_ host: String) -> String {
        switch host {
        case "0.0.0.0": "127.0.0.1"
        case "::": "[::1]"
        default: host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        }
    }

    /// Each connection takes a file; the usual soft limit is for programs that use `select`.
    private static func raiseFileLimit() {
        var limit = rlimit()
        #if canImport(Glibc)
            let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let files = RLIMIT_NOFILE
        #endif
        guard getrlimit(files, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
        limit.rlim_cur = min(limit.rlim_max, 65_536)
        _ = setrlimit(files, &limit)
    }
}

/// What the server does beside answering: notes that it is to stop, and loads rules and model anew when they change or
/// SIGHUP asks for it.
private struct Housekeeping: Service {
    let site: Site
    let paths: [String]

    func run() async throws {
        await withGracefulShutdownHandler {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await watchSignals() }
                if !paths.isEmpty { group.addTask { await watchPaths() } }
                try? await gracefulShutdown()
                group.cancelAll()
            }
        } onGracefulShutdown: {
            site.isStopping.store(true, ordering: .relaxed)
        }
    }

    private func watchSignals() async {
        for await _ in await UnixSignalsSequence(trapping: .sighup) { await reload() }
    }

    private func watchPaths() async {
        var seen = PathWatch(paths)
        while (try? await Task.sleep(for: .seconds(1))) != nil {
            let now = PathWatch(paths)
            if now == seen { continue }
            seen = now
            await reload()
        }
    }

    /// Off the threads that answer: to compile a folder of rules takes a second.
    private func reload() async { _ = try? await site.readers.runIfActive { site.shelf.reload() } }
}
