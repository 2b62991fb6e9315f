import LureRules
import LureScreen

/// How the number came about, line by line, in log-odds.
struct LedgerReport {
    let assessment: Assessment
    let message: [UInt8]
    let screener: Screener
    let style: Style

    func text() -> String {
        let ledger = assessment.ledger
        var out = "\n" + style.bold("  Ledger") + style.dim("  (log-odds; they add up to the risk)") + "\n"
        out += row("prior (share of lures assumed)", ledger.prior)
        out += row("findings", ledger.findings)
        for finding in assessment.findings {
            out += row("    " + screener.pack.rule(finding.rule).id, finding.contribution, dimmed: true)
        }
        out += row("recipes", ledger.recipes)
        for finding in assessment.recipes {
            out += row("    " + screener.pack.recipe(finding.recipe).id, finding.contribution, dimmed: true)
        }
        out += row("classifier", ledger.model)
        for term in assessment.model.terms.prefix(10) {
            let words = Printable.text(message[Int(term.place.utf8.start)..<Int(term.place.utf8.end)])
            out += row("    “\(words.replacingLineBreaks)”", term.contribution, dimmed: true)
        }
        if assessment.model.kindShare != 0 {
            out += row("    how far it is an offer at all", assessment.model.kindShare, dimmed: true)
        }
        out += row("calibration", ledger.calibration)
        out += row("sum", ledger.logit)
        if let risk = assessment.risk {
            out += "  risk = 1 / (1 + e^-sum) = \(fixed(risk, 4))\n"
        } else {
            out += "  no risk is stated for this text\n"
        }
        let versions = screener.provenance
        return out
            + style.dim("  engine \(versions.engine) · rules \(versions.rules) · model \(versions.model)")
            + "\n"
    }

    private func row(_ name: String, _ value: Double, dimmed: Bool = false) -> String {
        let label = name.count > 46 ? String(name.prefix(45)) + "…" : name
        let padding = String(repeating: " ", count: max(1, 48 - TextWrap.columns(label)))
        let number = (value < 0 ? "−" : "+") + fixed(value.magnitude, 4)
        let line = "  \(label)\(padding)\(number)"
        return (dimmed ? style.dim(line) : line) + "\n"
    }

    /// A decimal with exactly `places` digits.
    private func fixed(_ value: Double, _ places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let whole = Int((value * scale).rounded())
        let fraction = String(whole % Int(scale))
        return "\(whole / Int(scale))." + String(repeating: "0", count: places - fraction.count) + fraction
    }
}

extension String {
    fileprivate var replacingLineBreaks: String { String(map { $0.isNewline ? " " : $0 }) }
}
