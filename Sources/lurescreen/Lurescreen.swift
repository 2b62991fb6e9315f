import ArgumentParser
import LureBatch

@main
struct Lurescreen: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "lurescreen",
        abstract:
            "Reads recruitment messages and says how far they match documented patterns of job-offer traps.",
        discussion: """
            Lurescreen shows which words match which documented pattern, and why. It never says that a message is \
            a scam or is safe: it has only seen the text. Nothing leaves this machine.
            """,
        version: version,
        subcommands: subcommands)

    private static var subcommands: [any ParsableCommand.Type] {
        var verbs: [any ParsableCommand.Type] = [Check.self, ScanCommand.self]
        #if Server
            verbs.append(Serve.self)
        #endif
        return verbs + [Rules.self, TrainCommand.self, EvaluateCommand.self]
    }

    static func main() async {
        ignoreBrokenPipes()
        await Self.main(nil)
    }
}
