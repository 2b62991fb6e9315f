import Foundation
import LureText
import Testing

private let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("rules/people-words")

@Test(
    "every listed people word is recognised as texts are folded",
    arguments: ["en", "zh", "vi", "th", "id", "ms", "tl", "km", "hi", "hi-Latn", "ru", "ja", "ko"])
func listed(_ language: String) throws {
    let text = try String(contentsOf: folder.appendingPathComponent("\(language).txt"), encoding: .utf8)
    let forms = text.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.hasPrefix("!") }.flatMap {
        line in
        // By scalars: a mark after "|" would be one character with it.
        let parts = line.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false).map(
            String.init)
        return parts.count == 1 ? parts : parts.dropFirst().map { parts[0] + $0 }
    }

    let unknown = forms.filter { form in
        !form.isEmpty && !PeopleWords.isPeopleWord(String(decoding: Folder().fold(form).bytes, as: UTF8.self))
    }

    #expect(unknown == [])
    #expect(forms.count >= 40)
}

@Test("a masked text reads the same whoever it names, and its places lead to the words themselves")
func mask() {
    func masked(_ text: String) -> (FoldedText, [TextSpan]) {
        var folded = Folder().fold(text)
        var segmentation = Segmentation()
        Segmenter().segment(folded, into: &segmentation)
        var mask = PeopleMask()
        _ = mask.apply(to: &folded, segmentation)
        return (folded, mask.sourceSpans)
    }

    let (first, firstSpans) = masked("We want Filipino chatters now")
    let (second, _) = masked("We want South African chatters now")

    #expect(first.bytes == second.bytes)
    #expect(firstSpans == [TextSpan(start: 8, end: 16)])
    let sign = TextSpan(start: 8, end: 11)
    #expect(second.map.sourceSpan(of: sign) == TextSpan(start: 8, end: 21))
    #expect(second.map.sourceSpan(of: TextSpan(start: 12, end: 20)) == TextSpan(start: 22, end: 30))
}
