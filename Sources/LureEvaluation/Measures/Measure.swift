/// A number that tells how well texts are told apart.
public enum Measure: Int, CaseIterable, Sendable {
    case precisionCaution, recallCaution, f1Caution, falseAlarmsCaution
    case precisionHigh, recallHigh, f1High, falseAlarmsHigh
    case rocAUC, averagePrecision
    /// Recall where at most 1 % or 5 % of the honest texts rank as high.
    case recallAt1, recallAt5
    /// Mean squared difference of risk and truth.
    case brier
    /// Expected calibration error in ten bins of equal mass (Naeini, Cooper, Hauskrecht, AAAI 2015).
    case calibrationError

    /// As in JSON.
    public var key: String {
        switch self {
        case .precisionCaution: "precision_caution"
        case .recallCaution: "recall_caution"
        case .f1Caution: "f1_caution"
        case .falseAlarmsCaution: "false_alarms_caution"
        case .precisionHigh: "precision_high"
        case .recallHigh: "recall_high"
        case .f1High: "f1_high"
        case .falseAlarmsHigh: "false_alarms_high"
        case .rocAUC: "roc_auc"
        case .averagePrecision: "average_precision"
        case .recallAt1: "recall_at_1_percent_false_alarms"
        case .recallAt5: "recall_at_5_percent_false_alarms"
        case .brier: "brier"
        case .calibrationError: "ece"
        }
    }

    /// For people.
    public var title: String {
        switch self {
        case .precisionCaution: "Precision at caution"
        case .recallCaution: "Recall at caution"
        case .f1Caution: "F1 at caution"
        case .falseAlarmsCaution: "False alarms at caution"
        case .precisionHigh: "Precision at high"
        case .recallHigh: "Recall at high"
        case .f1High: "F1 at high"
        case .falseAlarmsHigh: "False alarms at high"
        case .rocAUC: "ROC-AUC"
        case .averagePrecision: "Average precision"
        case .recallAt1: "Recall at 1 % false alarms"
        case .recallAt5: "Recall at 5 % false alarms"
        case .brier: "Brier score"
        case .calibrationError: "Calibration error (ECE)"
        }
    }

    /// Whether it is a share of texts, shown in per cent.
    public var isShare: Bool {
        rawValue < Measure.rocAUC.rawValue || self == .recallAt1 || self == .recallAt5
    }
}

/// A value and the interval in which 95 % of resamples put it.
public struct Measured: Hashable, Sendable {
    public var value: Double
    /// nil: no resampling was asked for, or too few resamples gave a value.
    public var interval: Interval?

    public struct Interval: Hashable, Sendable {
        public var lower: Double
        public var upper: Double
    }
}
