import ArgumentParser
import LureBatch

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// When to colour what people read.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never

    /// Whether to colour what goes to `file`: `NO_COLOR` (no-color.org) and a missing terminal say no.
    func isOn(for file: FileDescriptor) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto: file.isTerminal && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
        }
    }
}

/// The value of an environment variable; nil if it is unset or empty.
func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
}

/// Columns of the terminal, or 80.
func terminalWidth() -> Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
    return min(Int(size.ws_col), 100)
}

/// SGR styles, or nothing where colour is off.
struct Style {
    let isOn: Bool

    func callAsFunction(_ code: String, _ text: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    func bold(_ text: String) -> String { self("1", text) }
    func dim(_ text: String) -> String { self("2", text) }
}

/// Writes to standard output; a reader that went away ends the command quietly.
func printOut(_ text: String) throws {
    do throws(SystemError) {
        try FileDescriptor.standardOutput.write(Array(text.utf8))
    } catch {
        if error.isBrokenPipe { throw ExitCode(0) }
        printError("error: standard output: \(error.message)")
        throw ExitCode(2)
    }
}

/// Writes a line to standard error; if that fails there is nobody left to tell.
func printError(_ line: String) {
    try? FileDescriptor.standardError.write(Array((line + "\n").utf8))
}
