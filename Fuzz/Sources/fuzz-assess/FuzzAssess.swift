import LureScreen

/// Any bytes give an assessment whose places lie in the text and whose ledger adds up.
private let screener = loadBundledScreener()

private func loadBundledScreener() -> Screener {
    do {
        return try Screener()
    } catch {
        fatalError("the bundled pack does not load: \(error)")
    }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    let assessment = screener.assess(Array(bytes))
    for finding in assessment.findings {
        for evidence in finding.evidence {
            precondition(evidence.utf8.start < evidence.utf8.end && Int(evidence.utf8.end) <= count)
        }
    }
    let ledger = assessment.ledger
    let findings = assessment.findings.reduce(0) { $0 + $1.contribution }
    precondition((findings - ledger.findings).magnitude < 1e-9)
    if let risk = assessment.risk {
        precondition((LogOdds.probability(of: ledger.logit) - risk).magnitude < 1e-9)
    }
    return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// SwiftPM makes this the program's main; libFuzzer takes over from here.
@_cdecl("fuzz_assess_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    var count = count
    var arguments = arguments
    return runDriver(&count, &arguments, { testOneInput($0, $1) })
}
