import Foundation
import Testing

private let server = RunningServer.shared
private let lure = "Free air ticket to Sihanoukville, the company keeps your passport, no experience needed"

@Test("one item is answered as one assessment that carries its id and the versions")
func one() throws {
    let answer = try server.assess(#"{"id":"a-1","text":"\#(lure)"}"#)
    #expect(answer.status == 200)
    #expect(answer.fields["content-type"] == "application/json")
    #expect(answer.fields["cache-control"] == "no-store")
    let object = try answer.object()
    #expect(object["schema"] as? Int == 1)
    #expect(object["id"] as? String == "a-1")
    #expect(["caution", "high"].contains(object["band"] as? String ?? ""))
    let provenance = try required(object["provenance"] as? [String: String])
    #expect(provenance["engine"] == answer.fields["x-lurescreen-engine"])
    #expect(provenance["rules"] == answer.fields["x-lurescreen-rules"])
    #expect(provenance["model"] == answer.fields["x-lurescreen-model"])
}

@Test(
    "an array is answered in its order, whatever the lengths of texts, and bad items have problems at their places"
)
func array() throws {
    var items = (0..<300).map { number in
        #"{"id":\#(number),"text":"\#(String(repeating: "Cook wanted. ", count: number % 7 * 20 + 1))"}"#
    }
    items[10] = #"{"id":10}"#
    items[20] = "7"
    items[30] = #"{"id":30,"text":"x","mute":["no-such-rule"]}"#
    items[40] = #"{"id":40,"text":"x","answers":["yes"]}"#
    items[299] = #"{"id":299,"text":null}"#
    let answer = try server.assess("[" + items.joined(separator: ",") + "]")
    #expect(answer.status == 200)
    let answers = try answer.array()
    try #require(answers.count == 300)
    let pointers = [10: "/10/text", 20: "/20", 30: "/30/mute/0", 40: "/40/answers/0", 299: "/299/text"]
    for (index, item) in answers.enumerated() {
        if index != 20 { #expect(item["id"] as? Int == index) }
        let error = item["error"] as? [String: Any]
        #expect(error?["pointer"] as? String == pointers[index])
        #expect((error?["status"] as? Int == 422) == (pointers[index] != nil))
        #expect((item["schema"] as? Int == 1) == (pointers[index] == nil))
    }
}

@Test("a ticked answer counts like its rule, without evidence, and the ledger still adds up")
func ticked() throws {
    let text = #""text":"Office clerk wanted in Bangkok, salary 1200 USD""#
    let plain = try server.assess("{\(text)}").object()
    let object = try server.assess(
        "{\(text),\"answers\":[\"passport-handed-over\",\"must-leave-at-once\"]}"
    ).object()
    let findings = try required(object["findings"] as? [[String: Any]])
    let reported = findings.filter { $0["reported"] as? Bool == true }
    #expect(
        Set(reported.compactMap { $0["rule"] as? String }) == [
            "doc-passport-handover", "urg-immediate-departure",
        ])
    for finding in reported { #expect((finding["evidence"] as? [Any])?.isEmpty == true) }
    #expect(try required(object["risk"] as? Double) > required(plain["risk"] as? Double))
    let ledger = try required(object["ledger"] as? [String: Double])
    let sum = try ["prior", "findings", "recipes", "model", "calibration"].map { try required(ledger[$0]) }
        .reduce(0, +)
    let logit = try required(ledger["logit"])
    #expect(abs(sum - logit) < 1e-9)
    #expect(abs(try required(object["risk"] as? Double) - 1 / (1 + exp(-logit))) < 1e-9)
    let shares = findings.compactMap { $0["contribution"] as? Double }.reduce(0, +)
    #expect(abs(shares - (try required(ledger["findings"]))) < 1e-6)
}

@Test("a muted rule says nothing, even if it is ticked")
func muted() throws {
    let object = try server.assess(
        #"{"text":"\#(lure)","mute":["doc-passport-handover"],"answers":["passport-handed-over"]}"#
    ).object()
    let findings = try required(object["findings"] as? [[String: Any]])
    #expect(!findings.isEmpty)
    #expect(!findings.contains { $0["rule"] as? String == "doc-passport-handover" })
}

@Test("offsets are told in the units asked for, and lead to the same words in each")
func offsets() throws {
    let text = "🔥🔥 Chào! Free air ticket, the company keeps your passport 🔥"
    let answer = try server.assess(#"{"text":"\#(text)"}"#, query: "?offsets=utf8,utf16,codepoints")
    let findings = try required(answer.object()["findings"] as? [[String: Any]])
    let places = findings.flatMap { $0["evidence"] as? [[String: Any]] ?? [] }
    #expect(!places.isEmpty)
    for place in places {
        let words = try required(place["text"] as? String)
        let utf8 = try required(place["utf8"] as? [Int])
        let utf16 = try required(place["utf16"] as? [Int])
        let points = try required(place["codepoints"] as? [Int])
        #expect(String(decoding: Array(text.utf8)[utf8[0]..<utf8[1]], as: UTF8.self) == words)
        #expect(String(decoding: Array(text.utf16)[utf16[0]..<utf16[1]], as: UTF16.self) == words)
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: Array(text.unicodeScalars)[points[0]..<points[1]])
        #expect(String(scalars) == words)
    }
}

@Test("a signature is the same for the same words, and its size is told")
func signature() throws {
    let answer = try server.assess(
        #"[{"text":"\#(lure)"},{"text":"\#(lure)"},{"text":"…"}]"#, query: "?signature=true")
    let signatures = try answer.array().map { $0["signature"] as? String }
    let bytes = try required(Data(base64Encoded: required(signatures[0])))
    #expect(bytes.count == 4 * (Int(answer.fields["x-signature-size"] ?? "") ?? 0))
    #expect(signatures[0] == signatures[1])
    #expect(signatures[2] == nil)
}

@Test(
    "a body that can't be answered gets a problem that says why and shows none of it",
    arguments: [
        ("{\"text\":\"secret", 400, "json"), ("", 400, "json"), ("[{\"text\":\"secret\"},]", 400, "json"),
        ("secret", 422, "item"), ("[]", 422, "item-count"), ("{\"text\":5}", 422, "item"),
        ("{\"text\":\"secret\\ud800\"}", 400, "json"), ("{\"id\":{},\"text\":\"secret\"}", 422, "item"),
    ] as [(String, Int, String)])
func badBody(_ body: String, _ status: Int, _ name: String) throws {
    let answer = try server.assess(body)
    #expect(answer.status == status)
    #expect(answer.problem == name)
    #expect(!answer.text.contains("secret"))
}

@Test(
    "a bad query parameter is named",
    arguments: [
        "prior=0", "prior=nan", "terms=51", "terms=x", "evidence=all", "offsets=", "offsets=utf32",
        "signature=1", "x=%zz",
    ])
func badQuery(_ query: String) throws {
    let answer = try server.assess(#"{"text":"x"}"#, query: "?" + query)
    #expect(answer.status == 400)
    #expect(answer.problem == "parameter")
}

@Test("too many items, too large a body and another media type are refused")
func limits() throws {
    let many = "[" + Array(repeating: #"{"text":"x"}"#, count: 1001).joined(separator: ",") + "]"
    #expect(try server.assess(many).problem == "item-count")
    let large = try server.send(
        "POST", "/v1/assess", ["Content-Type": "application/json", "Content-Length": "\(17 << 20)"])
    #expect(large.status == 413)
    #expect(large.problem == "too-large")
    let form = try server.send("POST", "/v1/assess", ["Content-Type": "text/plain"], #"{"text":"x"}"#)
    #expect(form.status == 415)
}

@Test("of a text beyond 1 MiB the rest is left out, and the answer says so")
func longText() throws {
    let object = try server.assess(
        #"{"text":"\#(String(repeating: "work ", count: 220_000))"}"#, query: "?evidence=none"
    ).object()
    let gaps = try required(object["unevaluated"] as? [[String: Any]])
    #expect(gaps.contains { ($0["beyond"] as? Int ?? .max) <= 1 << 20 })
}
