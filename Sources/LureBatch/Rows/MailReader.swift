/// Reads one mail of an mbox file: its header fields and the text a person would read.
///
/// Of mails in parts the first plain text is taken, else the first HTML with its tags taken out; attachments are not
/// read. Nothing in a mail is an error: what can't be decoded stays as it is.
struct MailReader {
    /// Names in lower case; values unfolded and decoded (RFC 2047).
    private(set) var headers: [(name: [UInt8], value: [UInt8])] = []
    private(set) var body: [UInt8] = []
    private var hasBody = false

    /// Parts inside parts are followed this far.
    private static let depthLimit = 8

    /// The body for `text`, else the first header field of that name (in lower case).
    func value(of name: [UInt8]) -> [UInt8]? {
        if name.elementsEqual("text".utf8) { return hasBody ? body : nil }
        return headers.first { $0.name == name }?.value
    }

    mutating func read(_ mail: UnsafeBufferPointer<UInt8>) {
        headers.removeAll()
        body = []
        hasBody = false
        var bytes = mail[...]
        if RecordCutter.isFromLine(mail, 0) { _ = MailLines.take(&bytes) }
        let (fields, rest) = Self.headers(of: bytes)
        headers = fields.map { ($0.name, MailWords.decoded($0.value)) }
        if let text = Self.text(fields, rest, wanted: "text/plain", depth: 0)
            ?? Self.text(fields, rest, wanted: "text/html", depth: 0).map(MailWords.withoutTags)
        {
            body = Self.withoutQuotedFrom(text)
            hasBody = true
        }
    }

    private typealias Fields = [(name: [UInt8], value: [UInt8])]

    private static func headers(of mail: MailLines.Bytes) -> (Fields, rest: MailLines.Bytes) {
        var rest = mail
        var fields: Fields = []
        while !rest.isEmpty {
            let line = MailLines.take(&rest)
            if line.isEmpty { break }
            if line.first == 0x20 || line.first == 0x09, !fields.isEmpty {
                fields[fields.count - 1].value += [0x20] + MailLines.trimmed(line)
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                let name = MailLines.trimmed(line[..<colon]).map { $0 | ($0 &- 65 < 26 ? 0x20 : 0) }
                fields.append((name, Array(MailLines.trimmed(line[(colon + 1)...]))))
            }
        }
        return (fields, rest)
    }

    /// The first text of a kind in a mail or a part of one.
    private static func text(
        _ fields: Fields, _ content: MailLines.Bytes, wanted: String, depth: Int
    ) -> [UInt8]? {
        let type = MailType(fields.first { $0.name.elementsEqual("content-type".utf8) }?.value)
        if type.isMultipart, let boundary = type.boundary, depth < depthLimit {
            for part in MailLines.parts(of: content, boundary: boundary) {
                let (inner, rest) = headers(of: part)
                if let text = text(inner, rest, wanted: wanted, depth: depth + 1) { return text }
            }
            return nil
        }
        guard type.name == wanted, !isAttachment(fields) else { return nil }
        let encoding = fields.first { $0.name.elementsEqual("content-transfer-encoding".utf8) }?.value ?? []
        let bytes = MailWords.decodedTransfer(content, encoding: lowercased(encoding))
        return convertToUTF8(bytes, from: type.charset)
    }

    private static func isAttachment(_ fields: Fields) -> Bool {
        let value = fields.first { $0.name.elementsEqual("content-disposition".utf8) }?.value ?? []
        return lowercased(value).hasPrefix("attachment")
    }

    /// Undoes what mbox files do to lines that begin with "From ".
    private static func withoutQuotedFrom(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        text.withUnsafeBufferPointer { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let start = rest.startIndex
                _ = MailLines.take(&rest)
                var line = bytes[start..<rest.startIndex]
                let afterMarks = line.drop { $0 == UInt8(ascii: ">") }
                if afterMarks.startIndex > line.startIndex, afterMarks.starts(with: "From ".utf8) {
                    line = line.dropFirst()
                }
                result.append(contentsOf: line)
            }
        }
        while let last = result.last, last == 0x0A || last == 0x0D { result.removeLast() }
        return result
    }
}

/// The content type of a mail or part.
private struct MailType {
    /// In lower case; mails without one are plain text (RFC 2045, section 5.2).
    var name = "text/plain"
    var charset: String?
    var boundary: [UInt8]?

    var isMultipart: Bool { name.hasPrefix("multipart/") }

    init(_ value: [UInt8]?) {
        guard let value else { return }
        var pieces = value.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)[...]
        name = lowercased(Array(MailLines.trimmed(pieces.removeFirst())))
        for piece in pieces {
            guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let key = lowercased(Array(MailLines.trimmed(piece[..<equals])))
            var content = Array(MailLines.trimmed(piece[(equals + 1)...]))
            if content.count >= 2, content.first == 0x22, content.last == 0x22 {
                content = Array(content[1..<content.count - 1])
            }
            if key == "charset" { charset = String(decoding: content, as: UTF8.self) }
            if key == "boundary", !content.isEmpty { boundary = content }
        }
    }
}

/// Lines and parts of a mail.
enum MailLines {
    typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    /// Takes the first line; returns it without its line break.
    static func take(_ rest: inout Bytes) -> Bytes {
        let feed = firstIndex(of: 0x0A, in: rest.base, from: rest.startIndex)
        let isWhole = feed < rest.endIndex
        var line = rest[..<(isWhole ? feed : rest.endIndex)]
        rest = rest[(isWhole ? feed + 1 : rest.endIndex)...]
        if line.last == 0x0D { line.removeLast() }
        return line
    }

    /// What stands between the lines of a boundary (RFC 2046, section 5.1).
    static func parts(of content: Bytes, boundary: [UInt8]) -> [Bytes] {
        var parts: [Bytes] = []
        var rest = content
        var start: Int?
        while !rest.isEmpty {
            let lineStart = rest.startIndex
            let line = take(&rest)
            guard line.starts(with: "--".utf8), line.dropFirst(2).starts(with: boundary) else { continue }
            let tail = line.dropFirst(2 + boundary.count)
            let isEnd = tail.starts(with: "--".utf8)
            guard isEnd || trimmed(tail).isEmpty else { continue }
            if let start { parts.append(content[start..<lineStart]) }
            start = isEnd ? nil : rest.startIndex
            if isEnd { return parts }
        }
        if let start { parts.append(content[start...]) }
        return parts
    }

    static func trimmed<Line: BidirectionalCollection<UInt8>>(_ line: Line) -> Line.SubSequence {
        var line = line[...]
        while let first = line.first, first == 0x20 || first == 0x09 { line = line.dropFirst() }
        while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D { line = line.dropLast() }
        return line
    }
}

func lowercased(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).lowercased() }
