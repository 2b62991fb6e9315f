/// A chart as inline SVG; colours come from the page's style sheet, so that it reads in light and in dark.
struct Chart {
    var title: String
    /// What the axes say.
    var across: String
    var up: String
    /// Marks on the axes, in the chart's units, with their words.
    var ticksAcross: [(Double, String)]
    var ticksUp: [(Double, String)]
    /// What is drawn, in order.
    var shapes: [Shape]
    /// Names of what is drawn, by style class.
    var legend: [(style: String, name: String)] = []
    /// What someone who can't see it is told.
    var description: String

    /// All coordinates are shares of the plot's width and height, from its lower left corner.
    enum Shape {
        case line([(Double, Double)], style: String)
        case bar(from: Double, to: Double, height: Double, style: String)
        case dot(Double, Double, style: String, label: String)
    }

    private static let (width, height) = (340.0, 270.0)
    private static let (left, right, top, bottom) = (44.0, 22.0, 10.0, 40.0)

    var svg: String {
        var svg = """
            <figure><figcaption>\(HTML.escaped(title))</figcaption>
            <svg viewBox="0 0 \(Self.number(Self.width)) \(Self.number(Self.height))" role="img" \
            aria-label="\(HTML.escaped(description))">

            """
        for (place, words) in ticksAcross {
            svg += "<line class=\"grid\" \(Self.ends((place, 0), (place, 1)))/>"
            svg += Self.words(words, x: Self.x(place), y: Self.y(0) + 15, anchor: "middle")
        }
        for (place, words) in ticksUp {
            svg += "<line class=\"grid\" \(Self.ends((0, place), (1, place)))/>"
            svg += Self.words(words, x: Self.left - 5, y: Self.y(place) + 4, anchor: "end")
        }
        for shape in shapes { svg += "\n" + Self.drawn(shape) }
        svg += "\n" + Self.words(across, x: Self.x(0.5), y: Self.height - 6, anchor: "middle")
        let (x, y) = (Self.number(11), Self.number(Self.y(0.5)))
        svg += "<text transform=\"rotate(-90 \(x) \(y))\" x=\"\(x)\" y=\"\(y)\" text-anchor=\"middle\">"
        svg += "\(HTML.escaped(up))</text>\n</svg>"
        if !legend.isEmpty {
            let names = legend.map {
                "<span><i class=\"\($0.style)\"></i>\(HTML.escaped($0.name))</span>"
            }
            svg += "<div class=\"legend\">\(names.joined(separator: " "))</div>"
        }
        return svg + "</figure>\n"
    }

    private static func drawn(_ shape: Shape) -> String {
        switch shape {
        case .line(let points, let style):
            let path = points.map { "\(number(x($0.0))),\(number(y($0.1)))" }.joined(separator: " ")
            return "<polyline class=\"line \(style)\" points=\"\(path)\"/>"
        case .bar(let from, let to, let height, let style):
            let (left, width) = (x(from), max(1, x(to) - x(from) - 1))
            return "<rect class=\"\(style)\" x=\"\(number(left))\" y=\"\(number(y(height)))\" "
                + "width=\"\(number(width))\" height=\"\(number(y(0) - y(height)))\"/>"
        case .dot(let across, let up, let style, let label):
            return "<circle class=\"\(style)\" cx=\"\(number(x(across)))\" cy=\"\(number(y(up)))\" r=\"4\">"
                + "<title>\(HTML.escaped(label))</title></circle>"
        }
    }

    private static func x(_ share: Double) -> Double { left + share * (width - left - right) }
    private static func y(_ share: Double) -> Double { height - bottom - share * (height - top - bottom) }
    private static func number(_ value: Double) -> String { Cell.fixed(value, 1) }

    private static func ends(_ from: (Double, Double), _ to: (Double, Double)) -> String {
        "x1=\"\(number(x(from.0)))\" y1=\"\(number(y(from.1)))\" "
            + "x2=\"\(number(x(to.0)))\" y2=\"\(number(y(to.1)))\""
    }

    private static func words(_ text: String, x: Double, y: Double, anchor: String) -> String {
        "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\">\(HTML.escaped(text))</text>"
    }
}
