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
    let assessment = screener.assess(bytes)
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
