import LureModel
import LureRules
import LureText

extension Screener {
    /// Turns what was read into an assessment.
    func judge(
        _ text: UnsafeBufferPointer<UInt8>, fullCount: Int, options: Options, scratch: inout Scratch
    ) -> Assessment {
        scratch.offsets.read(text)
        scratch.reading.features.withFeatures { model.score($0, into: &scratch.score) }
        let fired = scratch.reading.rules.hits.map { Int($0.rule) }
        let kind = judgement.kind(of: fired, kindScores: scratch.score.kinds)
        let counts = judgement.counts(kind: kind, carriesOwnOffer: carriesOwnOffer(scratch.reading))
        let findings = findings(fired, counting: counts, text, scratch)
        let recipes = scratch.reading.recipes.map { hit in
            let weight = counts ? judgement.recipes[Int(hit.recipe)].weight : 0
            return RecipeFinding(recipe: Int(hit.recipe), contribution: LogOdds.rounded(weight))
        }
        let share = modelShare(options, text, scratch)
        let ledger = ledger(findings, recipes, share, prior: options.prior)
        var result = Assessment(
            kind: kind, band: nil, risk: nil, insufficient: nil, language: scratch.reading.language.primary,
            categories: [], findings: findings, recipes: recipes, model: share, ledger: ledger,
            contacts: contacts(text, scratch),
            unevaluated: unevaluated(text.count, fullCount, scratch.reading))
        guard kind != .distress else { return result }
        if let reason = insufficiency(fired, scratch.reading) {
            result.band = .insufficient
            result.insufficient = reason
            return result
        }
        result.risk = LogOdds.probability(of: ledger.logit)
        let band = band(fired, findings, recipes, ledger, kind: kind, counts: counts)
        result.band = band
        if band >= .caution { result.categories = judgement.categories(findings: findings, recipes: recipes) }
        return result
    }

    // MARK: Kind

    /// Whether a text names a private channel of its own and shows signs of two families: what makes a warning
    /// an offer too.
    package func carriesOwnOffer(_ reading: Reading) -> Bool {
        let hasPrivateChannel = reading.contacts.contains { contact in
            switch contact.channel {
            case .phone, .email, .url: false
            default: true
            }
        }
        return hasPrivateChannel && judgement.familyCount(of: reading.rules.hits.map { Int($0.rule) }) >= 2
    }

    // MARK: Contributions

    private func findings(
        _ fired: [Int], counting: Bool, _ text: UnsafeBufferPointer<UInt8>, _ scratch: borrowing Scratch
    ) -> [Finding] {
        let mitigates = !judgement.forbidsMitigation(fired)
        let weights = judgement.contributions(of: fired, mitigates: mitigates)
        var findings: [Finding] = []
        findings.reserveCapacity(fired.count)
        for (place, hit) in scratch.reading.rules.hits.enumerated() {
            var spans: [Evidence] = []
            for span in scratch.reading.rules.evidence(of: hit) {
                spans.append(original(span, text, scratch))
            }
            findings.append(
                Finding(rule: Int(hit.rule), contribution: counting ? weights[place] : 0, evidence: spans))
        }
        findings.sort {
            let first = $0.contribution.magnitude
            let second = $1.contribution.magnitude
            return first != second ? first > second : $0.rule < $1.rule
        }
        return findings
    }

    private func modelShare(
        _ options: Options, _ text: UnsafeBufferPointer<UInt8>, _ scratch: borrowing Scratch
    ) -> ModelShare {
        let scale = judgement.thresholds.modelScale
        var share = ModelShare(contribution: LogOdds.rounded(scratch.score.lure * scale), terms: [])
        guard options.termLimit > 0 else { return share }
        let terms = scratch.reading.features.withFeatures {
            model.terms($0, scratch.score, limit: options.termLimit)
        }
        for term in terms {
            share.terms.append(
                ModelShare.Term(
                    place: original(term.span, text, scratch),
                    contribution: LogOdds.rounded(term.contribution * scale)))
        }
        return share
    }

    private func ledger(
        _ findings: [Finding], _ recipes: [RecipeFinding], _ share: ModelShare, prior: Double?
    ) -> Ledger {
        let found = findings.reduce(0) { $0 + $1.contribution }
        let met = recipes.reduce(0) { $0 + $1.contribution }
        let raw = found + met + share.contribution
        let fit = judgement.thresholds
        let calibration = LogOdds.rounded(fit.calibrationIntercept + (fit.calibrationSlope - 1) * raw)
        return Ledger(
            prior: LogOdds.of(prior ?? fit.prior), findings: found, recipes: met, model: share.contribution,
            calibration: calibration)
    }

    // MARK: Band

    /// The band of a text with a verdict: thresholds at the pack's own prior, the gate, what mitigation may do at
    /// most, recipes' floors, and the cap for texts that only report.
    private func band(
        _ fired: [Int], _ findings: [Finding], _ recipes: [RecipeFinding], _ ledger: Ledger, kind: TextKind,
        counts: Bool
    ) -> Band {
        if kind == .warning && !counts { return .low }
        let atPackPrior = ledger.logit - ledger.prior + LogOdds.of(judgement.thresholds.prior)
        let mitigation = findings.reduce(0) { $0 + min(0, $1.contribution) }
        let unmitigated = thresholdBand(atPackPrior - mitigation)
        var band = max(thresholdBand(atPackPrior), unmitigated.lowered)
        if band == .high && !judgement.opensHighBand(fired) { band = .caution }
        for finding in recipes {
            switch judgement.recipes[finding.recipe].floor {
            case .none: break
            case .caution: band = max(band, .caution)
            case .high: band = max(band, judgement.opensHighBand(fired) ? .high : .caution)
            }
        }
        return kind == .other ? min(band, .caution) : band
    }

    private func thresholdBand(_ logit: Double) -> Band {
        let risk = LogOdds.probability(of: logit)
        if risk >= judgement.thresholds.high { return .high }
        return risk >= judgement.thresholds.caution ? .caution : .low
    }

    /// Why nothing can be said, or nil: fewer than three words, or words of no language known here.
    private func insufficiency(_ fired: [Int], _ reading: Reading) -> Assessment.Insufficiency? {
        if fired.contains(where: { judgement.rules[$0].counts }) { return nil }
        if reading.segmentation.wordCount < 3 { return .tooLittleText }
        if reading.language.primary == nil && reading.concepts.hits.count < 2 { return .unsupportedLanguage }
        return nil
    }

    // MARK: Places

    private func original(
        _ span: TextSpan, _ text: UnsafeBufferPointer<UInt8>, _ scratch: borrowing Scratch
    ) -> Evidence {
        let utf8 = scratch.reading.folded.map.sourceSpan(of: span)
        return Evidence(utf8: utf8, utf16: scratch.offsets.span(utf8, in: text))
    }

    private func contacts(_ text: UnsafeBufferPointer<UInt8>, _ scratch: borrowing Scratch) -> [Contact] {
        var contacts: [Contact] = []
        for contact in scratch.reading.contacts {
            contacts.append(
                Contact(
                    channel: contact.channel, value: contact.value,
                    place: original(contact.span, text, scratch)))
        }
        return contacts
    }

    private func unevaluated(_ readCount: Int, _ fullCount: Int, _ reading: Reading) -> [Unevaluated] {
        var gaps = reading.rules.unevaluated.map { Unevaluated.rule(Int($0)) }
        if readCount < fullCount { gaps.append(.beyond(readCount)) }
        return gaps
    }
}
