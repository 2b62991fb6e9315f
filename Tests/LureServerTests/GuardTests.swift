import Foundation
import Testing

private let server = RunningServer.shared
private let item = #"{"text":"Cook wanted"}"#
private let json = ["Content-Type": "application/json"]

@Test(
    "another Host is misdirected, none is a bad request",
    arguments: ["evil.example", "127.0.0.1:1", "localhost", ""])
func host(_ host: String) throws {
    let answer = try server.send("GET", "/v1/languages", ["Host": host])
    #expect(answer.status == (host.isEmpty ? 400 : 421))
    #expect(answer.problem == (host.isEmpty ? "missing-host" : "wrong-host"))
}

@Test("the address and localhost are this server's names")
func ownHost() throws {
    for host in ["127.0.0.1", "localhost", "[::1]", "LocalHost"] {
        #expect(try server.send("GET", "/health", ["Host": "\(host):\(server.port)"]).status == 200)
    }
}

@Test(
    "a page of another site gets nothing",
    arguments: ["http://evil.example", "null", "http://127.0.0.1:1", "https://localhost"])
func origin(_ origin: String) throws {
    let fields = try json.merging(["Origin": origin, "X-Lurescreen-Token": server.pageToken()]) { $1 }
    let answer = try server.send("POST", "/v1/assess", fields, item)
    #expect(answer.status == 403)
    #expect(answer.problem == "other-site")
    #expect(!answer.fields.keys.contains { $0.hasPrefix("access-control") })
}

@Test("a cross-site request is refused, but a link to a page is followed")
func crossSite() throws {
    let fields = ["Sec-Fetch-Site": "cross-site"]
    #expect(try server.send("GET", "/v1/rules", fields).status == 403)
    #expect(try server.send("POST", "/v1/assess", fields.merging(json) { $1 }, item).status == 403)
    #expect(try server.send("GET", "/", fields).status == 200)
}

@Test("a page needs its token to ask, and one of another run does not do")
func pageToken() throws {
    let token = try server.pageToken()
    #expect(token.count == 32)
    var fields = json.merging(["Origin": "http://127.0.0.1:\(server.port)"]) { $1 }
    #expect(try server.send("POST", "/v1/assess", fields, item).problem == "page-token")
    fields["X-Lurescreen-Token"] = String(token.reversed())
    #expect(try server.send("POST", "/v1/assess", fields, item).status == 403)
    fields["X-Lurescreen-Token"] = token
    #expect(try server.send("POST", "/v1/assess", fields, item).status == 200)
}

@Test(
    "other methods are refused with those there are",
    arguments: [
        ("GET", "/v1/assess", "POST"), ("DELETE", "/v1/rules", "GET, HEAD"), ("POST", "/", "GET, HEAD"),
        ("OPTIONS", "/v1/assess", "POST"), ("PUT", "/v1/ocr", "GET, HEAD, POST"),
        ("TRACE", "/health", "GET, HEAD"),
    ] as [(String, String, String)])
func method(_ method: String, _ path: String, _ allowed: String) throws {
    let answer = try server.send(method, path)
    #expect(answer.status == 405)
    #expect(answer.fields["allow"] == allowed)
}

@Test("a well-formed request id comes back, another is replaced")
func requestID() throws {
    #expect(
        try server.send("GET", "/health", ["X-Request-Id": "call-17.b"]).fields["x-request-id"] == "call-17.b"
    )
    for id in ["a b", "<x>", String(repeating: "a", count: 65)] {
        let own = try required(server.send("GET", "/health", ["X-Request-Id": id]).fields["x-request-id"])
        #expect(own != id)
        #expect(own.count == 16)
    }
}

@Test(
    "pages, assets and answers carry what keeps a browser safe",
    arguments: ["/", "/help", "/assets/style.css", "/v1/languages", "/nowhere"])
func headers(_ path: String) throws {
    let answer = try server.send("GET", path)
    let policy = try required(answer.fields["content-security-policy"])
    #expect(policy.hasPrefix("default-src 'none'; script-src 'self'"))
    #expect(!policy.contains("unsafe"))
    #expect(answer.fields["x-content-type-options"] == "nosniff")
    #expect(answer.fields["referrer-policy"] == "no-referrer")
    #expect(answer.fields["cross-origin-opener-policy"] == "same-origin")
    #expect(answer.fields["cross-origin-resource-policy"] == "same-origin")
}

@Test("with an access token the API asks for it, and pages do not")
func accessToken() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("token-\(UUID().uuidString)")
    try Data("0123456789abcdefghij\n".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let server = try RunningServer(["--token-file", file.path])
    for path in ["/v1/rules", "/metrics"] {
        let answer = try server.send("GET", path)
        #expect(answer.status == 401)
        #expect(answer.fields["www-authenticate"] == "Bearer")
        #expect(try server.send("GET", path, ["Authorization": "Bearer 0123456789abcdefghik"]).status == 401)
        #expect(try server.send("GET", path, ["Authorization": "Bearer 0123456789abcdefghij"]).status == 200)
    }
    #expect(try server.send("GET", "/").status == 200)
    #expect(!server.log.contains("0123456789"))
}

@Test("other machines are let in only with a token of some length")
func refusals() throws {
    let none = try RunningServer.refusal(["--host", "0.0.0.0", "--port", "0"])
    #expect(none.status == 64)
    #expect(none.errors.contains("--token-file"))
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("token-\(UUID().uuidString)")
    try Data("short".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let short = try RunningServer.refusal(["--host", "0.0.0.0", "--port", "0", "--token-file", file.path])
    #expect(short.status == 64)
    #expect(short.errors.contains("20 characters"))
    #expect(!short.errors.contains("short\n"))
}
