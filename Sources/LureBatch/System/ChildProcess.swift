#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Another program, started without a shell.
public struct ChildProcess: Sendable {
    public let id: pid_t

    /// Starts a program found by its name in PATH, with standard input, output and error nowhere.
    /// - Returns: nil if it can't be started.
    public static func start(_ program: String, _ arguments: [String]) -> ChildProcess? {
        start(program, arguments, input: nil, output: nil)
    }

    /// Starts a program that reads from `input` and writes to `output`; nil is nowhere.
    public static func start(
        _ program: String, _ arguments: [String], input: Int32?, output: Int32?
    ) -> ChildProcess? {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        redirect(0, input, O_RDONLY, &actions)
        redirect(1, output, O_WRONLY, &actions)
        redirect(2, nil, O_WRONLY, &actions)
        // A group of its own: what a terminal sends to this program does not reach it. Signals as a shell leaves them.
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var pointers: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        pointers.append(nil)
        var id = pid_t()
        let status = posix_spawnp(&id, program, &actions, &attributes, &pointers, environ)
        return status == 0 ? ChildProcess(id: id) : nil
    }

    #if canImport(Darwin)
        private typealias Actions = posix_spawn_file_actions_t?
    #else
        private typealias Actions = posix_spawn_file_actions_t
    #endif

    private static func redirect(
        _ number: Int32, _ descriptor: Int32?, _ mode: Int32, _ actions: inout Actions
    ) {
        if let descriptor {
            posix_spawn_file_actions_adddup2(&actions, descriptor, number)
        } else {
            posix_spawn_file_actions_addopen(&actions, number, "/dev/null", mode, 0)
        }
    }

    /// Ends it at once.
    public func kill() { killProcess(id) }

    /// Waits until it has ended.
    /// - Returns: its exit status; nil if a signal ended it.
    public func wait() -> Int32? {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 {
            if errno != EINTR { return nil }
        }
        return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
    }
}

private func killProcess(_ id: pid_t) { _ = kill(id, SIGKILL) }
