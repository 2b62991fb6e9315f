import LureText

/// A way to meet an alternative: the hits of its slots, or one span of the text.
struct Match: Sendable {
    /// Clause of its first hit.
    var clause: Int
    /// Words between the outermost hits; the smallest wins.
    var window: Int
    /// Found in the text as a whole: vetoes by clause don't apply.
    var isTextWide: Bool
    /// Of hits in use, in slot order; 0 if the match is the span `span`.
    var count: Int
    var chosen: SIMD8<Int32>
    var span: TextSpan
}
