/// The bytes of an input as UTF-8 (or what claims to be): unpacked by content, converted if an encoding was named or a
/// UTF-16 byte order mark says so.
final class ByteStream {
    private let file: FileDescriptor
    private let isRegular: Bool
    /// Bytes the file must at least have; 0 if it is not a regular one.
    private let leastSize: Int
    private let inflater: Inflater?
    private let decoder: EncodingReader?
    /// First bytes, read to tell what the file is.
    private var head: [UInt8] = []
    private var headStart = 0
    /// Bytes taken from the file so far, as it lies there.
    private(set) var rawCount = 0

    /// - Parameter encoding: a name iconv knows; nil: UTF-8, or what a byte order mark says.
    init(_ file: FileDescriptor, encoding: String?) throws(InputFault) {
        self.file = file
        let status = file.status
        isRegular = status?.isRegular ?? false
        leastSize = isRegular ? status?.size ?? 0 : 0
        head = try Self.readHead(file)
        rawCount = head.count
        let kind = head.withUnsafeBufferPointer { Compression(magic: $0) }
        inflater = kind.map { Inflater($0) }
        let name = encoding ?? (kind == nil ? Self.encoding(ofMark: head) : nil)
        if let name, !Self.isUTF8(name) {
            guard let reader = EncodingReader(name) else { throw .unknownEncoding(name) }
            decoder = reader
        } else {
            decoder = nil
        }
    }

    private static func readHead(_ file: FileDescriptor) throws(InputFault) -> [UInt8] {
        var head: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: Compression.magicCount)
        while head.count < Compression.magicCount {
            let wanted = Compression.magicCount - head.count
            let outcome = piece.withUnsafeMutableBytes { buffer in
                Result { () throws(SystemError) in
                    try file.readUnlessInterrupted(
                        into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]))
                }
            }
            do throws(SystemError) {
                let count = try outcome.get()
                if count == 0 { break }
                head += piece[..<count]
            } catch {
                throw .system(error)
            }
        }
        return head
    }

    private static func isUTF8(_ name: String) -> Bool {
        let folded = name.lowercased()
        return folded == "utf-8" || folded == "utf8"
    }

    private static func encoding(ofMark head: [UInt8]) -> String? {
        if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
            return "UTF-32"
        }
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        return nil
    }

    /// Fills a buffer (of 16 bytes or more), wholly or in part; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFault) -> Int {
        guard let decoder else { return try readUnpacked(buffer) }
        return try decoder.read(into: buffer) { (piece) throws(InputFault) in try self.readUnpacked(piece) }
    }

    private func readUnpacked(_ buffer: UnsafeMutableRawBufferPointer) throws(InputFault) -> Int {
        guard let inflater else { return try readRaw(buffer) }
        return try inflater.read(into: buffer) { (piece) throws(InputFault) in try self.readRaw(piece) }
    }

    private func readRaw(_ buffer: UnsafeMutableRawBufferPointer) throws(InputFault) -> Int {
        if headStart < head.count {
            let count = min(buffer.count, head.count - headStart)
            buffer.copyBytes(from: head[headStart..<headStart + count])
            headStart += count
            return count
        }
        do throws(SystemError) {
            let count = try file.readUnlessInterrupted(into: buffer)
            rawCount += count
            if count > 0 || rawCount >= leastSize { return count }
        } catch {
            throw .system(error)
        }
        throw .shrunk
    }

    /// Goes on at a byte of what `read` gives, without reading up to it; false where only reading can lead there.
    func seek(to offset: Int) throws(InputFault) -> Bool {
        guard isRegular, inflater == nil, decoder == nil else { return false }
        do throws(SystemError) {
            try file.seek(to: offset)
        } catch {
            throw .system(error)
        }
        headStart = head.count
        rawCount = offset
        return true
    }
}
