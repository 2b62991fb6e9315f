import LureScreen

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Threads that answer blocks, each with buffers of its own; with one job the caller's own thread does.
///
/// Threads rather than tasks: the caller waits for the system's reads, and a single job is one plain call after another,
/// which instruction counters can follow.
final class WorkerPool: @unchecked Sendable {
    // Sendable: `waiting`, `isClosed` and every `Block.isAnswered` are only touched under `lock`; a block is touched by
    // the worker alone between `submit` and `isAnswered`.
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let hasWork: UnsafeMutablePointer<pthread_cond_t>
    private let hasAnswer: UnsafeMutablePointer<pthread_cond_t>
    private var waiting: [Block] = []
    private var isClosed = false
    private var threads: [pthread_t] = []
    private let own: Worker?

    /// One worker's buffers; used by one thread.
    private final class Worker {
        var rows: RowScreener
        init(_ screener: Screener, _ options: ScanOptions) {
            rows = RowScreener(screener: screener, options: options)
        }
    }

    /// What a thread is given; it keeps the pool alive until it ends.
    private final class Start {
        let pool: WorkerPool
        let worker: Worker
        init(_ pool: WorkerPool, _ worker: Worker) { (self.pool, self.worker) = (pool, worker) }
    }

    init(jobs: Int, screener: Screener, options: ScanOptions) {
        lock = .allocate(capacity: 1)
        hasWork = .allocate(capacity: 1)
        hasAnswer = .allocate(capacity: 1)
        pthread_mutex_init(lock, nil)
        pthread_cond_init(hasWork, nil)
        pthread_cond_init(hasAnswer, nil)
        own = jobs == 1 ? Worker(screener, options) : nil
        if jobs > 1 {
            for _ in 0..<jobs { startThread(Worker(screener, options)) }
        }
    }

    deinit {
        lock.deallocate()
        hasWork.deallocate()
        hasAnswer.deallocate()
    }

    private func startThread(_ worker: Worker) {
        // Signals go to the thread that reads and writes: only it can stop in good order.
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, 4 << 20)
        defer { pthread_attr_destroy(&attributes) }
        let start = Unmanaged.passRetained(Start(self, worker))
        #if canImport(Glibc)
            var thread = pthread_t()
        #else
            var thread: pthread_t?
        #endif
        let status = pthread_create(&thread, &attributes, threadBody, start.toOpaque())
        if status != 0 {
            start.release()
            return
        }
        #if canImport(Glibc)
            threads.append(thread)
        #else
            if let thread { threads.append(thread) }
        #endif
    }

    /// Runs a thread to its end.
    fileprivate static func run(_ argument: UnsafeMutableRawPointer) {
        let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
        while let block = start.pool.take() {
            start.worker.rows.answer(block)
            start.pool.finish(block)
        }
    }

    private func take() -> Block? {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        while waiting.isEmpty && !isClosed { pthread_cond_wait(hasWork, lock) }
        return waiting.isEmpty ? nil : waiting.removeFirst()
    }

    private func finish(_ block: Block) {
        pthread_mutex_lock(lock)
        block.isAnswered = true
        pthread_cond_signal(hasAnswer)
        pthread_mutex_unlock(lock)
    }

    /// Hands a block over.
    func submit(_ block: Block) {
        if let own {
            own.rows.answer(block)
            block.isAnswered = true
            return
        }
        pthread_mutex_lock(lock)
        waiting.append(block)
        pthread_cond_signal(hasWork)
        pthread_mutex_unlock(lock)
    }

    /// Waits for a block to be answered.
    func wait(for block: Block) {
        pthread_mutex_lock(lock)
        while !block.isAnswered { pthread_cond_wait(hasAnswer, lock) }
        pthread_mutex_unlock(lock)
    }

    func isAnswered(_ block: Block) -> Bool {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return block.isAnswered
    }

    /// Ends the threads once all blocks are answered.
    func close() {
        pthread_mutex_lock(lock)
        isClosed = true
        pthread_cond_broadcast(hasWork)
        pthread_mutex_unlock(lock)
        for thread in threads { pthread_join(thread, nil) }
        threads.removeAll()
    }
}

#if canImport(Darwin)
    private func threadBody(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        WorkerPool.run(argument)
        return nil
    }
#else
    private func threadBody(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let argument { WorkerPool.run(argument) }
        return nil
    }
#endif
