import LureScreen
import Synchronization

/// Holds the generation that new requests get, and puts another one in its place.
final class ScreenerShelf: Sendable {
    private let source: ScreenerSource
    private let metrics: Metrics
    private let log: ServerLog
    private let current: Mutex<Generation>

    init(_ source: ScreenerSource, _ first: Screener, _ metrics: Metrics, _ log: ServerLog) {
        self.source = source
        self.metrics = metrics
        self.log = log
        current = Mutex(Generation(first, metrics))
    }

    var generation: Generation { current.withLock { $0 } }

    /// Loads rules and model anew; if they can't be used the old ones stay.
    func reload() {
        do throws(ScreenerSource.Fault) {
            let next = Generation(try source.load(), metrics)
            current.withLock { $0 = next }
            metrics.reloads.wrappingAdd(1, ordering: .relaxed)
            let provenance = next.screener.provenance
            log.event("info", "reload", [("rules", provenance.rules), ("model", provenance.model)])
        } catch {
            metrics.failedReloads.wrappingAdd(1, ordering: .relaxed)
            for message in error.messages { log.event("error", "reload", [("message", message)]) }
        }
    }
}
