import LureText
import Testing

/// The revealed view of a text, or nil if nothing is revealed; with the number of disguises.
private func revealed(_ text: String) -> (text: String?, disguises: Int) {
    let folded = Folder().fold(text)
    var segmentation = Segmentation()
    Segmenter().segment(folded, into: &segmentation)
    var revealed = FoldedText()
    var disguises: [Disguise] = []
    let isRevealed = Revealer().reveal(
        folded, signs: segmentation.signs, into: &revealed, disguises: &disguises)
    return (isRevealed ? String(decoding: revealed.bytes, as: UTF8.self) : nil, disguises.count)
}

@Test(
    "vowels that are drawn out are shortened, and that is no disguise",
    arguments: [
        ("freeee ticket", "free ticket"), ("ticket is freeeeeeee", "ticket is free"),
        ("gooood job", "good job"), ("salaaary", "salary"), ("lumipaaad na", "lumipad na"),
        ("деееньги сразу", "деньги сразу"), ("moneeeey", "money"), ("so (freeee)!", "so (free)!"),
        (
            "a long line of words without any, and then salaaaaary",
            "a long line of words without any, and then salary"
        ),
    ])
func shortened(_ text: String, _ expected: String) {
    let answer = revealed(text)

    #expect(answer.text == expected)
    #expect(answer.disguises == 0)
}

@Test(
    "what is no vowel drawn out stays",
    arguments: [
        "free ticket", "www.example.com", "kkk xxx", "chụp cccd", "в СССР", "1000000 usd", "wait... what!!!",
        "ฟรีมากกก", "aa bb cc",
        "2222 baht", "vacuum committee",
    ])
func left(_ text: String) { #expect(revealed(text).text == nil) }

@Test("a shortened word leads to all of its letters")
func places() throws {
    let folded = Folder().fold("so freeee now")
    var view = FoldedText()
    var disguises: [Disguise] = []
    #expect(Revealer().reveal(folded, into: &view, disguises: &disguises))

    #expect(view.map.sourceSpan(of: TextSpan(start: 3, end: 7)) == TextSpan(start: 3, end: 9))
}
