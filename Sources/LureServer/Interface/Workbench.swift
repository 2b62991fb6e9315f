import LureBatch
import LureScreen

/// Buffers of one thread that assesses.
final class Workbench: @unchecked Sendable {
    // Sendable: whoever has taken it from its generation is the only one to touch it.
    var scratch: Screener.Scratch
    var json = JSONBuffer()
    var objects = JSONObjectReader()
    var arrays = JSONArrayReader()
    var signature = TextSignature()
    /// A text whose escapes are undone.
    var text: [UInt8] = []
    var options = Screener.Options()
    /// Whether a long text has passed: its buffers are as long.
    private(set) var isLarge = false

    init(_ generation: Generation) { scratch = generation.screener.makeScratch() }

    func note(size: Int) {
        if size > 1 << 18 { isLarge = true }
    }
}
