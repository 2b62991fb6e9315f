import CZlib
import CZstd

/// Unpacks gzip (all its members) or zstd (all its frames), a piece at a time, in memory that does not grow.
///
/// Owns the state of the C library and frees it.
final class Inflater {
    private let kind: Compression
    /// Where packed bytes come from: fills the buffer, 0 at the end.
    private let stream: UnsafeMutablePointer<z_stream>
    private let frames: OpaquePointer?
    private let packed: UnsafeMutableRawBufferPointer
    private var next = 0
    private var end = 0
    private var isInside = false

    init(_ kind: Compression) {
        self.kind = kind
        packed = .allocate(byteCount: 1 << 16, alignment: 16)
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        frames = kind == .zstd ? ZSTD_createDStream() : nil
        if kind == .gzip { _ = lure_inflate_init_gzip(stream) }
    }

    deinit {
        if kind == .gzip { inflateEnd(stream) }
        ZSTD_freeDStream(frames)
        stream.deallocate()
        packed.deallocate()
    }

    /// Unpacks into a buffer; 0 at the end.
    /// - Parameter source: fills a buffer with packed bytes; 0 at the end.
    func read(
        into target: UnsafeMutableRawBufferPointer,
        from source: (UnsafeMutableRawBufferPointer) throws(InputFault) -> Int
    ) throws(InputFault) -> Int {
        while true {
            if next == end {
                (next, end) = (0, try source(packed))
                if end == 0 {
                    // Inside a member the library may still hold bytes that did not fit the last buffer.
                    let rest = isInside ? try step(target) : 0
                    if rest == 0, isInside { throw .truncated(kind) }
                    return rest
                }
            }
            if !isInside, kind == .gzip, packed[next] == 0 {
                next += 1  // padding after the last member, as tapes have it
                continue
            }
            let count = try step(target)
            if count > 0 { return count }
        }
    }

    private func step(_ target: UnsafeMutableRawBufferPointer) throws(InputFault) -> Int {
        isInside = true
        return kind == .gzip ? try stepGzip(target) : try stepZstd(target)
    }

    private func stepGzip(_ target: UnsafeMutableRawBufferPointer) throws(InputFault) -> Int {
        let base = packed.baseAddress!.assumingMemoryBound(to: UInt8.self)
        stream.pointee.next_in = base + next
        stream.pointee.avail_in = UInt32(end - next)
        stream.pointee.next_out = target.baseAddress!.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(target.count)
        let status = inflate(stream, Z_NO_FLUSH)
        next = end - Int(stream.pointee.avail_in)
        let count = target.count - Int(stream.pointee.avail_out)
        switch status {
        case Z_STREAM_END:
            isInside = false
            inflateReset(stream)
        case Z_OK, Z_BUF_ERROR: break
        default:
            // What came before the damage is good; the next call meets the damage again.
            if count == 0 { throw .corrupt(.gzip) }
        }
        return count
    }

    private func stepZstd(_ target: UnsafeMutableRawBufferPointer) throws(InputFault) -> Int {
        var input = ZSTD_inBuffer(src: packed.baseAddress, size: end, pos: next)
        var output = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
        let status = ZSTD_decompressStream(frames, &output, &input)
        next = input.pos
        if ZSTD_isError(status) != 0 {
            if output.pos > 0 { return output.pos }
            let isWindow = ZSTD_getErrorCode(status) == ZSTD_error_frameParameter_windowTooLarge
            throw isWindow ? .windowTooLarge : .corrupt(.zstd)
        }
        isInside = status != 0
        return output.pos
    }
}
