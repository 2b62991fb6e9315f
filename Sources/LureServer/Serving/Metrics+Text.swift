import LureScreen
import LureText

extension Metrics {
    /// All counts in Prometheus' text format 0.0.4; those that are 0 are left out.
    func text(_ provenance: Screener.Provenance) -> String {
        var text = MetricsText()
        addRequests(&text)
        addAssessments(&text)
        text.begin("lurescreen_in_flight", "gauge", "Requests under way.")
        text.add("lurescreen_in_flight", "", inFlight.load(ordering: .relaxed))
        text.begin("lurescreen_shed_total", "counter", "Requests turned away with 503.")
        text.add("lurescreen_shed_total", "", shed.load(ordering: .relaxed))
        text.begin("lurescreen_reloads_total", "counter", "Times that rules or the model were read anew.")
        text.add("lurescreen_reloads_total", "result=\"ok\"", reloads.load(ordering: .relaxed))
        text.add("lurescreen_reloads_total", "result=\"error\"", failedReloads.load(ordering: .relaxed))
        text.begin("lurescreen_build_info", "gauge", "What produces the answers.")
        text.add(
            "lurescreen_build_info",
            "engine=\"\(provenance.engine)\",rules=\"\(provenance.rules)\",model=\"\(provenance.model)\"", 1)
        return text.text
    }

    private func addRequests(_ text: inout MetricsText) {
        text.begin("lurescreen_requests_total", "counter", "Requests answered.")
        for route in Route.allCases {
            for (place, status) in Self.statuses.enumerated() {
                let count = requests[route.rawValue * Self.statuses.count + place]
                if count == 0 { continue }
                text.add(
                    "lurescreen_requests_total",
                    "route=\"\(route.label)\",status=\"\(status == 0 ? "other" : String(status))\"", count)
            }
        }
        text.begin(
            "lurescreen_request_seconds", "histogram", "Time from a request's head to its answer's end.")
        for route in Route.allCases { addDurations(of: route, &text) }
    }

    private func addDurations(of route: Route, _ text: inout MetricsText) {
        let first = route.rawValue * (Self.bounds.count + 1)
        let counts = (0...Self.bounds.count).map { durations[first + $0] }
        let total = counts.reduce(0, +)
        guard total > 0 else { return }
        var sum = 0
        for (bound, count) in zip(Self.bounds, counts) {
            sum += count
            text.add(
                "lurescreen_request_seconds_bucket",
                "route=\"\(route.label)\",le=\"\(Double(bound) / 1e6)\"", sum)
        }
        text.add("lurescreen_request_seconds_bucket", "route=\"\(route.label)\",le=\"+Inf\"", total)
        text.add(
            "lurescreen_request_seconds_sum", "route=\"\(route.label)\"",
            Double(durationSums[route.rawValue]) / 1e6)
        text.add("lurescreen_request_seconds_count", "route=\"\(route.label)\"", total)
    }

    private func addAssessments(_ text: inout MetricsText) {
        text.begin("lurescreen_assessments_total", "counter", "Texts assessed; band is none for distress.")
        for band in 0...Band.allCases.count {
            let name = band < Band.allCases.count ? Band.allCases[band].name : "none"
            for kind in TextKind.allCases {
                let count = assessments[band * TextKind.allCases.count + Int(kind.rawValue)]
                if count == 0 { continue }
                text.add("lurescreen_assessments_total", "band=\"\(name)\",kind=\"\(kind.name)\"", count)
            }
        }
        text.begin("lurescreen_languages_total", "counter", "Texts assessed, by language.")
        for index in 0...Language.allCases.count where languages[index] > 0 {
            let code = index < Language.allCases.count ? Language.allCases[index].code : "unknown"
            text.add("lurescreen_languages_total", "language=\"\(code)\"", languages[index])
        }
        text.begin("lurescreen_rule_hits_total", "counter", "Texts in which a rule was found.")
        for (index, id) in ruleIDs.enumerated() where rules[index] > 0 {
            text.add("lurescreen_rule_hits_total", "rule=\"\(id)\"", rules[index])
        }
    }
}

/// Lines of Prometheus' text format.
private struct MetricsText {
    private(set) var text = ""

    mutating func begin(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    mutating func add(_ name: String, _ labels: String, _ value: some Numeric) {
        text += labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n"
    }
}
