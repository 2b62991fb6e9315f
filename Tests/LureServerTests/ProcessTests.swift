import Foundation
import Testing

private let item = #"{"text":"Cook wanted"}"#

/// A request that the server has taken up and whose body, `item`, is still to come.
private func beginRequest(to server: RunningServer) throws -> Connection {
    let connection = try Connection(port: server.port)
    let item = #"{"text":"Cook wanted"}"#
    connection.write(
        """
        POST /v1/assess HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nContent-Type: application/json\r
        Content-Length: \(item.utf8.count)\r\nExpect: 100-continue\r\n\r\n
        """)
    #expect(connection.read(until: "100 Continue").contains("100 Continue"))
    return connection
}

@Test("SIGTERM lets a request under way finish and then ends the server with 0")
func stops() throws {
    let server = try RunningServer()
    let connection = try beginRequest(to: server)
    server.signal(SIGTERM)
    usleep(200_000)
    connection.write(item)
    let answer = connection.read(until: "provenance")
    #expect(answer.contains("200 OK"))
    server.process.waitUntilExit()
    #expect(server.process.terminationReason == .exit)
    #expect(server.process.terminationStatus == 0)
}

@Test("a stream that is cut off by a stop ends whole, with a line that says so")
func stopsStream() throws {
    let server = try RunningServer()
    let connection = try Connection(port: server.port)
    func send(_ rows: String) { connection.write("\(String(rows.utf8.count, radix: 16))\r\n\(rows)\r\n") }
    let row = #"{"text":"Cook wanted"}"# + "\n"
    connection.write(
        """
        POST /v1/scan HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nContent-Type: application/x-ndjson\r
        Transfer-Encoding: chunked\r\n\r\n
        """)
    send(row)
    #expect(connection.read(until: "provenance").contains("provenance"))

    server.signal(SIGTERM)
    usleep(200_000)
    // More than the server still reads: to close then would reset the connection.
    for _ in 0..<16 { send(String(repeating: row, count: 3000)) }
    let rest = String(decoding: connection.readAll(), as: UTF8.self)

    #expect(rest.contains("/problems/stopping"))
    #expect(rest.hasSuffix("0\r\n\r\n"))
    server.process.waitUntilExit()
    #expect(server.process.terminationStatus == 0)
}

@Test("a client that never ends its request does not keep the server from stopping")
func stopsDespiteSlowClient() throws {
    let server = try RunningServer(["--stop-seconds", "1"])
    let connection = try Connection(port: server.port)
    connection.write("POST /v1/assess HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nContent-Length: 100\r\n")
    server.signal(SIGTERM)
    server.process.waitUntilExit()
    #expect(server.process.terminationStatus == 0)
}

@Test("a rule pack is loaded anew when its file changes, and the old one stays while the file is faulty")
func reloads() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pack")
    let pack = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Sources/LureBundle/pack.bin")
    let bytes = try Data(contentsOf: pack)
    try bytes.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let server = try RunningServer(["--pack", file.path])
    let rules = try required(server.send("GET", "/health").fields["x-lurescreen-rules"])

    try bytes.prefix(1000).write(to: file)
    #expect(server.waitForLog("\"level\":\"error\",\"event\":\"reload\""))
    #expect(try server.send("GET", "/health").fields["x-lurescreen-rules"] == rules)
    #expect(
        try server.assess(#"{"text":"The company keeps your passport"}"#).text.contains(
            "doc-passport-handover"))
    #expect(try server.send("GET", "/metrics").text.contains("lurescreen_reloads_total{result=\"error\"} 1"))

    try bytes.write(to: file)
    #expect(server.waitForLog("\"level\":\"info\",\"event\":\"reload\""))
    #expect(try server.send("GET", "/metrics").text.contains("lurescreen_reloads_total{result=\"ok\"} 1"))
}

@Test("a reload drops no request that is under way")
func reloadsBesideRequest() throws {
    let server = try RunningServer()
    let connection = try beginRequest(to: server)
    for _ in 0..<3 {
        server.signal(SIGHUP)
        usleep(100_000)
        #expect(try server.send("GET", "/ready").status == 200)
    }
    connection.write(item)
    #expect(connection.read(until: "provenance").contains("200 OK"))
}

@Test("a rule pack that can't be used is refused at the start, and named")
func faultyPack() throws {
    for file in ["/nowhere/own.pack", #filePath] {
        let outcome = try RunningServer.refusal(["--port", "0", "--pack", file])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(file))
    }
}

@Test("SIGHUP loads all anew")
func hangsUp() throws {
    let server = try RunningServer()
    server.signal(SIGHUP)
    #expect(server.waitForLog("\"event\":\"reload\""))
    #expect(try server.send("GET", "/metrics").text.contains("lurescreen_reloads_total{result=\"ok\"} 1"))
}
