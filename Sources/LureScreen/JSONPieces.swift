/// Pieces of JSON written ahead, one after another in one array.
struct JSONPieces: Sendable {
    private var bytes: [UInt8] = []
    /// Where each piece begins; then where the last one ends.
    private var bounds: [Int] = [0]

    /// The pieces that `write` writes for 0 ..< `count`.
    init(count: Int, _ write: (Int, inout JSONBuffer) -> Void) {
        var json = JSONBuffer()
        for index in 0..<count {
            write(index, &json)
            bounds.append(json.count)
        }
        bytes = json.bytes
    }

    /// Appends a piece.
    @inline(__always)
    func append(_ index: Int, to json: inout JSONBuffer) {
        let range = bounds[index]..<bounds[index + 1]
        bytes.withUnsafeBufferPointer { json.raw(UnsafeBufferPointer(rebasing: $0[range])) }
    }
}
