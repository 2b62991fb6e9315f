import ArgumentParser
import LureBatch
import LureRules
import LureScreen
import LureText

/// Options that every verb which screens understands.
struct ScreeningOptions: ParsableArguments {
    @Option(help: "Share of lures among what is screened, between 0 and 1; shifts every risk exactly.")
    var prior: Double?

    @Option(help: ArgumentHelp("A rule pack to use instead of the built-in one.", valueName: "file"))
    var pack: String?

    @Option(help: ArgumentHelp("A model to use instead of the built-in one.", valueName: "file"))
    var model: String?

    func validate() throws {
        if let prior, !(prior > 0 && prior < 1) {
            throw ValidationError("--prior must lie between 0 and 1, for example 0.05.")
        }
    }

    var options: Screener.Options {
        var options = Screener.Options()
        options.prior = prior
        return options
    }

    func makeScreener() throws -> Screener {
        do throws(Screener.LoadError) {
            return try Screener(
                pack: pack.map { try load($0) }, model: model.map { try load($0) })
        } catch {
            printError("error: \(error.message(pack: pack, model: model))")
            throw ExitCode(2)
        }
    }
}
