/// How a file is packed, told by its first bytes and never by its name.
public enum Compression: String, Sendable {
    case gzip, zstd

    /// Bytes that `init(magic:)` wants to see.
    static let magicCount = 4

    /// - Parameter magic: the first bytes of a file.
    init?(magic: UnsafeBufferPointer<UInt8>) {
        if magic.count >= 2, magic[0] == 0x1F, magic[1] == 0x8B {
            self = .gzip
        } else if magic.count >= 4, magic[0] == 0x28, magic[1] == 0xB5, magic[2] == 0x2F, magic[3] == 0xFD {
            self = .zstd
        } else if magic.count >= 4, magic[0] & 0xF0 == 0x50, magic[1] == 0x2A, magic[2] == 0x4D,
            magic[3] == 0x18
        {
            // A skippable frame (RFC 8878, section 3.1.2), as parallel packers put first.
            self = .zstd
        } else {
            return nil
        }
    }

    /// By the ending of a name: what an output is to be packed as.
    public init?(name: String) {
        if name.hasSuffix(".gz") {
            self = .gzip
        } else if name.hasSuffix(".zst") {
            self = .zstd
        } else {
            return nil
        }
    }
}
