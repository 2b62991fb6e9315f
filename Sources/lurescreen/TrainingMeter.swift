import Foundation
import LureTraining

/// Shows on a terminal how far training is.
final class TrainingMeter {
    private let isShown: Bool

    init(isShown: Bool) { self.isShown = isShown }

    func show(_ progress: TrainingProgress) {
        guard isShown else { return }
        switch progress {
        case .counting(let count): write("choosing features: \(count) rows")
        case .encoding(let count, let total): write("reading: \(count) of \(total) rows")
        case .fitting: write("fitting")
        }
    }

    func clear() { if isShown { write("") } }

    /// Over what stands in the line.
    private func write(_ text: String) {
        FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }
}
