import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

private let lure = "Free ticket to Sihanoukville, we keep your passport"

/// A scan that runs while the test goes on.
private final class RunningScan {
    let process = Process()
    private let folder: TemporaryFolder
    private let errorPath: String

    init(_ arguments: [String], input: Pipe? = nil, output: Pipe? = nil) throws {
        folder = try TemporaryFolder()
        errorPath = try folder.write("", to: "err")
        process.executableURL = Command.binary
        process.arguments = ["scan"] + arguments
        process.standardInput = input ?? FileHandle.nullDevice
        process.standardOutput = output ?? FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errorPath))
        try process.run()
    }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    func end() throws -> (status: Int32, wasKilled: Bool, errors: String) {
        process.waitUntilExit()
        let errors = try String(contentsOfFile: errorPath, encoding: .utf8)
        return (process.terminationStatus, process.terminationReason == .uncaughtSignal, errors)
    }
}

private func rows(_ count: Int) -> String {
    (0..<count).map { row in
        row % 50 == 7 ? "{broken \(row)" : "{\"id\":\(row),\"text\":\"row \(row) \(lure)\"}"
    }.joined(separator: "\n")
}

private func bytes(_ path: String) -> Data? { FileManager.default.contents(atPath: path) }

@Test(
    "killed at random moments and resumed, a scan ends with the bytes of one that was not",
    arguments: ["jsonl", "jsonl.gz", "csv"])
func killed(_ ending: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(rows(2_000), to: "rows.jsonl")
    let out = folder.path("out.\(ending)")
    let faults = folder.path("faults.jsonl")
    let arguments = [path, "--quiet", "--checkpoint-seconds", "0", "--block-bytes", "3000"]
    let whole = [folder.path("whole.\(ending)"), folder.path("whole-faults.jsonl")]
    #expect(
        try Command.run(["scan"] + arguments + ["-o", whole[0], "--errors-to", whole[1]]).status == 2)
    var random = SystemRandomNumberGenerator()
    var kills = 0

    for _ in 0..<100 {
        let scan = try RunningScan(arguments + ["-o", out, "--errors-to", faults, "--resume"])
        if kills < 8 {
            usleep(UInt32.random(in: 10_000...500_000, using: &random))
            scan.signal(SIGKILL)
        }
        let end = try scan.end()
        if end.wasKilled {
            kills += 1
            continue
        }
        #expect(end.status == 2, "\(end.errors)")
        #expect(bytes(out) == bytes(whole[0]))
        #expect(bytes(faults) == bytes(whole[1]))
        #expect(!FileManager.default.fileExists(atPath: out + ".checkpoint"))
        if kills >= 8 { break }
    }

    #expect(kills == 8)
}

@Test("interrupted by a signal it says how to resume and ends with 130", arguments: [SIGINT, SIGTERM])
func interrupted(_ number: Int32) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(rows(3_000), to: "rows.jsonl")
    let arguments = [path, "--quiet", "--block-bytes", "3000"]
    #expect(try Command.run(["scan"] + arguments + ["-o", folder.path("whole")]).status == 2)

    let scan = try RunningScan(arguments + ["-o", folder.path("out")])
    while bytes(folder.path("out.partial"))?.isEmpty ?? true, scan.process.isRunning { usleep(5_000) }
    scan.signal(number)
    let end = try scan.end()

    #expect(end.status == 130)
    #expect(end.errors.contains("rows; to go on, run the same command with --resume\n"))
    #expect(bytes(folder.path("out")) == nil)
    let other = try Command.run(
        ["scan"] + arguments + ["-o", folder.path("out"), "--resume", "--evidence", "none"])
    #expect(other.status == 2)
    #expect(other.errors.contains("belongs to a scan of other inputs, or with other options"))
    #expect(try Command.run(["scan"] + arguments + ["-o", folder.path("out"), "--resume"]).status == 2)
    #expect(bytes(folder.path("out")) == bytes(folder.path("whole")))
}

@Test("an idle standard input does not keep a scan from stopping")
func idle() throws {
    let folder = try TemporaryFolder()
    let pipe = Pipe()
    let scan = try RunningScan(["-", "-o", folder.path("out")], input: pipe)
    while bytes(folder.path("out.partial")) == nil, scan.process.isRunning { usleep(5_000) }
    usleep(100_000)
    scan.signal(SIGINT)

    let end = try scan.end()

    #expect(end.status == 130)
    #expect(end.errors == "interrupted after 0 rows; to go on, run the same command with --resume\n")
}

@Test("an input that vanishes stops the scan, and when it is back the scan goes on")
func vanished() throws {
    let folder = try TemporaryFolder()
    let first = try folder.write(rows(4_000), to: "a.jsonl")
    let second = try folder.write(rows(100), to: "b.jsonl")
    let arguments = ["--quiet", "--block-bytes", "3000", first, second]
    #expect(try Command.run(["scan"] + arguments + ["-o", folder.path("whole")]).status == 2)

    let scan = try RunningScan(arguments + ["-o", folder.path("out")])
    while bytes(folder.path("out.partial"))?.isEmpty ?? true, scan.process.isRunning { usleep(2_000) }
    rename(second, second + ".away")
    let end = try scan.end()
    let early = try Command.run(["scan"] + arguments + ["-o", folder.path("out"), "--resume"])
    rename(second + ".away", second)
    let last = try Command.run(["scan"] + arguments + ["-o", folder.path("out"), "--resume"])

    #expect(end.status == 2)
    #expect(
        end.errors.contains("\(second): No such file or directory; when it is back, run the same command"))
    #expect(early.status == 2)
    #expect(last.status == 2)
    #expect(bytes(folder.path("out")) == bytes(folder.path("whole")))
}

