import Foundation
import Testing

private let server = RunningServer.shared
private let lines = ["Content-Type": "application/x-ndjson"]

private func objects(_ answer: Answer) throws -> [[String: Any]] {
    try answer.text.split(separator: "\n").map {
        try required(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
}

@Test("rows are answered in order, and a bad row has its line's number and a problem at its place")
func scan() throws {
    let rows = [
        #"{"id":"a","text":"The company keeps your passport"}"#, "{broken", "", #"{"id":"c"}"#,
        #"{"id":"d","text":"Cook wanted"}"#,
    ]
    let answer = try server.send("POST", "/v1/scan", lines, rows.joined(separator: "\n"))
    #expect(answer.status == 200)
    #expect(answer.fields["content-type"] == "application/x-ndjson")
    let answers = try objects(answer)
    try #require(answers.count == 4)
    #expect(answers[0]["id"] as? String == "a")
    #expect(answers[1]["line"] as? Int == 2)
    #expect((answers[1]["error"] as? [String: Any])?["status"] as? Int == 400)
    #expect(answers[2]["line"] as? Int == 4)
    #expect((answers[2]["error"] as? [String: Any])?["status"] as? Int == 422)
    #expect(answers[3]["id"] as? String == "d")
    #expect(!answer.text.contains("broken"))
}

@Test("an answer comes before the next row is sent")
func stream() throws {
    let connection = try Connection(port: server.port)
    connection.write(
        """
        POST /v1/scan HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nContent-Type: application/x-ndjson\r
        Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n
        """)
    for id in ["first", "second"] {
        let row = #"{"id":"\#(id)","text":"Cook wanted"}"# + "\n"
        connection.write("\(String(row.utf8.count, radix: 16))\r\n\(row)\r\n")
        #expect(connection.read(until: "\"id\":\"\(id)\"").contains("\"id\":\"\(id)\""))
    }
    connection.write("0\r\n\r\n")
    #expect(String(decoding: connection.readAll(), as: UTF8.self).hasSuffix("0\r\n\r\n"))
}

@Test("many rows come back whole, in pieces of any size")
func manyRows() throws {
    let rows = (1...400).map {
        #"{"id":\#($0),"title":"Cook \#($0)","body":"Meals included, apply at the counter"}"#
    }
    let query = "?text-field=title&text-field=body&keep=title&evidence=none"
    let answer = try server.send("POST", "/v1/scan" + query, lines, rows.joined(separator: "\r\n") + "\r\n")
    let answers = try objects(answer)
    #expect(answers.map { $0["id"] as? Int } == (1...400).map { $0 })
    #expect((answers.last?["kept"] as? [String: String])?["title"] == "Cook 400")
}

@Test("rows below a band are left out, one that is too long is passed over, and bad parameters are named")
func bounds() throws {
    let rows =
        #"{"id":1,"text":"Cook wanted for a small bakery in town, mornings only"}"# + "\n"
        + #"{"id":2,"text":"\#(String(repeating: "a", count: 5 << 20))"}"# + "\n"
        + #"{"id":3,"text":"Free air ticket to Sihanoukville, the company keeps your passport, no experience needed"}"#
        + "\n"
    let answers = try objects(server.send("POST", "/v1/scan?min-band=caution", lines, rows))
    try #require(answers.count == 2)
    #expect(answers[0]["line"] as? Int == 2)
    #expect((answers[0]["error"] as? [String: Any])?["status"] as? Int == 413)
    #expect(answers[1]["id"] as? Int == 3)
    #expect(try server.send("POST", "/v1/scan?min-band=huge", lines, "").problem == "parameter")
    #expect(try server.send("POST", "/v1/scan", ["Content-Type": "application/json"], "{}").status == 415)
}

@Test("pictures: what can be read is told, and what is no picture is refused")
func pictures() throws {
    let state = try server.send("GET", "/v1/ocr").object()
    let isAvailable = try required(state["available"] as? Bool)
    let answer = try server.send("POST", "/v1/ocr", ["Content-Type": "image/png"], "/etc/passwd")
    #expect(answer.status == (isAvailable ? 422 : 503))
    #expect(answer.problem == (isAvailable ? "picture" : "no-ocr"))
    #expect(try server.send("POST", "/v1/ocr", ["Content-Type": "text/plain"], "x").status == 415)
    if isAvailable {
        let wrong = try server.send("POST", "/v1/ocr?languages=../x", ["Content-Type": "image/png"], "x")
        #expect(wrong.problem == "parameter")
    } else {
        #expect((state["help"] as? String)?.contains("tesseract") == true)
    }
}
