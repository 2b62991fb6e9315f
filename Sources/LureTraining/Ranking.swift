/// How well scores tell two classes apart.
public enum Ranking {
    /// Area under the ROC curve: how often a positive scores above a negative, ties counting half.
    /// - Returns: nil if a class is empty.
    public static func areaUnderCurve(_ scored: [(score: Double, isPositive: Bool)]) -> Double? {
        let positives = scored.filter(\.isPositive).count
        let negatives = scored.count - positives
        guard positives > 0, negatives > 0 else { return nil }
        let sorted = scored.sorted { $0.score < $1.score }
        var rankSum = 0.0
        var index = 0
        while index < sorted.count {
            var end = index
            while end < sorted.count, sorted[end].score == sorted[index].score { end += 1 }
            let rank = Double(index + end + 1) / 2
            for place in index..<end where sorted[place].isPositive { rankSum += rank }
            index = end
        }
        let excess = rankSum - Double(positives) * Double(positives + 1) / 2
        return excess / (Double(positives) * Double(negatives))
    }

    /// The lowest threshold that at most `rate` of the negatives reach, and the share of positives that do.
    public static func threshold(
        _ scored: [(score: Double, isPositive: Bool)], falseAlarmRate rate: Double
    ) -> (threshold: Double, recall: Double)? {
        let negatives = scored.filter { !$0.isPositive }.map(\.score).sorted(by: >)
        let positives = scored.filter(\.isPositive).map(\.score)
        guard !negatives.isEmpty, !positives.isEmpty else { return nil }
        let allowed = Int(rate * Double(negatives.count))
        // Just above the first negative that must stay below.
        let threshold = allowed < negatives.count ? negatives[allowed].nextUp : negatives[negatives.count - 1]
        return (threshold, Double(positives.filter { $0 >= threshold }.count) / Double(positives.count))
    }
}
