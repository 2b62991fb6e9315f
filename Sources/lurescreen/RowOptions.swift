import ArgumentParser
import LureEvaluation

/// Where labelled rows keep what.
struct RowOptions: ParsableArguments {
    @Option(help: "Input format: auto (by file name, then by the first sign), jsonl, csv or tsv.")
    var format = RowFormat.auto

    @Option(help: "Field of the text; repeat it to join several (title, then body). (default: text)")
    var textField: [String] = []

    @Option(help: "Field of the label: lure or 1, legit or 0, unless --positive says otherwise.")
    var labelField = "label"

    @Option(
        help: ArgumentHelp(
            "A label that means a lure; may be repeated. All other labels then mean an honest text.",
            valueName: "label"))
    var positive: [String] = []

    @Option(help: "Field of the row's id.")
    var idField = "id"

    @Option(help: "Field of the language.")
    var languageField = "language"

    @Option(help: "Field of the categories of a lure.")
    var categoryField = "categories"

    @Option(help: "Field of the kind: offer, question, warning, distress or other.")
    var kindField = "kind"

    @Option(help: "Field of the split.")
    var splitField = "split"

    @Option(help: "Field of the cluster: rows that tell the same thing, drawn together for the intervals.")
    var clusterField = "cluster"

    var fields: RowFields {
        var fields = RowFields()
        if !textField.isEmpty { fields.text = textField }
        fields.label = labelField
        fields.id = idField
        fields.language = languageField
        fields.category = categoryField
        fields.kind = kindField
        fields.split = splitField
        fields.cluster = clusterField
        fields.positiveLabels = positive
        return fields
    }
}

extension RowFormat: ExpressibleByArgument {}
