import LureModel
import LureRules
import LureText

extension Screener {
    /// Turns what was read into `scratch.answer`.
    func judge(
        _ text: UnsafeBufferPointer<UInt8>, fullCount: Int, options: Options, scratch: inout Scratch
    ) {
        model.score(featureInput(scratch.reading), scratch: &scratch.model, into: &scratch.score)
        scratch.end(.model)
        scratch.answer.removeAll()
        scratch.answer.isWellFormed = scratch.reading.notes.invalidSequences == 0
        scratch.offsets.read(text, isWellFormed: scratch.answer.isWellFormed)
        scratch.fired.removeAll(keepingCapacity: true)
        for hit in scratch.reading.rules.hits { scratch.fired.append(Int(hit.rule)) }
        let kind = judgement.kind(of: scratch.fired, kindScores: scratch.score.kinds)
        // A report changes what is known of an offer, not what kind of text this is.
        scratch.fired += scratch.reported
        let mayRise = judgement.mayRise(
            kind,
            carriesOwnOffer: carriesOwnOffer(
                scratch.reading, scratch.fired, isReported: scratch.isReported))
        scratch.answer.kind = kind
        scratch.answer.language = scratch.reading.language.primary
        addFindings(counting: kind != .distress, text, &scratch)
        for hit in scratch.reading.recipes {
            let weight = kind == .distress ? 0 : judgement.recipes[Int(hit.recipe)].weight
            scratch.answer.recipes.append(
                RecipeFinding(recipe: Int(hit.recipe), contribution: LogOdds.rounded(weight)))
        }
        addModelShare(options, text, &scratch)
        if model.weighsKinds && judgement.weighsKind(kind, mayRise: mayRise) { addKindShare(&scratch) }
        scratch.answer.ledger = ledger(scratch.answer, prior: options.prior)
        addContacts(text, &scratch)
        for rule in scratch.reading.rules.unevaluated { scratch.answer.unevaluated.append(.rule(Int(rule))) }
        if text.count < fullCount { scratch.answer.unevaluated.append(.beyond(text.count)) }
        if kind != .distress { setVerdict(mayRise: mayRise, &scratch) }
        scratch.end(.judgement)
    }

    private func setVerdict(mayRise: Bool, _ scratch: inout Scratch) {
        if let reason = insufficiency(scratch.fired, scratch.reading) {
            scratch.answer.band = .insufficient
            scratch.answer.insufficient = reason
            return
        }
        scratch.answer.risk = LogOdds.probability(of: scratch.answer.ledger.logit)
        var band = band(scratch.fired, scratch.answer, mayRise: mayRise)
        if band > .low,
            judgement.restsOnPlaces(
                kind: scratch.answer.kind, scratch.fired, scratch.reading.concepts)
        {
            band = .low
        }
        scratch.answer.band = band
        if band >= .caution { judgement.addCategories(to: &scratch.answer) }
    }

    // MARK: Kind

    /// Whether a text names a private channel of its own and shows signs of two families: what makes a warning
    /// or a question an offer too.
    package func carriesOwnOffer(_ reading: Reading) -> Bool {
        carriesOwnOffer(reading, reading.rules.hits.map { Int($0.rule) }, isReported: false)
    }

    /// - Parameter isReported: whether someone who has the offer told more of it; then there is one, whatever
    ///   channel the text names.
    private func carriesOwnOffer(_ reading: Reading, _ fired: [Int], isReported: Bool) -> Bool {
        let hasPrivateChannel = reading.contacts.contains { contact in
            switch contact.channel {
            case .phone, .email, .url: false
            default: true
            }
        }
        return (hasPrivateChannel || isReported) && judgement.familyCount(of: fired) >= 2
    }

    // MARK: Contributions

    private func addFindings(
        counting: Bool, _ text: UnsafeBufferPointer<UInt8>, _ scratch: inout Scratch
    ) {
        let mitigates = !judgement.forbidsMitigation(scratch.fired)
        let textCount = scratch.reading.rules.hits.count
        for place in scratch.fired.indices {
            let first = scratch.answer.evidence.count
            var pay: PayComparison?
            if place < textCount {
                let hit = scratch.reading.rules.hits[place]
                pay = hit.pay
                for index in scratch.reading.rules.spanRange(of: hit) {
                    scratch.answer.evidence.append(
                        original(scratch.reading.rules.allSpans[index], text, scratch))
                }
            }
            let contribution =
                counting ? judgement.contribution(at: place, of: scratch.fired, mitigates: mitigates) : 0
            scratch.answer.insert(
                FlatAssessment.Finding(
                    rule: scratch.fired[place], contribution: contribution,
                    places: first..<scratch.answer.evidence.count, isReported: place >= textCount, pay: pay))
        }
    }

