import LureRules
import Yams

/// Reads `weights.tsv`: learned log-odds by id of rule or recipe.
enum WeightFile {
    static func parse(_ file: SourceFile, into diagnostics: inout [Diagnostic]) -> [(
        id: Located<String>, weight: Double
    )] {
        var weights: [(id: Located<String>, weight: Double)] = []
        var seen: Set<String> = []
        for (index, line) in file.lines.enumerated() where !line.isEmpty {
            if index == 0, line == "id\tweight" { continue }
            let place = Place(file, line: index + 1)
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 2, let weight = Double(fields[1]), weight.isFinite else {
                diagnostics.append(Diagnostic(.wrongWeight, "the row is not an id and a number", at: place))
                continue
            }
            guard seen.insert(fields[0]).inserted else {
                diagnostics.append(Diagnostic(.wrongWeight, "'\(fields[0])' has a weight already", at: place))
                continue
            }
            weights.append((Located(fields[0], at: place), weight))
        }
        return weights
    }
}

/// Reads `thresholds.yml`.
enum ThresholdFile {
    static func parse(_ file: SourceFile, into diagnostics: inout [Diagnostic]) -> Thresholds {
        var reader = YAMLReader(file)
        defer { diagnostics += reader.diagnostics }
        var thresholds = Thresholds()
        guard let root = reader.root() else { return thresholds }
        let place = Place(file)
        let entries = reader.entries(
            of: root, allowed: ["bands", "prior", "calibration", "model-scale", "offer-shift"],
            required: ["bands", "prior", "calibration", "model-scale"], at: place, what: "thresholds")
        if let bands = reader.mapping(entries["bands"], "'bands'") {
            let parts = reader.entries(
                of: bands, allowed: ["caution", "high"], required: ["caution", "high"], at: place,
                what: "'bands'")
            if let band = band(parts["caution"], &reader) {
                (thresholds.caution, thresholds.cautionFalseAlarms) = band
            }
            if let band = band(parts["high"], &reader) {
                (thresholds.high, thresholds.highFalseAlarms) = band
            }
        }
        if let calibration = reader.mapping(entries["calibration"], "'calibration'") {
            let parts = reader.entries(
                of: calibration, allowed: ["slope", "intercept"], required: ["slope", "intercept"], at: place,
                what: "'calibration'")
            thresholds.calibrationSlope = reader.number(parts["slope"], "'slope'")?.value ?? 1
            thresholds.calibrationIntercept = reader.number(parts["intercept"], "'intercept'")?.value ?? 0
        }
        thresholds.prior = reader.number(entries["prior"], "'prior'")?.value ?? thresholds.prior
        thresholds.modelScale = reader.number(entries["model-scale"], "'model-scale'")?.value ?? 1
        if let shift = entries["offer-shift"] {
            thresholds.offerShift = reader.number(shift, "'offer-shift'")?.value ?? 0
        }
        if !thresholds.isSound {
            reader.report(
                .wrongThreshold, "a share is not between 0 and 1, or caution is above high", at: place)
            return Thresholds()
        }
        return thresholds
    }

    /// `{risk: R, false-alarms: F}`, or the risk alone.
    private static func band(_ node: Node?, _ reader: inout YAMLReader) -> (Double, Double)? {
        guard let node else { return nil }
        guard case .mapping(let mapping) = node else {
            return reader.number(node, "a band").map { ($0.value, 0) }
        }
        let parts = reader.entries(
            of: mapping, allowed: ["risk", "false-alarms"], required: ["risk", "false-alarms"],
            at: reader.place(of: node), what: "a band")
        guard let risk = reader.number(parts["risk"], "'risk'"),
            let rate = reader.number(parts["false-alarms"], "'false-alarms'")
        else { return nil }
        return (risk.value, rate.value)
    }
}
