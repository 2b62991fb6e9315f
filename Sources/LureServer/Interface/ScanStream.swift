import HummingbirdCore
import LureBatch
import LureScreen
import NIOCore
import Synchronization

/// One stream of rows on its way through the workers and back, in order.
///
/// One task reads and hands blocks to the workers, another writes what they answered: a client that waits for answers
/// before it sends more gets them. At most `jobs` + 2 blocks are under way; then reading waits for writing.
struct ScanStream {
    let site: Site
    let call: Call
    let options: ScanOptions

    private typealias Answering = Task<Block, any Error>

    func run(_ writer: inout any ResponseBodyWriter) async throws {
        let (answers, source) = AsyncStream<Answering>.makeStream()
        let slots = Slots(site.options.jobs + 2)
        let workers = ScanWorkers(call.generation, options)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { source.finish() }
                try await read(slots, workers) { source.yield($0) }
            }
            do {
                for await answer in answers {
                    try await write(answer, &writer)
                    slots.leave()
                }
            } catch {
                // Nobody takes the answers any more: no more is read.
                slots.close()
                throw error
            }
            try await group.waitForAll()
        }
        if site.isStopping.load(ordering: .relaxed) { try await writer.write(stopLine) }
    }

    private func read(
        _ slots: Slots, _ workers: ScanWorkers, _ hand: (Answering) -> Void
    ) async throws {
        var feed = RowFeed(options: options, ruleCount: call.generation.screener.pack.ruleCount)
        for try await piece in call.request.body {
            if site.isStopping.load(ordering: .relaxed) { return }
            piece.withUnsafeReadableBytes { feed.append($0) }
            guard let block = feed.next(isLast: false) else { continue }
            guard await slots.enter() else { return }
            hand(answering(block, workers))
        }
        guard let block = feed.next(isLast: true), await slots.enter() else { return }
        hand(answering(block, workers))
    }

    private func answering(_ block: Block, _ workers: ScanWorkers) -> Answering {
        Task {
            try await site.pool.runIfActive {
                if call.channel.isActive { workers.answer(block) }
                return block
            }
        }
    }

    private func write(_ answer: Answering, _ writer: inout any ResponseBodyWriter) async throws {
        let block = try await answer.value
        site.metrics.count(block, call.generation.slots)
        if !block.output.isEmpty { try await writer.write(ByteBuffer(bytes: block.output)) }
    }

    /// Says, as the last line, that rows after this are not answered.
    private var stopLine: ByteBuffer {
        var json = JSONBuffer()
        json.raw("{\"error\":")
        Problem.stopping.append(to: &json, instance: call.id)
        json.raw("}\n")
        return ByteBuffer(json)
    }
}

/// Buffers of the workers of one stream, lent from block to block.
private final class ScanWorkers: Sendable {
    private final class Worker: @unchecked Sendable {
        // Sendable: whoever has taken it is the only one to touch it.
        var rows: RowScreener
        init(_ screener: Screener, _ options: ScanOptions) {
            rows = RowScreener(screener: screener, options: options)
        }
    }

    private let generation: Generation
    private let options: ScanOptions
    private let idle = Mutex<[Worker]>([])

    init(_ generation: Generation, _ options: ScanOptions) {
        self.generation = generation
        self.options = options
    }

    func answer(_ block: Block) {
        let worker = idle.withLock { $0.popLast() } ?? Worker(generation.screener, options)
        worker.rows.answer(block)
        idle.withLock { $0.append(worker) }
    }
}

/// A number of places that one task takes and another gives back.
private final class Slots: Sendable {
    private struct State {
        var free: Int
        var isClosed = false
        var waiting: CheckedContinuation<Bool, Never>?
    }

    private let state: Mutex<State>

    init(_ count: Int) { state = Mutex(State(free: count)) }

    /// Waits for a place; false if there will be none.
    func enter() async -> Bool {
        await withCheckedContinuation { continuation in
            let answer: Bool? = state.withLock { state in
                if state.isClosed { return false }
                if state.free > 0 {
                    state.free -= 1
                    return true
                }
                state.waiting = continuation
                return nil
            }
            if let answer { continuation.resume(returning: answer) }
        }
    }

    func leave() {
        let waiting = state.withLock { state in
            if state.waiting == nil { state.free += 1 }
            return Self.takeWaiting(&state)
        }
        waiting?.resume(returning: true)
    }

    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            return Self.takeWaiting(&state)
        }
        waiting?.resume(returning: false)
    }

    private static func takeWaiting(_ state: inout State) -> CheckedContinuation<Bool, Never>? {
        defer { state.waiting = nil }
        return state.waiting
    }
}
