import LureBatch
import LureScreen
import LureText
import Synchronization

/// Counts of what the server did. Adding takes no lock.
final class Metrics: Sendable {
    /// Statuses counted apart; 499 is a client that went away, 0 any other.
    static let statuses = [
        200, 304, 400, 401, 403, 404, 405, 413, 415, 421, 422, 499, 500, 503, 504, 0,
    ]
    /// Upper bounds of the histogram's buckets, in microseconds.
    static let bounds = [
        1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 5_000_000,
        10_000_000, 30_000_000,
    ]
    /// Rules counted apart, over all packs that are loaded one after another.
    private static let ruleLimit = 4096

    let requests = Counters(Route.allCases.count * Metrics.statuses.count)
    /// By route: how many took no longer than each bound, and longer than the one before; then those beyond the last.
    let durations = Counters(Route.allCases.count * (Metrics.bounds.count + 1))
    /// Microseconds by route.
    let durationSums = Counters(Route.allCases.count)
    /// By band, then those without one, times kind.
    let assessments = Counters((Band.allCases.count + 1) * TextKind.allCases.count)
    /// By language, then those that can't be told.
    let languages = Counters(Language.allCases.count + 1)
    let rules = Counters(Metrics.ruleLimit)
    let inFlight = Atomic<Int>(0)
    let shed = Atomic<Int>(0)
    let reloads = Atomic<Int>(0)
    let failedReloads = Atomic<Int>(0)
    private let ruleNames = Mutex<[String]>([])

    // MARK: Requests

    func count(_ route: Route, status: Int, microseconds: Int) {
        let place = Self.statuses.firstIndex(of: status) ?? Self.statuses.count - 1
        requests.add(at: route.rawValue * Self.statuses.count + place)
        let bucket = Self.bounds.firstIndex { microseconds <= $0 } ?? Self.bounds.count
        durations.add(at: route.rawValue * (Self.bounds.count + 1) + bucket)
        durationSums.add(microseconds, at: route.rawValue)
        if status == 503 { shed.wrappingAdd(1, ordering: .relaxed) }
    }

    // MARK: Assessments

    func count(_ outcome: Screener.Outcome, _ reading: borrowing Reading, _ slots: [Int]) {
        let band = outcome.band.map { Int($0.rawValue) } ?? Band.allCases.count
        assessments.add(at: band * TextKind.allCases.count + Int(outcome.kind.rawValue))
        languages.add(at: reading.language.primary.map { Int($0.rawValue) } ?? Language.allCases.count)
        for hit in reading.rules.hits { rules.add(at: slots[Int(hit.rule)]) }
    }

    /// Where each rule of a pack is counted: a rule keeps its count when another pack has it too.
    func slots(of ids: [String]) -> [Int] {
        ruleNames.withLock { names in
            var places: [String: Int] = [:]
            for (index, name) in names.enumerated() { places[name] = index }
            return ids.map { id in
                if let place = places[id] { return place }
                guard names.count < Self.ruleLimit else { return -1 }
                names.append(id)
                places[id] = names.count - 1
                return names.count - 1
            }
        }
    }

    var ruleIDs: [String] { ruleNames.withLock { $0 } }
}

extension Metrics {
    /// Counts the rows of a block.
    func count(_ block: Block, _ slots: [Int]) {
        let tally = block.tally
        for (index, count) in tally.languages.enumerated() { languages.add(count, at: index) }
        for (index, count) in tally.rules.enumerated() { rules.add(count, at: slots[index]) }
        for (index, count) in block.outcomes.enumerated() { assessments.add(count, at: index) }
    }
}
