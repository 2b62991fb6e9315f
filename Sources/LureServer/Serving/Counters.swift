import Synchronization

/// A fixed number of counts that any thread may add to.
///
/// Invariant: `counts` has room for `count` values, all initialised; it lives as long as the object.
final class Counters: @unchecked Sendable {
    // Sendable: only atomic operations touch the memory after `init`.
    let count: Int
    private let counts: UnsafeMutablePointer<Atomic<Int>>

    init(_ count: Int) {
        self.count = count
        counts = .allocate(capacity: max(1, count))
        for index in 0..<count { (counts + index).initialize(to: Atomic<Int>(0)) }
    }

    deinit {
        counts.deinitialize(count: count)
        counts.deallocate()
    }

    func add(_ amount: Int = 1, at index: Int) {
        guard index >= 0, index < count, amount != 0 else { return }
        counts[index].wrappingAdd(amount, ordering: .relaxed)
    }

    subscript(index: Int) -> Int { counts[index].load(ordering: .relaxed) }
}
