import LureText

/// A text's reading as bare pointers, for the loops over its hits.
///
/// Invariant: a view lives inside `RuleInput.withView` only, which keeps the arrays alive and unchanged. `hits` and
/// `words` are equally long; `negations` holds indices into them, ascending.
struct ReadingView {
    let hits: UnsafeBufferPointer<ConceptHit>
    let words: UnsafeBufferPointer<WordRange>
    let negations: UnsafeBufferPointer<Int32>
    /// Offsets of commas and dashes, ascending.
    let breaks: UnsafeBufferPointer<UInt32>
}

extension RuleInput {
    func withView(negations: [Int32], _ body: (ReadingView) -> Void) {
        reading.hits.withUnsafeBufferPointer { hits in
            reading.words.withUnsafeBufferPointer { words in
                negations.withUnsafeBufferPointer { negations in
                    segmentation.breaks.withUnsafeBufferPointer { breaks in
                        body(ReadingView(hits: hits, words: words, negations: negations, breaks: breaks))
                    }
                }
            }
        }
    }
}

/// The conditions of all rules as bare pointers.
///
/// Invariant: a view lives inside `RuleProgram.withView` only. Every index in the tables was checked when the pack
/// was loaded.
struct ProgramView {
    let rules: UnsafeBufferPointer<RuleProgram.Rule>
    let alternatives: UnsafeBufferPointer<RuleProgram.Alternative>
    let slots: UnsafeBufferPointer<RuleProgram.Slot>
    let masks: UnsafeBufferPointer<UInt64>
    let sets: UnsafeBufferPointer<RuleProgram.MemberRange>
    let members: UnsafeBufferPointer<UInt16>
    let maskWords: Int
    /// As in `RuleProgram`: one row a concept, divided as `openings` says.
    let concepts: UnsafeBufferPointer<UInt64>
    let outset: UnsafeBufferPointer<UInt64>
    let openings: Openings
    let owners: UnsafeBufferPointer<UInt16>
    let factAlternatives: UnsafeBufferPointer<UInt64>
    let liveRules: UnsafeBufferPointer<UInt64>

    /// Whether a set and the concepts of a text share one.
    @inline(__always)
    func meets(_ set: Int, _ present: UnsafeBufferPointer<UInt64>) -> Bool {
        let first = set * maskWords
        var shared: UInt64 = 0
        for word in 0..<maskWords { shared |= masks[first + word] & present[word] }
        return shared != 0
    }

    /// Whether a text's concepts fill every slot of an alternative.
    @inline(__always)
    func mayHold(_ alternative: RuleProgram.Alternative, _ present: UnsafeBufferPointer<UInt64>) -> Bool {
        for slot in Int(alternative.first)..<Int(alternative.first + alternative.count)
        where !meets(Int(slots[slot].set), present) { return false }
        return true
    }
}

extension RuleProgram {
    func withView(_ body: (ProgramView) -> Void) {
        rules.withUnsafeBufferPointer { rules in
            alternatives.withUnsafeBufferPointer { alternatives in
                slots.withUnsafeBufferPointer { slots in
                    masks.withUnsafeBufferPointer { masks in
                        sets.withUnsafeBufferPointer { sets in
                            members.withUnsafeBufferPointer { members in
                                withOpenings { concepts, outset, owners, facts, live in
                                    body(
                                        ProgramView(
                                            rules: rules, alternatives: alternatives, slots: slots,
                                            masks: masks, sets: sets, members: members,
                                            maskWords: maskWords, concepts: concepts, outset: outset,
                                            openings: Openings(self), owners: owners,
                                            factAlternatives: facts, liveRules: live))
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private typealias Words = UnsafeBufferPointer<UInt64>

    @inline(__always)
    private func withOpenings(
        _ body: (Words, Words, UnsafeBufferPointer<UInt16>, Words, Words) -> Void
    ) {
        openings.withUnsafeBufferPointer { concepts in
            outset.withUnsafeBufferPointer { outset in
                owners.withUnsafeBufferPointer { owners in
                    factAlternatives.withUnsafeBufferPointer { facts in
                        liveRules.withUnsafeBufferPointer { live in
                            body(concepts, outset, owners, facts, live)
                        }
                    }
                }
            }
        }
    }
}
