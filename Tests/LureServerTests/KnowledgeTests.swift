import Foundation
import Testing

private let server = RunningServer.shared

@Test("rules are told with where their words come from, and each answer stands for one of them")
func rules() throws {
    let answer = try server.send("GET", "/v1/rules")
    let object = try answer.object()
    let rules = try required(object["rules"] as? [[String: Any]])
    let ids = Set(rules.compactMap { $0["id"] as? String })
    #expect(rules.count > 100)
    for rule in rules {
        #expect(rule["textLanguage"] as? String == "en")
        #expect((rule["title"] as? String)?.isEmpty == false)
        #expect((rule["sources"] as? [String]) != nil)
    }
    let answers = try required(object["answers"] as? [[String: String]])
    #expect(answers.count == 18)
    for answer in answers { #expect(ids.contains(answer["rule"] ?? "")) }
    let tag = try required(answer.fields["etag"])
    #expect(try server.send("GET", "/v1/rules", ["If-None-Match": tag]).status == 304)
}

@Test(
    "what has no words in a language falls back to English and says so", arguments: ["zh-Hans", "th", "xx"])
func translated(_ tag: String) throws {
    let object = try server.send("GET", "/v1/rules?language=\(tag)").object()
    let rules = try required(object["rules"] as? [[String: Any]])
    let languages = Set(rules.compactMap { $0["textLanguage"] as? String })
    #expect(languages.isSubset(of: ["en", tag]))
    #expect(languages.contains(tag) == (object["language"] as? String == tag))
    if tag == "zh-Hans" { #expect(languages.contains(tag)) }
    if tag == "xx" { #expect(object["language"] as? String == "en") }
}

@Test("one rule or recipe is told by its id, and an unknown one is not found")
func oneRule() throws {
    let rule = try server.send("GET", "/v1/rules/doc-passport-handover").object()
    #expect(rule["id"] as? String == "doc-passport-handover")
    let unknown = try server.send("GET", "/v1/rules/no-such-rule")
    #expect(unknown.status == 404)
    #expect(unknown.problem == "not-found")
    #expect(try server.send("GET", "/v1/rules/../../etc/passwd").status == 404)
}

@Test("languages, the state and the description of the API are told")
func small() throws {
    let languages = try server.send("GET", "/v1/languages").object()
    #expect((languages["screened"] as? [[String: String]])?.contains { $0["code"] == "km" } == true)
    #expect((languages["interface"] as? [String])?.contains("en") == true)
    #expect(try server.send("GET", "/health").object()["status"] as? String == "ok")
    #expect(try server.send("GET", "/ready").object()["status"] as? String == "ready")
    let description = try server.send("GET", "/openapi.yaml").text
    for path in ["/v1/assess:", "/v1/scan:", "/v1/rules/{id}:", "/v1/ocr:", "/metrics:"] {
        #expect(description.contains("\n  \(path)\n"))
    }
    for id in (try server.send("GET", "/v1/rules").object()["answers"] as? [[String: String]] ?? []) {
        #expect(description.contains("- \(id["id"] ?? "?")\n"))
    }
}

@Test("a head has the fields of the answer and no body")
func head() throws {
    let answer = try server.send("HEAD", "/v1/languages")
    #expect(answer.status == 200)
    #expect(answer.body.isEmpty)
    #expect(answer.fields["etag"] != nil)
}

@Test(
    "paths out of the files there are lead nowhere",
    arguments: ["/assets/../openapi.yaml", "/assets/desk.html", "/assets/%2e%2e/x", "/assets/", "/v2/assess"])
func nowhere(_ path: String) throws {
    #expect(try server.send("GET", path).problem == "not-found")
}

@Test("metrics count requests, texts and rules")
func metrics() throws {
    _ = try server.assess(#"{"text":"The company keeps your passport"}"#)
    let answer = try server.send("GET", "/metrics")
    #expect(answer.fields["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
    for name in [
        #"lurescreen_requests_total{route="/v1/assess",status="200"} "#,
        "# TYPE lurescreen_request_seconds histogram",
        #"lurescreen_request_seconds_bucket{route="/v1/assess",le="+Inf"} "#, "lurescreen_in_flight ",
        #"lurescreen_rule_hits_total{rule="doc-passport-handover"} "#, "lurescreen_build_info{engine=",
        #"lurescreen_languages_total{language="en"} "#,
    ] {
        #expect(answer.text.contains(name))
    }
    for line in answer.text.split(separator: "\n") where !line.hasPrefix("#") {
        #expect(line.split(separator: " ").last.flatMap { Double($0) } != nil, "\(line)")
    }
}

@Test("the log has a JSON object a line, with the request's id, and nothing of what was sent")
func log() throws {
    _ = try server.assess(
        #"{"text":"Zanzibarquux wanted","id":"quuxid"}"#, query: "?prior=0.03125",
        ["X-Request-Id": "log-test-1"])
    #expect(server.waitForLog("log-test-1"))
    let line = try required(server.log.split(separator: "\n").first { $0.contains("log-test-1") })
    let entry = try required(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(entry["route"] as? String == "/v1/assess")
    #expect(entry["status"] as? Int == 200)
    #expect(entry["ms"] is Double)
    for word in ["uux", "03125", "127.0.0.1:\(server.port)\""] { #expect(!server.log.contains(word)) }
}
