import Foundation
import LureModel
import LureScreen
import LureText

/// What was read off one text: what weights, calibration and thresholds are fitted to.
struct TextReading: Sendable {
    let isLure: Bool
    let kind: TextKind?
    /// Indices of rules that fired and count.
    private(set) var rules: [Int]
    private(set) var recipes: [Int]
    private(set) var carriesOwnOffer: Bool
    /// Of the text's cluster.
    let clusterHash: UInt64

    /// Whether it is an offer, or may be one.
    var isOffer: Bool { kind == nil || kind == .offer }

    init(_ text: TrainingText, _ reading: Reading, _ screener: Screener) {
        isLure = text.isLure
        kind = text.kind
        rules = reading.rules.hits.filter { !$0.isShadow }.map { Int($0.rule) }
        recipes = reading.recipes.map { Int($0.recipe) }
        carriesOwnOffer = screener.carriesOwnOffer(reading)
        clusterHash =
            text.cluster.map { StableHash.hash($0, seed: 17) } ?? Self.hash(of: reading.folded.bytes)
    }

    /// The same text as if no rule had been looked at.
    func withoutFindings() -> TextReading {
        var copy = self
        (copy.rules, copy.recipes, copy.carriesOwnOffer) = ([], [], false)
        return copy
    }

    private static func hash(of folded: [UInt8]) -> UInt64 {
        folded.withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { StableHash.hash($0, count: bytes.count, seed: 17) } ?? 0
        }
    }
}

/// Reads texts on all cores.
struct TextReader {
    /// A text with all its features.
    struct Result: Sendable {
        let text: TrainingText
        let reading: TextReading
        let features: [Feature]
    }

    let screener: Screener
    let extractor: FeatureExtractor
    private let workers: [Worker]

    init(_ screener: Screener, readsWordPairs: Bool) {
        self.screener = screener
        extractor = FeatureExtractor(readsWordPairs: readsWordPairs)
        workers = (0..<max(1, ProcessInfo.processInfo.activeProcessorCount)).map { _ in Worker(screener) }
    }

    /// Goes through all texts of a source, in order.
    func forEach(of source: TrainingSource, _ body: (Result) -> Void) throws {
        try source.forEachBatch { texts in
            for result in read(texts) { body(result) }
        }
    }

    /// The texts' readings, in order.
    private func read(_ texts: [TrainingText]) -> [Result] {
        let share = (texts.count + workers.count - 1) / workers.count
        guard share > 0 else { return [] }
        DispatchQueue.concurrentPerform(iterations: workers.count) { index in
            let first = min(index * share, texts.count)
            workers[index].read(texts[first..<min(first + share, texts.count)], screener, extractor)
        }
        return workers.flatMap { $0.take() }
    }

    /// One core's buffers and the readings it made last.
    private final class Worker: @unchecked Sendable {
        // Sendable: `read` hands each worker to one thread, and waits.
        private var scratch: Screener.Scratch
        private var results: [Result] = []

        init(_ screener: Screener) { scratch = screener.makeScratch() }

        func read(_ texts: ArraySlice<TrainingText>, _ screener: Screener, _ extractor: FeatureExtractor) {
            for var text in texts {
                text.text.withUTF8 { screener.read($0, features: extractor, scratch: &scratch) }
                results.append(
                    Result(
                        text: text, reading: TextReading(text, scratch.reading, screener),
                        features: scratch.reading.features.features))
            }
        }

        func take() -> [Result] {
            defer { results.removeAll() }
            return results
        }
    }
}
