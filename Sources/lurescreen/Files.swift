import ArgumentParser
import LureBatch

/// The bytes of a file; if it can't be read the command ends with status 2.
func readFile(_ path: String) throws -> [UInt8] {
    do throws(SystemError) {
        let file = try FileDescriptor.openForReading(path)
        defer { file.close() }
        return try file.readAll()
    } catch {
        printError("error: \(path): \(error.message)")
        throw ExitCode(2)
    }
}

/// Ends the command with status 2 if a file can't be opened, before it does what takes time.
func checkReadable(_ path: String) throws {
    do throws(SystemError) {
        try FileDescriptor.openForReading(path).close()
    } catch {
        printError("error: \(path): \(error.message)")
        throw ExitCode(2)
    }
}

/// The bytes of a file, or of standard input for `-`; if it can't be read the command ends with status 2.
func readInput(_ file: String) throws -> [UInt8] {
    guard file == "-" else { return try readFile(file) }
    do throws(SystemError) {
        return try FileDescriptor.standardInput.readAll()
    } catch {
        printError("error: standard input: \(error.message)")
        throw ExitCode(2)
    }
}

/// Writes a file as a whole; if that fails the command ends with status 2.
func writeFile(_ bytes: [UInt8], to path: String) throws {
    do throws(SystemError) {
        let file = try FileDescriptor.create(path)
        defer { file.close() }
        try file.write(bytes)
    } catch {
        printError("error: \(path): \(error.message)")
        throw ExitCode(2)
    }
}
