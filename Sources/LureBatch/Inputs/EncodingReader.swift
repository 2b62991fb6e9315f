#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Turns bytes of another encoding into UTF-8 through the system's iconv, a piece at a time.
///
/// What the encoding has no meaning for becomes U+FFFD, as ill-formed UTF-8 does elsewhere.
final class EncodingReader {
    private let converter: iconv_t
    /// Bytes of the smallest unit: what is skipped where bytes mean nothing.
    private let unit: Int
    private let foreign: UnsafeMutablePointer<CChar>
    private static let capacity = 1 << 16
    /// Bytes in `foreign`: those not converted yet stand at its beginning.
    private var count = 0
    private var atEnd = false

    /// - Returns: nil if the system does not know the encoding.
    init?(_ name: String) {
        converter = iconv_open("UTF-8", name)
        // iconv_open answers (iconv_t)-1 on failure.
        guard Int(bitPattern: converter) != -1 else { return nil }
        let folded = name.uppercased()
        unit =
            folded.hasPrefix("UTF-16") || folded.hasPrefix("UTF16") || folded.hasPrefix("UCS-2")
            ? 2 : folded.hasPrefix("UTF-32") || folded.hasPrefix("UCS-4") ? 4 : 1
        foreign = .allocate(capacity: Self.capacity)
    }

    deinit {
        if Int(bitPattern: converter) != -1 {
            iconv_close(converter)
            foreign.deallocate()
        }
    }

    /// Fills a buffer of at least 16 bytes with UTF-8; 0 at the end.
    func read(
        into target: UnsafeMutableRawBufferPointer,
        from source: (UnsafeMutableRawBufferPointer) throws(InputFault) -> Int
    ) throws(InputFault) -> Int {
        while true {
            if !atEnd, count < Self.capacity / 2 {
                let room = UnsafeMutableRawBufferPointer(start: foreign + count, count: Self.capacity - count)
                let added = try source(room)
                count += added
                atEnd = added == 0
            }
            if count == 0, atEnd { return flush(into: target) }
            let written = convert(into: target)
            if written > 0 { return written }
        }
    }

    /// Some converters hold a letter back, for a mark that may come after it.
    private func flush(into target: UnsafeMutableRawBufferPointer) -> Int {
        var output: UnsafeMutablePointer<CChar>? = target.baseAddress!.assumingMemoryBound(to: CChar.self)
        var outputLeft = target.count
        iconv(converter, nil, nil, &output, &outputLeft)
        return target.count - outputLeft
    }

    private func convert(into target: UnsafeMutableRawBufferPointer) -> Int {
        var input: UnsafeMutablePointer<CChar>? = foreign
        var inputLeft = count
        var output: UnsafeMutablePointer<CChar>? = target.baseAddress!.assumingMemoryBound(to: CChar.self)
        var outputLeft = target.count
        while inputLeft > 0 {
            if iconv(converter, &input, &inputLeft, &output, &outputLeft) != failed { break }
            let isIncomplete = errno == EINVAL
            // E2BIG: the target is full; an incomplete character waits for its rest.
            if errno == E2BIG || isIncomplete && !atEnd || outputLeft < 3 { break }
            let skipped = min(isIncomplete ? inputLeft : unit, inputLeft)
            input = input.map { $0 + skipped }
            inputLeft -= skipped
            for byte in [0xEF, 0xBF, 0xBD] as [UInt8] {
                output?.pointee = CChar(bitPattern: byte)
                output = output.map { $0 + 1 }
            }
            outputLeft -= 3
        }
        if let input, inputLeft > 0 { foreign.update(from: input, count: inputLeft) }
        count = inputLeft
        return target.count - outputLeft
    }
}

/// (size_t)-1, which iconv answers on failure.
private let failed = Int(bitPattern: UInt.max)

/// A text in an encoding that iconv knows, as UTF-8; one in UTF-8, or in an encoding nobody knows, stays as it is.
func convertToUTF8(_ text: [UInt8], from encoding: String?) -> [UInt8] {
    guard let encoding, !["utf-8", "utf8", "us-ascii", ""].contains(encoding.lowercased()),
        let reader = EncodingReader(encoding)
    else { return text }
    var result: [UInt8] = []
    var place = 0
    var piece = [UInt8](repeating: 0, count: 1 << 12)
    while true {
        let outcome = piece.withUnsafeMutableBytes { buffer in
            Result { () throws(InputFault) in
                try reader.read(into: buffer) { target in
                    let count = min(target.count, text.count - place)
                    target.copyBytes(from: text[place..<place + count])
                    place += count
                    return count
                }
            }
        }
        guard let count = try? outcome.get(), count > 0 else { return result }
        result += piece[..<count]
    }
}
