import CZlib
import CZstd

/// Packs one block after another, each as a gzip member or zstd frame of its own; what they unpack to stands one after
/// another.
///
/// Owns the state of the C library and frees it.
final class Packer {
    private let kind: Compression
    private let stream: UnsafeMutablePointer<z_stream>
    private let frames: OpaquePointer?
    private let zstdLevel: Int32
    /// zlib's own default.
    private static let gzipLevel: Int32 = 6

    /// - Parameter zstdLevel: 3 is zstd's own default.
    init(_ kind: Compression, zstdLevel: Int32 = 3) {
        self.kind = kind
        self.zstdLevel = zstdLevel
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        frames = kind == .zstd ? ZSTD_createCCtx() : nil
        if kind == .gzip { _ = lure_deflate_init_gzip(stream, Self.gzipLevel) }
    }

    deinit {
        if kind == .gzip { deflateEnd(stream) }
        ZSTD_freeCCtx(frames)
        stream.deallocate()
    }

    /// - Returns: nothing for nothing.
    func pack(_ bytes: [UInt8]) -> [UInt8] { bytes.isEmpty ? [] : packWhole(bytes) }

    /// A member or frame, also of nothing.
    func packWhole(_ bytes: [UInt8]) -> [UInt8] {
        kind == .gzip ? packGzip(bytes) : packZstd(bytes)
    }

    private func packGzip(_ bytes: [UInt8]) -> [UInt8] {
        deflateReset(stream)
        let bound = Int(deflateBound(stream, UInt(bytes.count)))
        return [UInt8](unsafeUninitializedCapacity: bound) { target, count in
            bytes.withUnsafeBufferPointer { source in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                stream.pointee.avail_in = UInt32(source.count)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = UInt32(target.count)
                // Cannot fail: there is room for the worst case.
                _ = deflate(stream, Z_FINISH)
                count = target.count - Int(stream.pointee.avail_out)
            }
        }
    }

    private func packZstd(_ bytes: [UInt8]) -> [UInt8] {
        let bound = ZSTD_compressBound(bytes.count)
        return [UInt8](unsafeUninitializedCapacity: bound) { target, count in
            bytes.withUnsafeBytes { source in
                let size = ZSTD_compressCCtx(
                    frames, target.baseAddress, target.count, source.baseAddress, source.count,
                    zstdLevel)
                // Cannot fail: there is room for the worst case.
                count = ZSTD_isError(size) == 0 ? size : 0
            }
        }
    }
}
