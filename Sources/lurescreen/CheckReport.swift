import LureRules
import LureScreen
import LureText

/// The answer to one message, laid out for a person at a terminal.
struct CheckReport {
    let assessment: Assessment
    let message: [UInt8]
    let screener: Screener
    let style: Style
    let width: Int

    /// Reasons shown at full length; weaker ones are named in one line.
    private static let fullReasons = 6

    /// The whole report.
    func text(explained: Bool) -> String {
        var out = header()
        if assessment.kind == .distress { return out + contacts() }
        out += markedText()
        out += reasons()
        out += recipes()
        out += wording()
        out += questions()
        out += contacts()
        out += notes()
        if explained {
            out += LedgerReport(assessment: assessment, message: message, screener: screener, style: style)
                .text()
        }
        return out
    }

    private func header() -> String {
        let line = Wording.headline(assessment)
        var out = "\n" + style(line.color, "\(line.symbol) \(line.title)") + "\n"
        out += wrapped(Wording.summary(assessment), indent: 2)
        guard assessment.kind != .distress else { return out + "\n" }
        var facts = ["Read as \(Wording.kind(assessment.kind))"]
        facts.append(assessment.language.map { "language \($0.code)" } ?? "language not recognised")
        if !assessment.categories.isEmpty {
            facts.append(
                "points towards " + assessment.categories.map(Wording.category).joined(separator: "; "))
        }
        return out + style.dim(wrapped(facts.joined(separator: " · "), indent: 2)) + "\n"
    }

    /// Findings that speak for risk, largest first; their order numbers the marks.
    private var signs: [Finding] {
        assessment.findings.filter { screener.pack.rule($0.rule).polarity == .risk }
    }

    private func markedText() -> String {
        var shown = message
        while let last = shown.last, last == 0x0A || last == 0x20 || last == 0x0D { shown.removeLast() }
        let marked = MarkedText(message: shown, findings: signs).render(style: style)
        let body = marked.split(separator: "\n", omittingEmptySubsequences: false)
            .map { wrapped(String($0), indent: 4) }.joined()
        return style.bold("  The text") + (signs.isEmpty ? "" : style.dim("  (numbers lead to the reasons)"))
            + "\n"
            + body + "\n"
    }

    private func reasons() -> String {
        guard !signs.isEmpty else { return "" }
        let heading =
            switch (assessment.kind, assessment.band) {
            case (.question, .low): "Points to check in what is asked about"
            case (.warning, .low): "What it speaks of"
            case (_, .low): "What was noticed (common in honest texts too)"
            default: "Why"
            }
        var out = style.bold("  \(heading)") + "\n"
        for (index, finding) in signs.enumerated() {
            let rule = screener.pack.rule(finding.rule)
            let words = quotes(finding)
            let head =
                style.bold("\(index + 1). \(rule.title)")
                + style.dim("  (\(Wording.severity(rule.severity.name)))")
            out += "  \(head)\n"
            if !words.isEmpty { out += wrapped(words, indent: 5) }
            if let pay = finding.pay {
                out += wrapped("The pay named is \(screener.pack.text(of: pay)).", indent: 5)
            }
            if index < Self.fullReasons { out += style.dim(wrapped(rule.why, indent: 5)) }
        }
        return out + "\n"
    }

    private func quotes(_ finding: Finding) -> String {
        var seen: [String] = []
        for evidence in finding.evidence {
            let words = "“" + Printable.text(message[Int(evidence.utf8.start)..<Int(evidence.utf8.end)]) + "”"
            if !seen.contains(words) { seen.append(words) }
        }
        return seen.joined(separator: " ")
    }

    private func recipes() -> String {
        guard !assessment.recipes.isEmpty else { return "" }
        var out = style.bold("  Together these match a documented combination") + "\n"
        for finding in assessment.recipes {
            let recipe = screener.pack.recipe(finding.recipe)
            out += wrapped("• " + recipe.title, indent: 2)
            out += style.dim(wrapped(recipe.why, indent: 4))
        }
        return out + "\n"
    }

    /// What the classifier adds, where it adds much: a verdict must not stand without a reason.
    private func wording() -> String {
        guard let band = assessment.band, band >= .caution,
            assessment.model.contribution >= Self.weightyWording
        else {
            return ""
        }
        let words = assessment.model.terms.filter { $0.contribution > 0 }.prefix(4).map { term in
            "“" + Printable.text(message[Int(term.place.utf8.start)..<Int(term.place.utf8.end)]) + "”"
        }
        let list = words.isEmpty ? "" : ", above all " + words.joined(separator: " ")
        return style.bold("  The wording as a whole") + "\n"
            + wrapped("It resembles the lures that Lurescreen learned from\(list).", indent: 2) + "\n"
    }

    /// Log-odds from which on the classifier's share is told.
    private static let weightyWording = 1.0

    private func questions() -> String {
        guard let band = assessment.band, band >= .caution else { return "" }
        let lists =
            assessment.recipes.map { screener.pack.recipe($0.recipe).ask }
            + signs.map { screener.pack.rule($0.rule).ask }
        // The first question of each reason before the second of any.
        var asked: [String] = []
        for place in 0..<2 {
            for list in lists where place < list.count && !asked.contains(list[place]) {
                asked.append(list[place])
            }
        }
        if asked.count < 2 { asked += Wording.generalQuestions }
        return style.bold("  Ask next") + "\n"
            + asked.prefix(6).map { wrapped("• " + $0, indent: 2, hanging: 2) }.joined() + "\n"
    }

    private func contacts() -> String {
        guard !assessment.contacts.isEmpty else { return "" }
        var out =
            style.bold("  Contacts it names") + style.dim("  (made unclickable; do not write to them)") + "\n"
        for contact in assessment.contacts {
            let name = contact.channel.name
            let padding = String(repeating: " ", count: max(1, 12 - name.count))
            out += "  \(name)\(padding)\(Printable.defanged(contact.value))\n"
        }
        return out + "\n"
    }

    private func notes() -> String {
        var out = style.dim(wrapped(Wording.limits, indent: 2))
        for gap in assessment.unevaluated {
            switch gap {
            case .rule(let rule):
                out += wrapped(
                    "Not evaluated (a limit was hit): \(screener.pack.rule(rule).title)", indent: 2)
            case .beyond(let offset):
                out += wrapped(
                    "Only the first \(offset) bytes were read; the rest was not looked at.", indent: 2)
            }
        }
        return out
    }

    private func wrapped(_ text: String, indent: Int, hanging: Int = 0) -> String {
        TextWrap.lines(text, width: width - indent, hanging: hanging)
            .map { String(repeating: " ", count: indent) + $0 + "\n" }.joined()
    }
}
