import Foundation

/// `lurescreen serve` as a process of its own, on a free port.
final class RunningServer: @unchecked Sendable {
    // Sendable: set up before others see it; Foundation's Process is told to stop from one place.
    /// The one that most tests share.
    static let shared: RunningServer = {
        do {
            let server = try RunningServer()
            atexit { kill(RunningServer.shared.process.processIdentifier, SIGKILL) }
            return server
        } catch {
            preconditionFailure("lurescreen serve does not start: \(error)")
        }
    }()

    let process: Process
    let port: UInt16
    private let errorFile: String

    struct Failure: Error { var log: String }

    static let binary: URL = {
        // The command lies beside the test bundle, whatever the scratch path is called.
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        while !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("lurescreen").path),
            folder.path != "/"
        {
            folder.deleteLastPathComponent()
        }
        return folder.appendingPathComponent("lurescreen")
    }()

    /// Starts it and waits until it says where it listens.
    init(_ arguments: [String] = []) throws {
        (process, errorFile) = try Self.start(["--port", "0"] + arguments)
        for _ in 0..<1500 {
            let log = (try? String(contentsOfFile: errorFile, encoding: .utf8)) ?? ""
            if let address = log.range(of: "http://[^/ ]+:", options: .regularExpression),
                let port = UInt16(log[address.upperBound...].prefix { $0.isNumber }), log.contains("\n")
            {
                self.port = port
                return
            }
            if !process.isRunning { break }
            usleep(20_000)
        }
        process.terminate()
        throw Failure(log: (try? String(contentsOfFile: errorFile, encoding: .utf8)) ?? "")
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(atPath: errorFile)
    }

    private static func start(_ arguments: [String]) throws -> (Process, String) {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(
            "lurescreen-\(UUID().uuidString).log")
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        let process = Process()
        process.executableURL = binary
        process.arguments = ["serve"] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: file)
        try process.run()
        return (process, file.path)
    }

    /// Runs it with arguments that it can't take.
    static func refusal(_ arguments: [String]) throws -> (status: Int32, errors: String) {
        let (process, file) = try start(arguments)
        defer { try? FileManager.default.removeItem(atPath: file) }
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOfFile: file, encoding: .utf8))
    }

    /// All that it wrote to standard error.
    var log: String { (try? String(contentsOfFile: errorFile, encoding: .utf8)) ?? "" }

    /// Waits for words in the log, for at most ten seconds.
    func waitForLog(_ words: String) -> Bool {
        for _ in 0..<500 {
            if log.contains(words) { return true }
            usleep(20_000)
        }
        return false
    }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// The token that pages of this server carry.
    func pageToken() throws -> String {
        let page = try send("GET", "/").text
        let start = try required(page.range(of: "name=\"lurescreen-token\" content=\""))
        return String(page[start.upperBound...].prefix { $0 != "\"" })
    }

    func send(_ method: String, _ path: String, _ fields: [String: String] = [:], _ body: String? = nil)
        throws -> Answer
    {
        try send(method, path, fields, body.map { Array($0.utf8) })
    }

    /// One request on a connection of its own.
    /// - Parameter fields: besides Host, Content-Length and Connection; `Host` here replaces that one.
    func send(_ method: String, _ path: String, _ fields: [String: String], _ body: [UInt8]?) throws -> Answer
    {
        let connection = try Connection(port: port)
        var head = "\(method) \(path) HTTP/1.1\r\n"
        if fields["Host"] == nil { head += "Host: 127.0.0.1:\(port)\r\n" }
        for (name, value) in fields { head += "\(name): \(value)\r\n" }
        if let body { head += "Content-Length: \(body.count)\r\n" }
        connection.write(Array((head + "Connection: close\r\n\r\n").utf8) + (body ?? []))
        return try Answer(connection.readAll(), isHead: method == "HEAD")
    }

    /// Posts JSON to `/v1/assess`.
    func assess(_ body: String, query: String = "", _ fields: [String: String] = [:]) throws -> Answer {
        let all = ["Content-Type": "application/json"].merging(fields) { $1 }
        return try send("POST", "/v1/assess" + query, all, body)
    }
}

struct Missing: Error {}

func required<T>(_ value: T?) throws -> T {
    guard let value else { throw Missing() }
    return value
}
