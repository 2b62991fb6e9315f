/// Why bytes are not a usable table, pack or model.
///
/// Offsets count in bytes from the start of the region that was read: a part of a file reports places in that
/// part.
public enum PackError: Error, Hashable, Sendable {
    /// The region ends before what should stand at `offset`.
    case truncated(offset: Int)
    /// The region does not begin with the signature of its format.
    case wrongSignature(offset: Int)
    /// Written for another version of the format.
    case unsupportedVersion(UInt32, offset: Int)
    /// A section does not start or end where its values could be read in place.
    case misaligned(offset: Int)
    /// An index or a length leads outside the section it counts in.
    case outOfRange(offset: Int)
    /// A value that the format does not allow.
    case invalidValue(offset: Int)

    public var offset: Int {
        switch self {
        case .truncated(let offset), .wrongSignature(let offset), .unsupportedVersion(_, let offset),
            .misaligned(let offset), .outOfRange(let offset), .invalidValue(let offset):
            offset
        }
    }
}
