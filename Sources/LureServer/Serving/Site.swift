import LureScreen
import NIOPosix
import Synchronization

/// All that requests share.
final class Site: Sendable {
    let options: ServerOptions
    let shelf: ScreenerShelf
    let metrics: Metrics
    let log: ServerLog
    let admission: Admission
    let files: WebFiles
    let tesseract = Tesseract()
    /// Threads that assess: never those that serve connections.
    let pool: NIOThreadPool
    /// Threads that wait for other programs.
    let readers: NIOThreadPool
    let isStopping = Atomic<Bool>(false)
    /// Set once the server listens.
    private let gate = Mutex<RequestGuard?>(nil)

    init(_ options: ServerOptions, _ source: ScreenerSource, _ first: Screener) {
        self.options = options
        metrics = Metrics()
        log = ServerLog(logsRequests: options.logsRequests)
        shelf = ScreenerShelf(source, first, metrics, log)
        admission = Admission(options.limits)
        files = WebFiles()
        pool = NIOThreadPool(numberOfThreads: max(1, options.jobs))
        readers = NIOThreadPool(numberOfThreads: options.limits.pictures + 1)
    }

    var requestGuard: RequestGuard? {
        get { gate.withLock { $0 } }
        set { gate.withLock { $0 = newValue } }
    }
}
