import LureScreen
import Testing

private func written(_ write: (inout JSONBuffer) -> Void) -> String {
    var json = JSONBuffer()
    write(&json)
    return String(decoding: json.bytes, as: UTF8.self)
}

@Test("integers come out as Swift prints them, around every power of ten")
func integers() {
    var power = 1
    while power <= Int.max / 10 {
        for value in [power - 1, power, power + 1, 2 * power + 5, -power] {
            #expect(written { $0.integer(value) } == String(value))
        }
        power *= 10
    }
    for value in [Int.max, Int.min] { #expect(written { $0.integer(value) } == String(value)) }
    for value in 0..<2_000 { #expect(written { $0.integer(value) } == String(value)) }
}

@Test(
    "decimals are rounded to their places, halves away from zero, without trailing zeros",
    arguments: [
        (0.0, 4, "0"), (-0.0, 4, "0"), (1.5, 4, "1.5"), (-2.25, 1, "-2.3"), (0.00004, 4, "0"),
        (-0.00004, 4, "0"), (0.00005, 4, "0.0001"), (12.3456, 4, "12.3456"), (0.0203, 4, "0.0203"),
        (99.99995, 4, "100"), (0.5, 0, "1"), (2.0405, 3, "2.041"), (0.0123456789, 10, "0.0123456789"),
        (0.1, 10, "0.1"), (-2.9444389792, 10, "-2.9444389792"), (99_999_999, 10, "99999999"),
        (1e8, 4, "null"), (.infinity, 4, "null"), (.nan, 4, "null"),
    ])
func decimals(_ value: Double, _ places: Int, _ expected: String) {
    #expect(written { $0.decimal(value, places: places) } == expected)
}

@Test("whatever a string holds is escaped as RFC 8259 asks, wherever it stands among eight bytes")
func strings() {
    let cases: [([UInt8], String)] = [
        ([0x22], "\\\""), ([0x5C], "\\\\"), ([0x0A], "\\n"), ([0x0D], "\\r"), ([0x09], "\\t"),
        ([0x00], "\\u0000"), ([0x1F], "\\u001f"), ([0x20], " "), ([0x21], "!"), ([0x7F], "\u{7F}"),
        ([0xC3, 0xA9], "é"), ([0xE6, 0x97, 0xA5], "日"), ([0xF0, 0x9F, 0x99, 0x82], "🙂"),
        ([0xEF, 0xBF, 0xBD], "\u{FFFD}"), ([0x80], "\u{FFFD}"), ([0xFF], "\u{FFFD}"),
        ([0xE6, 0x97], "\u{FFFD}\u{FFFD}"), ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"),
        ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ]
    for (bytes, expected) in cases {
        for before in 0..<10 {
            for after in 0..<10 {
                let text =
                    [UInt8](repeating: 0x61, count: before) + bytes + [UInt8](repeating: 0x62, count: after)
                let whole =
                    "\"" + String(repeating: "a", count: before) + expected
                    + String(repeating: "b", count: after) + "\""

                #expect(written { json in text.withUnsafeBufferPointer { json.string($0) } } == whole)
            }
        }
    }
}

@Test("a buffer grows with what is written and can be used again")
func growth() {
    var json = JSONBuffer()
    for round in 0..<3 {
        json.removeAll()
        for number in 0..<5_000 { json.string("\u{1}\(number)") }
        let expected = (0..<5_000).map { "\"\\u0001\($0)\"" }.joined()

        #expect(String(decoding: json.bytes, as: UTF8.self) == expected, "round \(round)")
    }
}
