import ArgumentParser
import LureBatch
import LureScreen

/// Options that every verb which screens understands.
struct ScreeningOptions: ParsableArguments {
    @Option(help: "Share of lures among what is screened, between 0 and 1; shifts every risk exactly.")
    var prior: Double?

    @Option(
        help: ArgumentHelp(
            "A folder of rules, recipes and word forms laid over the built-in ones.", valueName: "folder"))
    var rules: String?

    @Option(help: ArgumentHelp("A rule pack to use instead of the built-in one.", valueName: "file"))
    var pack: String?

    @Option(help: ArgumentHelp("A model to use instead of the built-in one.", valueName: "file"))
    var model: String?

    func validate() throws {
        if let prior, !(prior > 0 && prior < 1) {
            throw ValidationError("--prior must lie between 0 and 1, for example 0.05.")
        }
        if rules != nil && pack != nil {
            throw ValidationError("Give --rules or --pack, not both: a pack already holds all its rules.")
        }
    }

    var options: Screener.Options {
        var options = Screener.Options()
        options.prior = prior
        return options
    }

    func makeScreener() throws -> Screener {
        let packBytes = try pack.map { try readFile($0) } ?? rules.map { try compiledPack(of: $0, status: 2) }
        let modelBytes = try model.map { try readFile($0) }
        do throws(Screener.LoadError) {
            return try Screener(pack: packBytes, model: modelBytes)
        } catch {
            printError("error: \(error.message(pack: pack, model: model))")
            throw ExitCode(2)
        }
    }
}

extension Screener.LoadError {
    /// What is wrong with which file.
    func message(pack: String?, model: String?) -> String {
        switch self {
        case .pack(let cause):
            "\(pack ?? "the built-in rule pack"): not a usable rule pack (\(cause)); make one with `lurescreen rules compile`"
        case .model(let cause):
            "\(model ?? "the built-in model"): not a usable model (\(cause)); make one with `lurescreen train`"
        }
    }
}
