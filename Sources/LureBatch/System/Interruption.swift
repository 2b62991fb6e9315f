import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A wish to stop, by SIGINT or SIGTERM: what is under way is brought to an end in good order.
public enum Interruption {
    // Signal handlers may touch nothing but lock-free atomics.
    private static let requested = Atomic<Bool>(false)

    public static var isRequested: Bool { requested.load(ordering: .relaxed) }

    /// From now on the first signal is a wish; a second one ends the process at once.
    public static func watch() {
        var action = sigaction()
        #if canImport(Darwin)
            action.__sigaction_u.__sa_handler = { _ in Interruption.request() }
        #elseif canImport(Musl)
            action.__sa_handler.sa_handler = { _ in Interruption.request() }
        #else
            action.__sigaction_handler.sa_handler = { _ in Interruption.request() }
        #endif
        action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
        sigaction(SIGINT, &action, nil)
        sigaction(SIGTERM, &action, nil)
        // A file that may not grow further is a fault like a full disk, not the end of the process.
        signal(SIGXFSZ, SIG_IGN)
    }

    static func request() { requested.store(true, ordering: .relaxed) }
}
