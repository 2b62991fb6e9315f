import LureRules
import LureText
import Yams

/// The table of usual pay, `pay/usual-pay.yml`: what a month's work pays by country, and rates of currencies. Every
/// figure has a year and a source.
struct UsualPayFile: Sendable {
    struct Row: Sendable {
        var country: Located<String>
        /// As people read it.
        var name: String
        /// Whom the figure is for; nil for everyone.
        var workers: String?
        var amount: Double
        var currency: Fact.Currency
        var year: Int
        var source: Located<String>

        func compiled(country: Int) -> RulePackContents.UsualPayRow {
            let wage = "minimum wage" + (workers.map { " of \($0)" } ?? "")
            return RulePackContents.UsualPayRow(
                country: country, amount: amount, currency: currency,
                label: "the usual pay in \(name) (\(wage), \(year))")
        }
    }

    struct Rate: Sendable {
        var perUSD: Double
        var year: Int
        var source: Located<String>
    }

    var rows: [Row] = []
    /// Concepts of which none may stand in the text.
    var without: [Located<String>] = []
    var rates: [Fact.Currency: Rate] = [:]

    /// Days paid in a month where the wage is set by the day: those for which RM 57.69 a day make RM 1,500 a month in
    /// Malaysia's wage order of 2022.
    static let paidDays = 26.0

    /// Whether a concept names a country: rules may not, and the classifier doesn't see it.
    static func isCountry(_ concept: String) -> Bool { concept.hasPrefix("country-") }

    static func parse(_ file: SourceFile, into diagnostics: inout [Diagnostic]) -> UsualPayFile {
        var reader = YAMLReader(file)
        defer { diagnostics += reader.diagnostics }
        var table = UsualPayFile()
        guard let root = reader.root() else { return table }
        let entries = reader.entries(
            of: root, allowed: ["countries", "without", "rates"], required: ["countries", "rates"],
            at: Place(file), what: "the table of usual pay")
        if let node = entries["countries"] {
            if case .sequence(let nodes) = node {
                for node in nodes { if let row = row(node, &reader) { table.add(row, &reader) } }
            } else {
                reader.report(.wrongShape, "'countries' must be a list", at: reader.place(of: node))
            }
        }
        table.without = reader.texts(entries["without"], "'without'")
        for (key, node) in reader.mapping(entries["rates"], "'rates'") ?? [:] {
            if let (currency, rate) = rate(key, node, &reader) { table.rates[currency] = rate }
        }
        return table
    }

    private mutating func add(_ row: Row, _ reader: inout YAMLReader) {
        guard !rows.contains(where: { $0.country.value == row.country.value }) else {
            reader.report(
                .wrongUsualPay, "'\(row.country.value)' stands twice", at: row.country.place,
                help: "keep the later figure")
            return
        }
        rows.append(row)
    }

    private static func row(_ node: Node, _ reader: inout YAMLReader) -> Row? {
        guard let mapping = reader.mapping(node, "a country") else { return nil }
        let entries = reader.entries(
            of: mapping, allowed: ["country", "name", "workers", "month", "day", "year", "source"],
            required: ["country", "name", "year", "source"], at: reader.place(of: node), what: "a country")
        let workers = reader.text(entries["workers"], "'workers'")?.value
        guard let country = reader.text(entries["country"], "'country'"),
            let name = reader.text(entries["name"], "'name'")?.value,
            let year = year(entries["year"], &reader), let source = reader.text(entries["source"], "'source'")
        else { return nil }
        guard isCountry(country.value) else {
            reader.report(
                .wrongUsualPay, "'\(country.value)' is no country", at: country.place,
                help: "concepts of countries begin with 'country-'")
            return nil
        }
        guard (entries["month"] == nil) != (entries["day"] == nil),
            let pay = reader.text(entries["month"] ?? entries["day"], "'month' or 'day'"),
            let (amount, currency) = money(pay.value)
        else {
            reader.report(
                .wrongUsualPay, "the row needs one amount with its currency", at: country.place,
                help: "write 'month: 208 usd' or 'day: 610 php'")
            return nil
        }
        return Row(
            country: country, name: name, workers: workers,
            amount: entries["month"] == nil ? amount * paidDays : amount, currency: currency, year: year,
            source: source)
    }

    private static func money(_ text: String) -> (Double, Fact.Currency)? {
        let words = text.split(separator: " ")
        guard words.count == 2, let amount = Double(words[0]), amount.isFinite, amount > 0,
            let currency = Fact.Currency.allCases.first(where: { "\($0)" == words[1] })
        else { return nil }
        return (amount, currency)
    }

    private static func rate(
        _ key: Node, _ node: Node, _ reader: inout YAMLReader
    ) -> (Fact.Currency, Rate)? {
        guard let name = reader.text(key, "a currency"),
            let mapping = reader.mapping(node, "a rate")
        else { return nil }
        guard let currency = Fact.Currency.allCases.first(where: { "\($0)" == name.value }) else {
            reader.report(.wrongUsualPay, "'\(name.value)' is no currency", at: name.place)
            return nil
        }
        let entries = reader.entries(
            of: mapping, allowed: ["per-usd", "year", "source"], required: ["per-usd", "year", "source"],
            at: name.place, what: "a rate")
        guard let value = reader.number(entries["per-usd"], "'per-usd'"),
            let year = year(entries["year"], &reader), let source = reader.text(entries["source"], "'source'")
        else { return nil }
        guard value.value > 0 else {
            reader.report(.wrongUsualPay, "a rate is above 0", at: value.place)
            return nil
        }
        return (currency, Rate(perUSD: value.value, year: year, source: source))
    }

    private static func year(_ node: Node?, _ reader: inout YAMLReader) -> Int? {
        guard let text = reader.text(node, "'year'") else { return nil }
        guard let year = Int(text.value), (1990...2100).contains(year) else {
            reader.report(.wrongUsualPay, "'\(text.value)' is no year", at: text.place)
            return nil
        }
        return year
    }
}
