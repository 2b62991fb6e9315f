import LureText

/// Buffers for reading all features of a message, as training needs them.
public struct FeatureScratch: Sendable {
    /// The features of the message read last, each once, in the order they were found.
    public internal(set) var features: [Feature] = []

    public init() {}
}
