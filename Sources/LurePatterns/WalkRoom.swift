/// A walk down the trie at one of its nodes, in one word: the node's unit, whose label does not matter, then eight
/// bits for the start it began at, then the offset of the byte it takes next.
struct WalkStep {
    /// Longer texts have places that do not fit.
    static let textLimit = 1 << 24

    private let word: UInt64

    @inline(__always)
    init(unit: UInt32, place: Int, start: Int) {
        word = UInt64(truncatingIfNeeded: place << 8 | start) << 32 | UInt64(unit)
    }

    @inline(__always)
    private init(word: UInt64) { self.word = word }

    /// The walk one byte further on, at another node.
    @inline(__always)
    func moved(to unit: UInt32) -> WalkStep {
        WalkStep(word: (word & (UInt64.max << 32) &+ (1 << 40)) | UInt64(unit))
    }

    @inline(__always)
    var unit: UInt32 { UInt32(truncatingIfNeeded: word) }
    /// What the unit leads to.
    @inline(__always)
    var value: Int { Int(truncatingIfNeeded: UInt32(truncatingIfNeeded: word) >> 10) }
    @inline(__always)
    var place: Int { Int(truncatingIfNeeded: word >> 40) }
    @inline(__always)
    var start: Int { Int(truncatingIfNeeded: word >> 32 & 0xFF) }

    /// 1 if a form ends at the node, or stands alone from there on.
    @inline(__always)
    static func endBit(_ unit: UInt32) -> Int { Int(truncatingIfNeeded: unit >> 9 & 1) }
    /// 1 if a form stands alone from the node on.
    @inline(__always)
    static func tailBit(_ unit: UInt32) -> Int { Int(truncatingIfNeeded: unit >> 9 & unit >> 8 & 1) }
}

/// Where walks side by side keep what they know.
///
/// Invariant: `steps`, `tails` and `places` have room for all starts of a `StartList`, `steps` and `tails` for one more, `ends`
/// and `order` for `endCapacity` and one more. What is read was written for the walks at hand.
struct WalkRoom {
    static let endCapacity = 126

    let steps: UnsafeMutablePointer<WalkStep>
    /// Where forms end; the unit of each leads to the first value of the form in the end.
    let ends: UnsafeMutablePointer<WalkStep>
    /// Where one form stands alone.
    let tails: UnsafeMutablePointer<WalkStep>
    /// By start, where in `order` its ends belong.
    let places: UnsafeMutablePointer<UInt8>
    /// Indices of ends by start.
    let order: UnsafeMutablePointer<UInt8>

    /// Runs `body` with room on the stack, which nothing of more than a kibibyte gets.
    @inline(__always)
    static func withRoom(_ body: (WalkRoom) -> Void) {
        let starts = StartList.capacity
        withUnsafeTemporaryAllocation(of: WalkStep.self, capacity: starts + 1) { steps in
            withUnsafeTemporaryAllocation(of: WalkStep.self, capacity: endCapacity + 1) { ends in
                withUnsafeTemporaryAllocation(of: WalkStep.self, capacity: starts + 1) { tails in
                    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: starts + endCapacity + 1) {
                        guard let steps = steps.baseAddress, let ends = ends.baseAddress,
                            let tails = tails.baseAddress, let indices = $0.baseAddress
                        else { return }
                        body(
                            WalkRoom(
                                steps: steps, ends: ends, tails: tails, places: indices,
                                order: indices + starts))
                    }
                }
            }
        }
    }
}
