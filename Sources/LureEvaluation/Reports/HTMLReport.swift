/// A report as one HTML page that needs nothing but itself: no script, no font, no request.
public struct HTMLReport: Sendable {
    private let content: ReportContent

    public init(_ content: ReportContent) { self.content = content }

    public var text: String {
        let title = HTML.escaped(content.heading.title)
        var page = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <style>
            \(HTML.style)
            </style>
            </head>
            <body>
            <main>
            <h1>\(title)</h1>
            <dl>

            """
        for (name, value) in content.facts {
            page += "<div><dt>\(HTML.escaped(name))</dt><dd>\(HTML.escaped(value))</dd></div>\n"
        }
        page += "</dl>\n"
        for (place, table) in content.tables.enumerated() {
            page += Self.section(table)
            if place == 0 { page += charts }
        }
        page += "<section>\n<h2>How to read this</h2>\n<ul>\n"
        for note in ReportContent.notes { page += "<li>\(HTML.escaped(note))</li>\n" }
        return page + "</ul>\n</section>\n</main>\n</body>\n</html>\n"
    }

    private var charts: String {
        let charts = EvaluationCharts(evaluation: content.evaluation).all
        if charts.isEmpty { return "" }
        return "<section>\n<h2>Curves</h2>\n<div class=\"charts\">\n" + charts.map(\.svg).joined()
            + "</div>\n</section>\n"
    }

    private static func section(_ table: ReportTable) -> String {
        var html = "<section>\n<h2>\(HTML.escaped(table.title))</h2>\n"
        if let note = table.note { html += "<p>\(HTML.escaped(note))</p>\n" }
        html +=
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(HTML.escaped(table.title))\">"
        html += "<table>\n<thead><tr>"
        for (place, column) in table.columns.enumerated() {
            html += "<th scope=\"col\"\(style(place, table))>\(HTML.escaped(column))</th>"
        }
        html += "</tr></thead>\n<tbody>\n"
        for row in table.rows {
            html += "<tr>"
            for (place, cell) in row.enumerated() {
                let tag = place == 0 ? "th scope=\"row\"" : "td"
                html += "<\(tag)\(style(place, table))>\(HTML.escaped(cell))</\(place == 0 ? "th" : "td")>"
            }
            html += "</tr>\n"
        }
        return html + "</tbody>\n</table></div>\n</section>\n"
    }

    private static func style(_ place: Int, _ table: ReportTable) -> String {
        if table.columns[place] == "words" { return " class=\"words\" dir=\"auto\"" }
        return place < table.wordColumns ? "" : " class=\"number\""
    }
}

enum HTML {
    /// The text with everything that HTML would obey made harmless, also inside quoted attributes.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default:
                if scalar.isObeyed { result += "\u{FFFD}" } else { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// Colours are told apart also by people who see red and green alike, and keep 4.5:1 on their ground (WCAG 2.2).
    static let style = """
        :root { --ground: #fff; --ink: #1d2330; --soft: #566072; --line: #d5dae3; --panel: #f6f7f9;
          --first: #1f5fbf; --caution: #b35a00; --high: #a5123f; --honest: #5f7fb0; --lure: #c2410c; --second: #6b7280; }
        @media (prefers-color-scheme: dark) { :root { --ground: #14171d; --ink: #e7eaf0; --soft: #a6afbf;
          --line: #343b48; --panel: #1c2028; --first: #7fb0ff; --caution: #ffb35c; --high: #ff7d9c;
          --honest: #7f9fd0; --lure: #ff9a5c; --second: #a6afbf; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--ground); color: var(--ink);
          font: 16px/1.5 system-ui, sans-serif; }
        main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
        h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 1rem; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
        p, li { color: var(--soft); max-width: 46rem; }
        dl { display: grid; gap: .25rem; margin: 0; padding: .75rem 1rem; background: var(--panel);
          border-radius: .5rem; }
        dl div { display: grid; grid-template-columns: 5rem 1fr; gap: 0 .75rem; }
        dt { color: var(--soft); }
        dd { margin: 0; overflow-wrap: anywhere; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
        th, td { padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); text-align: left;
          vertical-align: top; font-weight: 400; }
        thead th { color: var(--soft); vertical-align: bottom; }
        .number { text-align: right; white-space: nowrap; }
        thead .number { white-space: normal; }
        .words { min-width: 18rem; white-space: pre-wrap; overflow-wrap: anywhere; }
        .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 1rem; }
        figure { margin: 0; max-width: 36rem; padding: .75rem; background: var(--panel); border-radius: .5rem; }
        figcaption { font-weight: 600; margin-bottom: .25rem; }
        svg { width: 100%; height: auto; display: block; }
        svg text { font: 11px system-ui, sans-serif; fill: var(--soft); }
        .grid { stroke: var(--line); stroke-width: 1; }
        .line { fill: none; stroke-width: 2; }
        .line.first { stroke: var(--first); } .line.second { stroke: var(--second); stroke-dasharray: 7 3; }
        .line.even { stroke: var(--soft); stroke-dasharray: 4 4; stroke-width: 1; }
        circle.first { fill: var(--first); } circle.caution { fill: var(--caution); } circle.high { fill: var(--high); }
        rect.honest { fill: var(--honest); } rect.lure { fill: var(--lure); }
        .legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; font-size: .8rem; color: var(--soft); }
        .legend i { display: inline-block; width: .7rem; height: .7rem; border-radius: 50%; margin-right: .3rem; }
        i.first { background: var(--first); } i.second { background: var(--second); } i.caution { background: var(--caution); }
        i.high { background: var(--high); } i.honest { background: var(--honest); } i.lure { background: var(--lure); }
        @media print { :root { --ground: #fff; --ink: #000; --soft: #333; --line: #bbb; --panel: #fff;
          --first: #1f5fbf; --caution: #b35a00; --high: #a5123f; --honest: #5f7fb0; --lure: #c2410c; --second: #6b7280; }
          main { max-width: none; padding: 0; } body { font-size: 10pt; }
          .charts { grid-template-columns: 1fr 1fr; }
          .scroll { overflow: visible; } table { font-size: 7.5pt; }
          .number { white-space: normal; } .words { min-width: 8rem; }
          figure, tr { break-inside: avoid; } h2 { break-after: avoid; } figure { border: 1px solid #bbb; } }
        """
}
