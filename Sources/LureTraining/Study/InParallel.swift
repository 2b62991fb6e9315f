import Foundation

/// Results of independent pieces of work, done on all cores, in order.
func inParallel<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Result) -> [Result] {
    let results = ResultList<Result>(count)
    DispatchQueue.concurrentPerform(iterations: count) { results.set(work($0), at: $0) }
    return results.all
}

/// Takes results from several threads.
private final class ResultList<Result: Sendable>: @unchecked Sendable {
    // Sendable: nothing is touched without the lock.
    private let lock = NSLock()
    private var results: [Result?]

    init(_ count: Int) { results = [Result?](repeating: nil, count: count) }

    func set(_ result: Result, at index: Int) { lock.withLock { results[index] = result } }

    var all: [Result] { lock.withLock { results.compactMap { $0 } } }
}
