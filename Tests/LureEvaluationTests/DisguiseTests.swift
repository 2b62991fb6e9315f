import LureScreen
import Testing

@testable import LureEvaluation

@Test(
    "disguises write what they say",
    arguments: [
        (DisguiseMethod.leetspeak, "no experience needed", "no 3xp3r13nc3 n33d3d"),
        (.mathLetters, "Job", "𝐉𝐨𝐛"), (.enclosedLetters, "Job", "Ⓙⓞⓑ"), (.fullWidth, "Job 1", "Ｊｏｂ １"),
        (.softHyphens, "job 12", "j\u{AD}o\u{AD}b 12"),
        (.combiningMarks, "ok", "o\u{336}\u{30A}k\u{336}\u{30A}"),
        (.dotsInWords, "free visa and work", "f.r.e.e visa and w.o.r.k"),
        (.repeatedLetters, "free", "freeeee"),
        (.lineBreaks, "a b c d e", "a b c\nd e"), (.emojiBetweenWords, "a b c", "a b 🔥 c"),
        (.htmlEntities, "work", "&#119;or&#107;"), (.directionOverrides, "job ok", "\u{202D}job\u{202C} ok"),
        (.swappedLetters, "aaa bbb ccc ddd visas", "aaa bbb ccc ddd vsias"),
        (.droppedLetters, "aaa bbb ccc ddd visas", "aaa bbb ccc ddd vias"),
        (.nativeDigits, "เงิน 500", "เงิน ๕๐๐"), (.halfWidthKana, "パスポート", "ﾊﾟｽﾎﾟｰﾄ"), (.tatweel, "عمل", "عـمـل"),
        (.greekLookAlikes, "passport", "ραssροrτ"),
    ])
func written(_ method: DisguiseMethod, _ text: String, _ expected: String) {
    let written = method.apply(to: text, language: nil)

    #expect(written.map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars))
}

@Test(
    "a disguise that changes nothing is not counted",
    arguments: [DisguiseMethod.tatweel, .nativeDigits, .punctuated])
func unchanged(_ method: DisguiseMethod) {
    #expect(method.apply(to: "Free visa 500", language: "en") == nil)
}

@Test("there are at least twenty disguises, each with a name of its own and safe on any text")
func battery() {
    let methods = DisguiseMethod.allCases

    #expect(methods.count >= 20)
    #expect(Set(methods.map(\.title)).count == methods.count)
    for method in methods {
        for text in ["", " ", "\n", "👩‍👩‍👧", "ไม่มี", "a\u{301}\u{302}", "\u{0}"] {
            _ = method.apply(to: text, language: nil)
        }
    }
}

@Test("a trial counts lures kept and alarms raised, by script")
func trial() throws {
    let rows = [
        EvaluationRow(
            id: "a",
            text:
                "Hiring chatters in Sihanoukville, free air ticket, company keeps your passport, Telegram @example_hr",
            isLure: true, language: "en"),
        EvaluationRow(id: "b", text: "Cook wanted, meals included", isLure: false, language: "en"),
        EvaluationRow(id: "c", text: "No label here", isLure: nil, language: "en"),
    ]

    let outcomes = DisguiseTrial(try Screener()).outcomes(on: rows, methods: [.zeroWidth, .tatweel])
    #expect(outcomes.map(\.method) == [.zeroWidth, .tatweel])
    #expect(outcomes[0].all.flagged == 1 && outcomes[0].all.honest == 1)
    #expect(outcomes[0].groups.map(\.group) == [.latin])
    #expect(outcomes[1].all.lures == 0 && outcomes[1].all.recallKept == nil)
}

@Test(
    "a text belongs to the script of most of it",
    arguments: [
        ("Free visa", ScriptGroup.latin), ("招聘 HR", .eastAsian), ("Вакансия", .cyrillic),
        ("งานดี", .southEastAsian),
        ("नौकरी", .otherScripts), ("123", .latin),
    ])
func scriptGroups(_ text: String, _ group: ScriptGroup) {
    #expect(ScriptGroup.of(text) == group)
}
