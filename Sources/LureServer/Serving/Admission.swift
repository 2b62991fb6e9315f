import Synchronization

/// How much is under way at once. Whoever finds it full is turned away at once: waiting would only make the queue longer.
final class Admission: Sendable {
    private let limits: ServerLimits
    private let requests = Atomic<Int>(0)
    private let bytes = Atomic<Int>(0)
    private let received = Atomic<Int>(0)
    private let scans = Atomic<Int>(0)
    private let pictures = Atomic<Int>(0)
    /// Open connections.
    let connections = Atomic<Int>(0)

    init(_ limits: ServerLimits) { self.limits = limits }

    /// Lets a request in whose body is there.
    func enter(bytes count: Int) -> Bool {
        let before = requests.wrappingAdd(1, ordering: .relaxed).oldValue
        let sum = bytes.wrappingAdd(count, ordering: .relaxed).newValue
        if before < limits.requestsInWork, sum <= limits.bytesInWork || sum == count { return true }
        leave(bytes: count)
        return false
    }

    func leave(bytes count: Int) {
        requests.wrappingSubtract(1, ordering: .relaxed)
        bytes.wrappingSubtract(count, ordering: .relaxed)
    }

    /// Makes room for bytes of a body that is being received.
    func receive(_ count: Int) -> Bool {
        if received.wrappingAdd(count, ordering: .relaxed).newValue <= limits.bytesReceived { return true }
        release(count)
        return false
    }

    func release(_ count: Int) { received.wrappingSubtract(count, ordering: .relaxed) }

    func enterScan() -> Bool { Self.enter(scans, limits.scans) }
    func leaveScan() { scans.wrappingSubtract(1, ordering: .relaxed) }
    func enterPicture() -> Bool { Self.enter(pictures, limits.pictures) }
    func leavePicture() { pictures.wrappingSubtract(1, ordering: .relaxed) }

    private static func enter(_ count: borrowing Atomic<Int>, _ limit: Int) -> Bool {
        if count.wrappingAdd(1, ordering: .relaxed).oldValue < limit { return true }
        count.wrappingSubtract(1, ordering: .relaxed)
        return false
    }
}
