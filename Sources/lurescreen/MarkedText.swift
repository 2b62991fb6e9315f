import LureScreen
import LureText

/// The original text with the evidence marked and numbered.
struct MarkedText {
    let message: [UInt8]
    /// In the order that numbers them, from 1.
    let findings: [Finding]

    /// A stretch of text and the numbers of the findings that rest on it.
    struct Piece: Equatable {
        var range: Range<Int>
        var numbers: [Int]
    }

    /// The text cut where marks begin and end; overlapping marks become one.
    func pieces() -> [Piece] {
        var marks: [Piece] = []
        for (index, finding) in findings.enumerated() {
            for evidence in finding.evidence {
                marks.append(
                    Piece(range: Int(evidence.utf8.start)..<Int(evidence.utf8.end), numbers: [index + 1]))
            }
        }
        marks.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
        var pieces: [Piece] = []
        var end = 0
        for mark in marks {
            if let last = pieces.last, !last.numbers.isEmpty, mark.range.lowerBound < last.range.upperBound {
                let upper = max(last.range.upperBound, mark.range.upperBound)
                pieces[pieces.count - 1].range = last.range.lowerBound..<upper
                for number in mark.numbers where !last.numbers.contains(number) {
                    pieces[pieces.count - 1].numbers.append(number)
                }
                end = upper
                continue
            }
            if end < mark.range.lowerBound {
                pieces.append(Piece(range: end..<mark.range.lowerBound, numbers: []))
            }
            pieces.append(mark)
            end = mark.range.upperBound
        }
        if end < message.count { pieces.append(Piece(range: end..<message.count, numbers: [])) }
        return pieces
    }

    func render(style: Style) -> String {
        pieces().map { piece in
            let words = Printable.text(message[piece.range])
            guard !piece.numbers.isEmpty else { return words }
            let numbers = "[" + piece.numbers.sorted().map(String.init).joined(separator: ",") + "]"
            if style.isOn { return style("1;30;43", words) + style.dim(numbers) }
            return "«\(words)»\(numbers)"
        }.joined()
    }
}
