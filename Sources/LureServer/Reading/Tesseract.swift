import LureBatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads the text off pictures with the system's Tesseract, if it is installed.
///
/// The picture goes in through a pipe and the words come out of one: nothing is written to a disk, and no shell is asked.
final class Tesseract: Sendable {
    enum Fault: Error { case missing, failed, tooLong }

    private let known = Mutex<[String]?>(nil)

    /// Languages it has data for; empty if it is not installed. Asked once, then known until the server ends.
    ///
    /// Takes some milliseconds, on the thread that calls.
    func languages() -> [String] {
        if let list = known.withLock({ $0 }) { return list }
        let output = (try? run(["--list-langs"], input: [], seconds: 10)) ?? []
        let lines = String(decoding: output, as: UTF8.self).split(separator: "\n").dropFirst()
        // `osd` tells the script of a page and reads nothing.
        let list = lines.map(String.init).filter { $0 != "osd" && Self.isLanguage($0) }.sorted()
        if !list.isEmpty { known.withLock { $0 = list } }
        return list
    }

    /// Whether it looks like the name of a language, and like no option or path.
    static func isLanguage(_ name: String) -> Bool {
        (1...32).contains(name.utf8.count)
            && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x5F }
    }

    /// The words of a picture as tab-separated lines, in Tesseract's own form.
    func read(_ picture: [UInt8], languages: [String], seconds: Int) throws(Fault) -> [UInt8] {
        try run(
            ["stdin", "stdout", "-l", languages.joined(separator: "+"), "tsv"], input: picture,
            seconds: seconds)
    }

    // MARK: Process

    private func run(_ arguments: [String], input: [UInt8], seconds: Int) throws(Fault) -> [UInt8] {
        guard let toChild = Pipe(), let fromChild = Pipe() else { throw .failed }
        guard
            let process = ChildProcess.start(
                "tesseract", arguments, input: toChild.readEnd, output: fromChild.writeEnd)
        else { throw .missing }
        toChild.closeReadEnd()
        fromChild.closeWriteEnd()
        let output = Self.exchange(input, toChild, fromChild, seconds: seconds)
        if output == nil { process.kill() }
        let status = process.wait()
        guard let output else { throw .tooLong }
        guard status == 0 else { throw status == 127 ? .missing : .failed }
        return output
    }

    /// Writes all input and reads all output; nil if it takes too long or says too much.
    private static func exchange(
        _ input: [UInt8], _ toChild: Pipe, _ fromChild: Pipe, seconds: Int
    ) -> [UInt8]? {
        let deadline = ContinuousClock.now + .seconds(seconds)
        var output: [UInt8] = []
        var written = 0
        if input.isEmpty { toChild.closeWriteEnd() }
        while true {
            if ContinuousClock.now > deadline || output.count > outputLimit { return nil }
            var waiting = [pollfd(fd: fromChild.readEnd, events: Int16(POLLIN), revents: 0)]
            if written < input.count {
                waiting.append(pollfd(fd: toChild.writeEnd, events: Int16(POLLOUT), revents: 0))
            }
            if poll(&waiting, nfds_t(waiting.count), 100) <= 0 { continue }
            if waiting.count > 1, waiting[1].revents != 0 {
                let count = toChild.write(input[written...])
                // A child that takes no more has its reasons; what it says tells.
                written = count > 0 ? written + count : count < 0 ? input.count : written
                if written == input.count { toChild.closeWriteEnd() }
            }
            if waiting[0].revents != 0 {
                switch fromChild.read(into: &output) {
                case 0: return output
                case ..<0: return nil
                default: break
                }
            }
        }
    }

    private static let outputLimit = 16 << 20
}