@Test("a full disk is named, and what is written stays good")
func fullDisk() throws {
    let outcome = try Command.run(["scan", "--quiet", "-o", "/dev/full", "-"], input: Data(rows(10).utf8))

    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("error: /dev/full: No space left on device"))
}

@Test("when there is no room for the output a scan stops, and goes on once there is")
func noRoom() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(rows(1_500), to: "rows.jsonl")
    let arguments = [path, "--quiet", "--block-bytes", "3000", "--checkpoint-seconds", "0"]
    #expect(try Command.run(["scan"] + arguments + ["-o", folder.path("whole")]).status == 2)
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    // The shell counts in blocks of 512 or 1024 bytes: either way less than the output.
    let limited = #"ulimit -f 600; exec "$0" scan "$@" 2>"$ERRORS""#
    shell.arguments = ["-c", limited, Command.binary.path] + arguments + ["-o", folder.path("out")]
    shell.environment = ["ERRORS": folder.path("err")]

    try shell.run()
    shell.waitUntilExit()
    let resumed = try Command.run(["scan"] + arguments + ["-o", folder.path("out"), "--resume"])

    #expect(shell.terminationStatus == 2)
    let errors = try String(contentsOfFile: folder.path("err"), encoding: .utf8)
    #expect(
        errors.contains("out: File too large; once it can be written, run the same command with --resume"))
    #expect(resumed.status == 2)
    #expect(bytes(folder.path("out")) == bytes(folder.path("whole")))
}

@Test("a reader that goes away ends the scan quietly")
func brokenPipe() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(rows(3_000), to: "rows.jsonl")
    let pipe = Pipe()
    let scan = try RunningScan([path, "--quiet", "--errors-to", folder.path("e")], output: pipe)
    _ = pipe.fileHandleForReading.availableData
    try pipe.fileHandleForReading.close()
    try pipe.fileHandleForWriting.close()

    let end = try scan.end()

    #expect(end.status == 0)
    #expect(end.errors == "")
}

@Test("a row of 20 MB is named and passed over")
func hugeRow() throws {
    let row =
        "{\"text\":\"\(String(repeating: "x", count: 20 << 20))\"}\n{\"text\":\"hello there my friend\"}\n"

    let outcome = try Command.run(["scan", "--quiet"], input: Data(row.utf8))

    #expect(outcome.status == 2)
    #expect(outcome.errors == "error: -:1: the row is longer than 16777216 bytes and was passed over\n")
    #expect(outcome.output.split(separator: "\n").count == 1)
}

@Test("a million empty rows are no rows")
func emptyRows() throws {
    let outcome = try Command.run(["scan"], input: Data(String(repeating: "\n", count: 1_000_000).utf8))

    #expect(outcome.status == 0)
    #expect(outcome.errors == "0 rows\n")
}

@Test("damaged archives are named; the rows before the damage are answered", arguments: [true, false])
func archives(_ isCut: Bool) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(rows(2_000), to: "rows.jsonl")
    let packed = folder.path("rows.packed.jsonl.gz")
    #expect(try Command.run(["scan", path, "--quiet", "--block-bytes", "5000", "-o", packed]).status == 2)
    var content = try #require(bytes(packed))
    if isCut { content.removeLast(content.count / 3) } else { content[content.count / 2] ^= 0x55 }
    try content.write(to: URL(fileURLWithPath: packed))

    let outcome = try Command.run(["scan", "--format", "lines", "--evidence", "none", packed])

    #expect(outcome.status == 2)
    #expect(
        outcome.errors.contains(isCut ? "the gzip archive ends too early" : "the gzip archive is damaged"))
    #expect(outcome.output.split(separator: "\n").count > 500)
}

@Test("two scans do not write one file")
func busy() throws {
    let folder = try TemporaryFolder()
    let pipe = Pipe()
    let first = try RunningScan(["-", "-o", folder.path("out")], input: pipe)
    while bytes(folder.path("out.partial")) == nil, first.process.isRunning { usleep(5_000) }

    let second = try Command.run(["scan", "-o", folder.path("out")])
    first.signal(SIGINT)

    #expect(second.status == 2)
    #expect(second.errors.contains("another scan is writing it"))
    #expect(try first.end().status == 130)
}

@Test(
    "wrong scan options end with 64",
    arguments: [["--resume"], ["--separator", "ab"], ["-o", "x", "--errors-to", "x"]])
func usage(_ arguments: [String]) throws {
    #expect(try Command.run(["scan"] + arguments).status == 64)
}
