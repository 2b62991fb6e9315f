import LureText

/// A trained classifier: how much each feature speaks for a lure, and for each kind of text.
///
/// Naive Bayes over present features, length-normalised: the score is a slope times the mean weight of the known
/// features, where the mean's divisor is the square root of their number. So a long text does not become surer
/// merely by being long (Rennie et al., ICML 2003, section 4, use the norm of the weights to the same end).
public struct Model: Sendable {
    /// First 12 hexadecimal digits of a hash of the file's content.
    public let digest: String
    let numbers: ModelNumbers
    /// Whether two words in a row are a feature.
    public let readsWordPairs: Bool
    /// Whether the lure score tells lures from honest offers only, so that it counts as far as a text is an offer.
    public let weighsKinds: Bool
    /// Apart from the weights: most features of a text are not known, and these alone stay in the cache.
    let slots: FeatureSlots
    /// By slot.
    let weights: PackedTable<ModelWeights>

    /// Opens a model file; any bytes give a model that is safe to use, or an error.
    public init(_ region: ByteRegion) throws(PackError) {
        guard let signature = region.load(UInt64.self, at: 0) else { throw .truncated(offset: 0) }
        guard signature == ModelFormat.signature else { throw .wrongSignature(offset: 0) }
        for (offset, expected) in [
            (ModelFormat.versionOffset, ModelFormat.version),
            (ModelFormat.featureVersionOffset, ModelFormat.featureVersion),
        ] {
            guard let version = region.load(UInt32.self, at: offset) else { throw .truncated(offset: offset) }
            guard version == expected else { throw .unsupportedVersion(version, offset: offset) }
        }
        guard let count = region.load(UInt32.self, at: ModelFormat.slotCountOffset),
            let digestBits = region.load(UInt64.self, at: ModelFormat.digestOffset)
        else { throw .truncated(offset: ModelFormat.slotCountOffset) }
        guard count.nonzeroBitCount == 1, count <= 1 << 24 else {
            throw .invalidValue(offset: ModelFormat.slotCountOffset)
        }
        guard let flags = region.load(UInt32.self, at: ModelFormat.flagsOffset), flags < 4 else {
            throw .invalidValue(offset: ModelFormat.flagsOffset)
        }
        readsWordPairs = flags & 1 != 0
        weighsKinds = flags & 2 != 0
        numbers = try Self.numbers(region)
        let fingerprints = try Self.table(
            region, of: UInt32.self, at: ModelFormat.headerCount, count: Int(count))
        weights = try Self.table(
            region, of: ModelWeights.self, at: ModelFormat.headerCount + 4 * Int(count), count: Int(count))
        // Look-ups stop at an empty slot, so there must be one.
        guard (0..<fingerprints.count).contains(where: { fingerprints[$0] == 0 }) else {
            throw .invalidValue(offset: ModelFormat.headerCount)
        }
        slots = FeatureSlots(fingerprints)
        digest = Self.hexadecimal(digestBits)
    }

    private static func table<T: BitwiseCopyable>(
        _ region: ByteRegion, of type: T.Type, at offset: Int, count: Int
    ) throws(PackError) -> PackedTable<T> {
        guard let part = region.slice(at: offset, count: count * MemoryLayout<T>.stride) else {
            throw .truncated(offset: region.count)
        }
        guard let table = part.table(of: type) else { throw .misaligned(offset: offset) }
        return table
    }

    private static func numbers(_ region: ByteRegion) throws(PackError) -> ModelNumbers {
        var values: [Double] = []
        for index in 0..<ModelNumbers().values.count {
            let offset = ModelFormat.numbersOffset + 8 * index
            guard let bits = region.load(UInt64.self, at: offset) else { throw .truncated(offset: offset) }
            values.append(Double(bitPattern: bits))
        }
        let numbers = ModelNumbers(values: values)
        guard numbers.isSound else { throw .invalidValue(offset: ModelFormat.numbersOffset) }
        return numbers
    }

    private static func hexadecimal(_ bits: UInt64) -> String {
        var text = ""
        for shift in stride(from: 44, through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: bits >> UInt64(shift)) & 15
            text.unicodeScalars.append(Unicode.Scalar(digit < 10 ? 0x30 + digit : 0x57 + digit))
        }
        return text
    }
}
