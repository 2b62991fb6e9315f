#if Server
    import ArgumentParser
    import LureBatch
    import LureRuleCompiler
    import LureScreen
    import LureServer

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #elseif canImport(Darwin)
        import Darwin
    #endif

    struct Serve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Serve the web app and the HTTP API on this machine.",
            discussion: """
                Pages for a hotline desk, for training and for files, and an API for programs, all on 127.0.0.1: \
                nothing leaves this machine and no text is stored or logged. The log, one JSON object a line, goes to \
                standard error. SIGHUP, or a change of --rules, --pack or --model, loads these anew; SIGINT and \
                SIGTERM stop the server after the requests under way. docs/http-api.md says more.
                """)

        @Option(help: "Port; 0 for any free one.")
        var port = 8787

        @Option(help: "Address to listen on. Any but this machine's own needs an access token.")
        var host = "127.0.0.1"

        @Option(
            help: ArgumentHelp(
                "Name under which the server is reached besides this machine's own, for example by a proxy; may be repeated.",
                valueName: "name"))
        var allowedHost: [String] = []

        @Option(
            help: ArgumentHelp(
                "File with the access token that the API then asks for; or the variable LURESCREEN_TOKEN.",
                valueName: "file"))
        var tokenFile: String?

        @Flag(help: "Open the page in the browser.")
        var open = false

        @Option(help: "Threads that assess; by default one for each core.")
        var jobs: Int?

        @Option(help: "Seconds that requests under way get after a signal to stop.")
        var stopSeconds = 5

        @Flag(help: "Do not log each request.")
        var quiet = false

        @OptionGroup var screening: ScreeningFiles

        func validate() throws {
            if !(0...65_535).contains(port) { throw ValidationError("--port must lie between 0 and 65535.") }
            if let jobs, !(1...256).contains(jobs) {
                throw ValidationError("--jobs must lie between 1 and 256.")
            }
            if !(0...3600).contains(stopSeconds) {
                throw ValidationError("--stop-seconds must lie between 0 and 3600.")
            }
        }

        func run() async throws {
            var options = ServerOptions()
            options.host = host
            options.port = port
            options.allowedHosts = allowedHost
            options.accessToken = try accessToken()
            options.jobs = jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
            options.stopSeconds = stopSeconds
            options.logsRequests = !quiet
            let server: WebServer
            do throws(ScreenerSource.Fault) {
                server = try WebServer(options, screening.source)
            } catch {
                for message in error.messages { printError(message) }
                throw ExitCode(2)
            }
            let opens = open
            do {
                try await server.run { url in
                    printError("Lurescreen is ready at \(url) (stop it with Ctrl-C)")
                    if opens { openInBrowser(url) }
                }
            } catch {
                printError("error: can't listen on \(host), port \(port): \(error)")
                throw ExitCode(2)
            }
        }

        /// The access token; one is needed where others than this machine can ask.
        private func accessToken() throws -> String? {
            let token = try tokenFile.map { try readToken($0) } ?? environmentToken()
            if let token, token.utf8.count < ServerOptions.leastTokenLength {
                throw ValidationError(
                    "The access token is shorter than \(ServerOptions.leastTokenLength) characters; make one with: openssl rand -hex 20"
                )
            }
            if token == nil && !ServerOptions.isLoopback(host) {
                throw ValidationError(
                    """
                    --host \(host) lets other machines in, so the API needs an access token: write one into a file \
                    (openssl rand -hex 20 > token) and give --token-file token, or set LURESCREEN_TOKEN.
                    """)
            }
            return token
        }

        private func readToken(_ file: String) throws -> String {
            let text = String(decoding: try readFile(file), as: UTF8.self)
            return String(text.drop { $0.isWhitespace }.prefix { !$0.isWhitespace })
        }

        private func environmentToken() -> String? {
            guard let value = getenv("LURESCREEN_TOKEN") else { return nil }
            let token = String(cString: value)
            return token.isEmpty ? nil : token
        }
    }

    /// Rules and model that `serve` loads, and loads anew when they change.
    struct ScreeningFiles: ParsableArguments {
        @Option(
            help: ArgumentHelp(
                "A folder of rules, recipes and word forms laid over the built-in ones.", valueName: "folder")
        )
        var rules: String?

        @Option(help: ArgumentHelp("A rule pack to use instead of the built-in one.", valueName: "file"))
        var pack: String?

        @Option(help: ArgumentHelp("A model to use instead of the built-in one.", valueName: "file"))
        var model: String?

        func validate() throws {
            if rules != nil && pack != nil {
                throw ValidationError("Give --rules or --pack, not both: a pack already holds all its rules.")
            }
        }

        var source: ScreenerSource {
            let (rules, pack, model) = (rules, pack, model)
            return ScreenerSource(paths: [rules, pack, model].compactMap { $0 }) {
                () throws(ScreenerSource.Fault) in
                var packBytes: [UInt8]?
                if let pack { packBytes = try bytes(of: pack) }
                if let rules { packBytes = try compiled(rules) }
                var modelBytes: [UInt8]?
                if let model { modelBytes = try bytes(of: model) }
                do throws(Screener.LoadError) {
                    return try Screener(pack: packBytes, model: modelBytes)
                } catch {
                    throw ScreenerSource.Fault(messages: ["error: " + error.message(pack: pack, model: model)]
                    )
                }
            }
        }
    }

    private func bytes(of path: String) throws(ScreenerSource.Fault) -> [UInt8] {
        do throws(SystemError) {
            let file = try FileDescriptor.openForReading(path)
            defer { file.close() }
            return try file.readAll()
        } catch {
            throw ScreenerSource.Fault(messages: ["error: \(path): \(error.message)"])
        }
    }

    private func compiled(_ folder: String) throws(ScreenerSource.Fault) -> [UInt8] {
        let (source, diagnostics) = RuleSource.load(folder)
        let errors = diagnostics.filter { $0.severity == .error }.map { $0.rendered() }
        guard errors.isEmpty else {
            throw ScreenerSource.Fault(
                messages: errors + ["error: \(folder): faults found: \(errors.count); nothing of it is used"])
        }
        do throws(CompileFailure) {
            return try source.compile()
        } catch {
            throw ScreenerSource.Fault(
                messages: ["error: \(folder): the rules do not fit into a pack (\(error))"])
        }
    }

    /// Opens a page with what the system opens pages with; if there is nothing, the address is on the terminal anyway.
    private func openInBrowser(_ url: String) {
        #if canImport(Darwin)
            let opener = "/usr/bin/open"
        #else
            let opener = "xdg-open"
        #endif
        _ = ChildProcess.start(opener, [url])
    }
#endif
