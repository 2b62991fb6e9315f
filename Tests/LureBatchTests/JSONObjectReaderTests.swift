import Foundation
import LureBatch
import Testing

/// Members of a line as "key=value" with the value as written, or the fault.
private func read(_ line: String) -> Result<[String], JSONFault> {
    var reader = JSONObjectReader()
    let bytes = Array(line.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
        do throws(JSONFault) {
            try reader.read(buffer)
        } catch {
            return .failure(error)
        }
        return .success(
            reader.members.map { member in
                String(decoding: buffer[member.key], as: UTF8.self) + "="
                    + String(decoding: buffer[member.value], as: UTF8.self)
            })
    }
}

@Test("members come out in order, values as written")
func members() {
    let line =
        #" {"id": 7, "text":"a\"b", "deep":{"x":[1,{"y":[]}],"z":{}} ,"ok":true,"none":null,"n":-1.5e+3} "#

    let expected = [
        "id=7", #"text="a\"b""#, #"deep={"x":[1,{"y":[]}],"z":{}}"#, "ok=true", "none=null", "n=-1.5e+3",
    ]
    #expect(read(line) == .success(expected))
}

@Test(
    "a broken line says what and where",
    arguments: [
        ("", 1, JSONFault.Problem.notAnObject), ("[1]", 1, .notAnObject), (#"{"a":1"#, 7, .unexpectedEnd),
        (#"{"a" 1}"#, 6, .expectedColon), (#"{"a":1 "b":2}"#, 8, .expectedCommaOrEnd),
        (#"{a:1}"#, 2, .expectedKey),
        (#"{"a":"\x"}"#, 7, .badEscape), (#"{"a":"\ud800"}"#, 7, .loneSurrogate),
        (#"{"a":"\udc00"}"#, 7, .loneSurrogate), ("{\"a\":\"x\ty\"}", 8, .controlCharacterInString),
        (#"{"a":01}"#, 6, .badNumber), (#"{"a":1.}"#, 6, .badNumber), (#"{"a":tru}"#, 6, .badLiteral),
        (#"{"a":1} x"#, 9, .trailingCharacters), (#"{"a":[1,]}"#, 9, .unexpectedCharacter),
        (#"{"a":1,}"#, 8, .expectedKey), (#"{"a":"open"#, 11, .unexpectedEnd),
    ])
func faults(_ line: String, _ column: Int, _ problem: JSONFault.Problem) {
    #expect(read(line) == .failure(JSONFault(column: column, problem: problem)))
}

@Test("nesting beyond 128 levels is refused, not followed")
func depth() {
    let deep = "{\"a\":" + String(repeating: "[", count: 200_000)

    #expect(read(deep) == .failure(JSONFault(column: 5 + 129, problem: .tooDeep)))
}

@Test("escapes come out as Foundation reads them")
func escapes() throws {
    let written = #"caf\u00e9 \ud83d\ude00 \"q\" \\ \/ \b\f\n\r\t 日本 \u0000 end"#

    var text: [UInt8] = []
    Array(written.utf8).withUnsafeBufferPointer { JSONText.appendUnescaped($0, to: &text) }

    let expected = try JSONDecoder().decode([String].self, from: Data("[\"\(written)\"]".utf8))[0]
    #expect(String(decoding: text, as: UTF8.self) == expected)
}

@Test("escapes are undone wherever they stand, after text that is there already")
func escapesAnywhere() {
    let escapes = [
        (#"\n"#, "\n"), (#"\""#, "\""), (#"\\\\"#, #"\\"#), (#"\u00e9"#, "é"), (#"\u65e5\u672c"#, "日本"),
        (#"\ud83d\ude42"#, "🙂"), (#"\u0000"#, "\0"), ("日\\t本", "日\t本"),
    ]
    for (written, meant) in escapes {
        for before in 0..<10 {
            for after in 0..<10 {
                let left = String(repeating: "a", count: before)
                let right = String(repeating: "b", count: after)
                var text = Array("x".utf8)
                Array((left + written + right + written).utf8).withUnsafeBufferPointer {
                    JSONText.appendUnescaped($0, to: &text)
                }

                #expect(String(decoding: text, as: UTF8.self) == "x" + left + meant + right + meant)
            }
        }
    }
}

@Test(
    "a key is known however it is written",
    arguments: [
        ("text", true), (#"te\u0078t"#, true), (#"\u0074\u0065\u0078\u0074"#, true), ("tex", false),
        ("texts", false), (#"t\next"#, false), (#"\/\/\/"#, false), ("Text", false), ("", false),
    ])
func keys(_ written: String, _ isText: Bool) {
    Array(written.utf8).withUnsafeBufferPointer {
        #expect(JSONText.equals($0, Array("text".utf8)) == isText)
    }
}

@Test("mutated lines are accepted exactly when Foundation accepts them")
func againstFoundation() {
    let seedLine =
        #"{"id":"x1","text":"a\n\u00e9\ud83d\ude00 b","n":-12.5e-3,"list":[1,"two",{"k":null}],"t":true}"#
    let alphabet = Array(#"{}[],:"\u0123456789abdefnrtE+-. "#.utf8)
    var random = SplitMix(state: 42)
    var accepted = 0
    for _ in 0..<20_000 {
        var bytes = Array(seedLine.utf8)
        for _ in 0..<Int(random.next() % 3) + 1 {
            let place = Int(random.next() % UInt64(bytes.count))
            switch random.next() % 3 {
            case 0: bytes[place] = alphabet[Int(random.next() % UInt64(alphabet.count))]
            case 1: bytes.remove(at: place)
            default: bytes.insert(alphabet[Int(random.next() % UInt64(alphabet.count))], at: place)
            }
        }
        let line = String(decoding: bytes, as: UTF8.self)
        // Foundation is not RFC 8259 here: it takes commas before a closing bracket and refuses large exponents.
        if line.contains(",]") || line.contains(",}") || line.firstMatch(of: /[eE][+]?\d{3}/) != nil {
            continue
        }
        let ours: Bool
        if case .success = read(line) { ours = true } else { ours = false }
        let theirs = (try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]) != nil
        if ours { accepted += 1 }
        #expect(ours == theirs, "\(line)")
    }
    #expect(accepted > 2_000)
}

/// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), so that cases repeat.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
