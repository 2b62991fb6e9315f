import ArgumentParser
import LureBatch
import LureScreen

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Assess one message and show why, for a person to read.",
        discussion: """
            The message is the arguments, a file (-f), or standard input (-). Without --json the answer shows the \
            text with the matched words marked, a reason for each mark, and what to ask next.
            """)

    @Argument(help: "The message, or - to read it from standard input.")
    var text: [String] = []

    @Option(name: [.customShort("f"), .long], help: "Read the message from a file.")
    var file: String?

    @Flag(help: "Print the answer as JSON (schema 1) instead.")
    var json = false

    @Flag(help: "Also show the ledger and the words the classifier weighed.")
    var explain = false

    @OptionGroup var screening: ScreeningOptions

    @Option(help: "Colour: auto, always or never.")
    var color = ColorChoice.auto

    @Option(help: "Exit with status 1 if the band is this one or higher: caution or high.")
    var failOn: FailBand?

    enum FailBand: String, CaseIterable, ExpressibleByArgument {
        case caution, high

        var band: Band { self == .high ? .high : .caution }
    }

    func validate() throws {
        if file != nil && !text.isEmpty {
            throw ValidationError("Give the message as arguments or with --file, not both.")
        }
    }

    func run() throws {
        let message = try readMessage()
        let screener = try screening.makeScreener()
        var options = screening.options
        options.termLimit = 20
        let assessment = screener.assess(message, options: options)
        if json {
            var line = AssessmentJSON(screener: screener, detail: .full).line(assessment, of: message)
            line.append(UInt8(ascii: "\n"))
            try printOut(String(decoding: line, as: UTF8.self))
        } else {
            let report = CheckReport(
                assessment: assessment, message: message, screener: screener,
                style: Style(isOn: color.isOn(for: .standardOutput)), width: terminalWidth())
            try printOut(report.text(explained: explain))
        }
        if let failOn, let band = assessment.band, band >= failOn.band { throw ExitCode(1) }
    }

    private func readMessage() throws -> [UInt8] {
        if let file { return try readFile(file) }
        if text == ["-"] || (text.isEmpty && !FileDescriptor.standardInput.isTerminal) {
            do throws(SystemError) {
                return try FileDescriptor.standardInput.readAll()
            } catch {
                printError("error: standard input: \(error.message)")
                throw ExitCode(2)
            }
        }
        if text.isEmpty {
            throw ValidationError(
                "Paste the message as an argument in quotes, name a file with -f, or pipe it in.")
        }
        return Array(text.joined(separator: " ").utf8)
    }
}
