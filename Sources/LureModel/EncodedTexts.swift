import LureText

/// Labelled texts as indices of features: four bytes a feature.
public struct EncodedTexts: Sendable {
    private var features = FeatureLists()
    private(set) var isLure: [Bool] = []
    /// `TextKind.rawValue`, or -1 where the kind is not known.
    private(set) var kinds: [Int8] = []
    /// Rows of one group are weighed so that its lures and its honest texts count the same.
    private(set) var groups: [UInt8] = []
    let vocabulary: Vocabulary

    public init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    public var count: Int { isLure.count }

    /// - Parameter features: of one text, each once, in any order.
    public mutating func append(_ features: [Feature], language: Language?, isLure: Bool, kind: TextKind?) {
        var indices = features.compactMap { vocabulary.index(of: $0.key) }
        indices.sort()
        self.features.append(indices)
        self.isLure.append(isLure)
        kinds.append(kind.map { Int8($0.rawValue) } ?? -1)
        groups.append((language == .chineseTraditional ? .chineseSimplified : language)?.rawValue ?? .max)
    }

    /// The same texts as if nothing were read from some sources.
    public func without(_ left: Set<FeatureGroup>) -> EncodedTexts {
        var copy = self
        let isLeft = vocabulary.groups.map(left.contains)
        copy.features = FeatureLists()
        for row in 0..<count { copy.features.append(features(of: row).filter { !isLeft[Int($0)] }) }
        return copy
    }

    /// How many features that some plan wants weights for are read from a source.
    public func featureCount(of group: FeatureGroup) -> Int { vocabulary.groups.count { $0 == group } }

    /// Whether a text is an offer, or may be one.
    func isOffer(_ row: Int) -> Bool { kinds[row] < 0 || kinds[row] == Int8(TextKind.offer.rawValue) }

    /// The features of a text, ascending.
    @inline(__always)
    func features(of row: Int) -> ArraySlice<UInt32> { features[row] }
}

/// Lists of features in pieces of four megabytes: one array of them all would be copied whenever it grows, and take
/// three times its size while it is.
private struct FeatureLists: Sendable {
    private struct Place {
        var piece: UInt32
        var start: UInt32
        var end: UInt32
    }

    private static let pieceCount = 1 << 20
    private var pieces: [[UInt32]] = [[]]
    private var places: [Place] = []

    mutating func append(_ list: [UInt32]) {
        if pieces[pieces.count - 1].count + list.count > Self.pieceCount { pieces.append([]) }
        let last = pieces.count - 1
        let start = pieces[last].count
        pieces[last] += list
        places.append(
            Place(piece: UInt32(last), start: UInt32(start), end: UInt32(pieces[last].count)))
    }

    @inline(__always)
    subscript(index: Int) -> ArraySlice<UInt32> {
        let place = places[index]
        return pieces[Int(place.piece)][Int(place.start)..<Int(place.end)]
    }
}