    private func addModelShare(
        _ options: Options, _ text: UnsafeBufferPointer<UInt8>, _ scratch: inout Scratch
    ) {
        let scale = judgement.thresholds.modelScale
        scratch.answer.modelContribution = LogOdds.rounded(scratch.score.lure * scale)
        guard options.termLimit > 0 else { return }
        for term in model.terms(&scratch.model, limit: options.termLimit) {
            scratch.answer.terms.append(
                ModelShare.Term(
                    place: original(term.span, text, scratch),
                    contribution: LogOdds.rounded(term.contribution * scale)))
        }
    }

    /// A report that carries an offer of its own is taken for one; of all others it matters whether they are one.
    private func addKindShare(_ scratch: inout Scratch) {
        var logit = scratch.answer.modelContribution
        // A disguise says nothing of the kind; without it the text must come out as it would undisguised.
        for finding in scratch.answer.findings where finding.rule != judgement.disguiseRule {
            logit += finding.contribution
        }
        for finding in scratch.answer.recipes { logit += finding.contribution }
        scratch.answer.kindShare = judgement.kindShare(
            logit, of: scratch.fired, kindScores: scratch.score.kinds)
        scratch.answer.modelContribution = LogOdds.rounded(
            scratch.answer.modelContribution + scratch.answer.kindShare)
    }

    private func ledger(_ answer: FlatAssessment, prior: Double?) -> Ledger {
        var found = 0.0
        for finding in answer.findings { found += finding.contribution }
        var met = 0.0
        for finding in answer.recipes { met += finding.contribution }
        let raw = found + met + answer.modelContribution
        let fit = judgement.thresholds
        let calibration = LogOdds.rounded(fit.calibrationIntercept + (fit.calibrationSlope - 1) * raw)
        return Ledger(
            prior: prior.map { LogOdds.of($0) } ?? judgement.priorLogOdds, findings: found, recipes: met,
            model: answer.modelContribution, calibration: calibration)
    }

    // MARK: Band

    /// The band of a text with a verdict: thresholds at the pack's own prior, the gate, what mitigation may do at
    /// most, what a disguise may, recipes' floors, and the cap for texts that only report.
    private func band(_ fired: [Int], _ answer: FlatAssessment, mayRise: Bool) -> Band {
        if !mayRise { return .low }
        let atPackPrior = answer.ledger.logit - answer.ledger.prior + judgement.priorLogOdds
        var mitigation = 0.0
        var disguise = 0.0
        for finding in answer.findings {
            mitigation += min(0, finding.contribution)
            if finding.rule == judgement.disguiseRule { disguise += finding.contribution }
        }
        let plain = thresholdBand(atPackPrior, disguise: disguise)
        let unmitigated =
            mitigation == 0 ? plain : thresholdBand(atPackPrior - mitigation, disguise: disguise)
        var band = max(plain, unmitigated.lowered)
        if band == .high && !judgement.opensHighBand(fired) { band = .caution }
        for finding in answer.recipes {
            switch judgement.recipes[finding.recipe].floor {
            case .none: break
            case .caution: band = max(band, .caution)
            case .high: band = max(band, judgement.opensHighBand(fired) ? .high : .caution)
            }
        }
        return answer.kind == .other ? min(band, .caution) : band
    }

    /// - Parameter disguise: what a disguise adds to the logit; it does not lift a text from `low`.
    private func thresholdBand(_ logit: Double, disguise: Double) -> Band {
        if disguise > 0, LogOdds.probability(of: logit - disguise) < judgement.thresholds.caution {
            return .low
        }
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

    @inline(__always)
    private func original(
        _ span: TextSpan, _ text: UnsafeBufferPointer<UInt8>, _ scratch: borrowing Scratch
    ) -> Evidence {
        let utf8 = scratch.reading.folded.map.sourceSpan(of: span)
        return Evidence(utf8: utf8, utf16: scratch.offsets.span(utf8, in: text))
    }

    private func addContacts(_ text: UnsafeBufferPointer<UInt8>, _ scratch: inout Scratch) {
        for contact in scratch.reading.contacts {
            scratch.answer.contacts.append(
                Contact(
                    channel: contact.channel, value: contact.value,
                    place: original(contact.span, text, scratch)))
        }
    }
}
