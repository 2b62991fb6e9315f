import Foundation
import LureScreen
import LureText
import Testing

@testable import LureEvaluation

private let hostile = "<script>alert('a')</script> & \"b\" | *c* \u{202E}d\u{1B}[31m"

private func evaluation(_ change: (inout Evaluator) -> Void = { _ in }) throws -> Evaluation {
    var evaluator = Evaluator()
    evaluator.bootstrap.resampleCount = 50
    change(&evaluator)
    let rows = [
        EvaluationRow(
            id: hostile, text: "Hotline numbers for workers " + hostile, isLure: true, kind: .offer,
            language: hostile,
            categories: [hostile], split: hostile),
        EvaluationRow(
            id: "b", text: "Wire the training deposit first, then you start. Telegram @example_hr",
            isLure: true,
            kind: .offer, language: "en", categories: ["advance-fee"], split: "test"),
        EvaluationRow(
            id: "c", text: "Cook wanted, meals included", isLure: false, kind: .offer, language: "en"),
        EvaluationRow(
            id: "d", text: "Police warn of job fraud", isLure: false, kind: .warning, language: "en"),
        EvaluationRow(id: "e", text: "Lunch at noon?", isLure: nil),
    ]
    return evaluator.evaluate(rows, with: try Screener())
}

@Test("a page shows hostile texts and obeys none of them")
func hostileTexts() throws {
    let content = ReportContent(try evaluation { $0.showsTexts = true })
    let page = HTMLReport(content).text

    #expect(page.contains("&lt;script&gt;alert(&#39;a&#39;)&lt;/script&gt; &amp; &quot;b&quot;"))
    for forbidden in [
        "<script", "\u{202E}", "\u{1B}", "http://", "https://", "url(", "@import", " src=", " href=",
    ] {
        #expect(!page.contains(forbidden), "the page holds \(forbidden)")
    }
    let markdown = MarkdownReport(content).text
    #expect(!markdown.contains("<script"))
    #expect(markdown.contains("\\*c\\*"))
    #expect(!PlainReport(content.evaluation).text.contains("\u{1B}"))
}

@Test("texts stand in reports only if they are asked for")
func personalData() throws {
    let evaluation = try evaluation()
    let reports = [
        HTMLReport(ReportContent(evaluation)).text, MarkdownReport(ReportContent(evaluation)).text,
        EvaluationJSON(evaluation).text, PlainReport(evaluation).text,
    ]

    for report in reports { #expect(!report.contains("Hotline numbers")) }
}

@Test("asked for, the texts of mistakes stand in the files")
func shownTexts() throws {
    #expect(EvaluationJSON(try evaluation { $0.showsTexts = true }).text.contains("Hotline numbers"))
}

@Test("the same texts give the same bytes, and a date only if one is given")
func sameBytes() throws {
    let (first, second) = (try evaluation(), try evaluation())
    #expect(EvaluationJSON(first).text == EvaluationJSON(second).text)
    #expect(HTMLReport(ReportContent(first)).text == HTMLReport(ReportContent(second)).text)

    var heading = ReportHeading()
    heading.date = "1 May"
    #expect(!MarkdownReport(ReportContent(first)).text.contains("Date"))
    #expect(MarkdownReport(ReportContent(first, heading: heading)).text.contains("- Date: 1 May"))
}

@Test("the JSON is JSON, and says null where the texts can't tell")
func validJSON() throws {
    let text = EvaluationJSON(try evaluation()).text
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]

    let slices = try #require(object?["slices"] as? [[String: Any]])
    let own = try #require(slices.first { $0["name"] as? String == hostile })
    let measures = try #require(own["measures"] as? [String: Any])
    #expect(measures["roc_auc"] is NSNull)
    #expect(measures["recall_caution"] is [String: Any])
}

@Test("texts are counted by class, kind and language")
func textCounts() throws {
    let evaluation = try evaluation()

    #expect(evaluation.bands.map(\.name) == ["lures", "honest", "unlabelled"])
    #expect(evaluation.bands.map(\.total) == [2, 2, 1])
    #expect(evaluation.kinds?.total == 4)
    #expect(evaluation.slices.map(\.sort).contains(.pooled))
    #expect(
        evaluation.shares.filter { $0.sort == .honest }.map(\.name).prefix(3) == [
            "honest offers", "warnings and questions", "warnings",
        ])
}

@Test(
    "numbers are written with that many decimals",
    arguments: [
        (0.05, 1, "0.1"), (12.345, 2, "12.35"), (-0.04, 1, "0.0"), (-1.5, 1, "−1.5"), (99.6, 0, "100"),
    ])
func decimals(_ number: Double, _ digits: Int, _ text: String) {
    #expect(Cell.fixed(number, digits) == text)
}
