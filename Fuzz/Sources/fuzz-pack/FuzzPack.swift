import LureScreen

/// Any bytes are a rule pack that works or a typed error; the pack's digest is not what keeps us safe.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let screener = try? Screener(pack: bytes, model: nil) else { return 0 }
    let text = "Free ticket to Sihanoukville, we keep your passport, salary 1500 USD, telegram @example_hr"
    let assessment = screener.assess(Array(text.utf8))
    let json = AssessmentJSON(screener: screener, detail: .full).line(assessment, of: Array(text.utf8))
    precondition(!json.isEmpty)
    return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// SwiftPM makes this the program's main; libFuzzer takes over from here.
@_cdecl("fuzz_pack_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    var count = count
    var arguments = arguments
    return runDriver(&count, &arguments, { testOneInput($0, $1) })
}
