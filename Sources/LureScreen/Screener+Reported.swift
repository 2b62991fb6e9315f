import LureRules

extension Screener {
    /// Notes the rules that only a person reports, and finds the recipes anew that are met with them.
    func addReported(_ options: Options, _ scratch: inout Scratch) {
        if !scratch.reported.isEmpty { scratch.reported.removeAll(keepingCapacity: true) }
        scratch.isReported = false
        guard !options.reported.isEmpty else { return }
        var hits = scratch.reading.rules.hits
        for rule in options.reported.sorted() where canBeReported(rule) {
            if options.mutedRules.contains(rule) { continue }
            scratch.isReported = true
            if hits.contains(where: { Int($0.rule) == rule }) { continue }
            hits.append(RuleHit(reported: rule, isShadow: pack.traits[rule].status == .shadow))
            scratch.reported.append(rule)
        }
        scratch.recipes.evaluate(hits, of: pack, into: &scratch.reading.recipes)
    }

    private func canBeReported(_ rule: Int) -> Bool {
        pack.traits.indices.contains(rule) && pack.traits[rule].polarity != .context
    }
}
