import LureScreen
import Testing

/// Whether an offset stands between two scalars as `String(decoding:)` reads the bytes.
private func scalarBoundaries(of bytes: [UInt8]) -> (utf8: Set<UInt32>, utf16: [UInt32: UInt32]) {
    var boundaries: Set<UInt32> = [0]
    var utf16: [UInt32: UInt32] = [0: 0]
    var units: UInt32 = 0
    var offset = 0
    var decoder = UTF8()
    // Decode one scalar at a time from a fresh slice, so that ill-formed subparts are stepped over as repaired.
    while offset < bytes.count {
        var length = 1
        let end = min(bytes.count, offset + 4)
        var found = false
        for candidate in stride(from: end - offset, through: 1, by: -1) {
            var iterator = bytes[offset..<offset + candidate].makeIterator()
            decoder = UTF8()
            if case .scalarValue(let scalar) = decoder.decode(&iterator), UTF8.width(scalar) == candidate {
                length = candidate
                units += scalar.value >= 0x10000 ? 2 : 1
                found = true
                break
            }
        }
        if !found {
            // A maximal ill-formed subpart is one U+FFFD; its length is what String repairs as one.
            length = illFormedLength(bytes, offset)
            units += 1
        }
        offset += length
        boundaries.insert(UInt32(offset))
        utf16[UInt32(offset)] = units
    }
    return (boundaries, utf16)
}

private func illFormedLength(_ bytes: [UInt8], _ offset: Int) -> Int {
    var longest = 1
    for candidate in 2...3 where offset + candidate <= bytes.count {
        let repaired = String(decoding: bytes[offset..<offset + candidate], as: UTF8.self)
        if repaired == "\u{FFFD}" { longest = candidate }
    }
    return longest
}

@Test(
    "every place lies on scalar boundaries, in both units, and every ledger adds up: 10,000 generated texts")
func placesAndLedgers() throws {
    let screener = try Screener()
    var options = Screener.Options()
    options.termLimit = 5
    var texts = NastyTexts(seed: 7)
    var scratch = screener.makeScratch()
    var withFindings = 0
    for _ in 0..<10_000 {
        let bytes = texts.next()
        let assessment = bytes.withUnsafeBufferPointer {
            screener.assess($0, options: options, scratch: &scratch)
        }
        let boundaries = scalarBoundaries(of: bytes)
        let places =
            assessment.findings.flatMap(\.evidence) + assessment.model.terms.map(\.place)
            + assessment.contacts.map(\.place)
        if !assessment.findings.isEmpty { withFindings += 1 }
        for place in places {
            #expect(place.utf8.start < place.utf8.end, "\(bytes)")
            #expect(boundaries.utf8.contains(place.utf8.start), "\(bytes)")
            #expect(boundaries.utf8.contains(place.utf8.end), "\(bytes)")
            #expect(boundaries.utf16[place.utf8.start] == place.utf16.start, "\(bytes)")
            #expect(boundaries.utf16[place.utf8.end] == place.utf16.end, "\(bytes)")
        }
        expectLedgerAddsUp(assessment, bytes)
    }
    #expect(withFindings > 5_000)
}

func expectLedgerAddsUp(_ assessment: Assessment, _ bytes: [UInt8]) {
    let ledger = assessment.ledger
    let findings = assessment.findings.reduce(0) { $0 + $1.contribution }
    let recipes = assessment.recipes.reduce(0) { $0 + $1.contribution }
    #expect((findings - ledger.findings).magnitude < 1e-9, "\(bytes)")
    #expect((recipes - ledger.recipes).magnitude < 1e-9, "\(bytes)")
    #expect((assessment.model.contribution - ledger.model).magnitude < 1e-9, "\(bytes)")
    if let risk = assessment.risk {
        #expect((LogOdds.probability(of: ledger.logit) - risk).magnitude < 1e-9, "\(bytes)")
    }
}

@Test("the same text gives the same answer, whatever was screened before with the same buffers")
func reuse() throws {
    let screener = try Screener()
    let json = AssessmentJSON(screener: screener, detail: .full)
    var texts = NastyTexts(seed: 11)
    var scratch = screener.makeScratch()
    var written = JSONBuffer()
    for _ in 0..<500 {
        let bytes = texts.next()
        let reused = bytes.withUnsafeBufferPointer { screener.assess($0, scratch: &scratch) }
        written.removeAll()
        written.raw("{")
        bytes.withUnsafeBufferPointer { message in
            _ = screener.screen(message, scratch: &scratch)
            json.append(scratch, of: message, row: AssessmentJSON.Row(), to: &written)
        }
        written.raw("}")

        #expect(json.line(reused, of: bytes) == json.line(screener.assess(bytes), of: bytes))
        #expect(written.bytes == json.line(reused, of: bytes))
    }
}

@Test(
    "a megabyte of anything gives an assessment",
    arguments: [
        "a", "\u{301}", "(", "[{", "\u{202E}", "\u{0}", "护照", "passport ", "no ", "free ticket, ", "1", "@",
        "1-",
        "t.", "e\u{301}\u{323}", "👨‍👩‍👧", "ก", "\u{200D}", "а.", "give passport to office. ",
    ])
func megabyte(_ unit: String) throws {
    let screener = try Screener()
    let unitBytes = Array(unit.utf8)
    let bytes = Array(repeatElement(unitBytes, count: (1 << 20) / unitBytes.count).joined())

    let assessment = screener.assess(bytes)

    expectLedgerAddsUp(assessment, [])
}

@Test(
    "a megabyte of bytes that are not UTF-8 gives an assessment",
    arguments: [0x80, 0xC3, 0xE4, 0xFF, 0xF0] as [UInt8])
func illFormedMegabyte(_ byte: UInt8) throws {
    let assessment = try Screener().assess([UInt8](repeating: byte, count: 1 << 20))

    expectLedgerAddsUp(assessment, [])
}

@Test("what lies beyond the size limit is said to be unread")
func sizeLimit() throws {
    var options = Screener.Options()
    options.sizeLimit = 100
    let text = String(repeating: "é", count: 49) + "日 free ticket to Sihanoukville"

    let assessment = try Screener().assess(text, options: options)

    #expect(assessment.unevaluated == [.beyond(98)])
}

@Test("repeating a phrase a hundred times changes nothing beyond the first")
func repetition() throws {
    let screener = try Screener()
    let opening = "We are hiring chat support, salary 1500 USD per month.\n"
    let phrase = "Free air ticket to Sihanoukville, we keep your passport.\n"
    let once = screener.assess(opening + phrase)

    let often = screener.assess(opening + String(repeating: phrase, count: 100))

    #expect(once.risk == often.risk)
    #expect(once.band == often.band)
    #expect(once.findings.map(\.rule) == often.findings.map(\.rule))
    #expect(once.findings.map(\.contribution) == often.findings.map(\.contribution))
}

@Test(
    "a stated prior shifts the risk exactly, as log-odds, and moves no band",
    arguments: [0.001, 0.2, 0.5, 0.9])
func priorShift(_ prior: Double) throws {
    let screener = try Screener()
    let text = "Hiring chatters in Sihanoukville, free ticket, we keep your passport, telegram @example_hr"
    var options = Screener.Options()
    options.prior = prior
    let usual = screener.assess(text)

    let shifted = screener.assess(text, options: options)

    let expected = usual.ledger.logit - usual.ledger.prior + LogOdds.of(prior)
    #expect((shifted.ledger.logit - expected).magnitude < 1e-9)
    #expect(shifted.band == usual.band)
}
