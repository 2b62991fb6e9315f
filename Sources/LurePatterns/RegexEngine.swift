import LureText

// The only file that knows PCRE2. Where it is missing (WebAssembly), expressions are reported as not evaluated.
#if canImport(CPCRE2)
    internal import CPCRE2

    /// Compiled expressions and the buffers of one worker.
    struct RegexEngine: ~Copyable, @unchecked Sendable {
        // Sendable: it owns all it points to, and nothing of it leaves this type, so it may move between threads.
        private enum Code {
            case untried
            case compiled(OpaquePointer)
            /// Compiled to machine code, which can be run at once.
            case native(OpaquePointer)
            case faulty(RegexFault)
        }

        private var codes: [Code]
        private let limits: RegexLimits
        /// Made with the first expression: most messages meet none.
        private var context: OpaquePointer?
        private var stack: OpaquePointer?
        private var data: OpaquePointer?

        init(patternCount: Int, limits: RegexLimits) {
            codes = [Code](repeating: .untried, count: patternCount)
            self.limits = limits
        }

        deinit {
            for code in codes {
                switch code {
                case .compiled(let code), .native(let code): pcre2_code_free_8(code)
                case .untried, .faulty: break
                }
            }
            if let data { pcre2_match_data_free_8(data) }
            if let context { pcre2_match_context_free_8(context) }
            if let stack { pcre2_jit_stack_free_8(stack) }
        }

        static var execution: RegexExecution {
            var hasJIT: UInt32 = 0
            guard pcre2_config_8(UInt32(PCRE2_CONFIG_JIT), &hasJIT) >= 0, hasJIT == 1 else {
                return .interpreted
            }
            // A library that can may still be forbidden to make memory executable: try.
            guard case .success(let code) = compile("a") else { return .interpreted }
            defer { pcre2_code_free_8(code) }
            return pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE)) == 0 ? .compiled : .interpreted
        }

        static func fault(in source: String) -> RegexFault? {
            switch compile(source) {
            case .success(let code):
                pcre2_code_free_8(code)
                return nil
            case .failure(let fault): return fault
            }
        }

        /// `text` is well-formed and `start` is a scalar's start: PCRE2 does not check.
        mutating func match(
            _ index: Int, of set: RegexSet, in text: UnsafeBufferPointer<UInt8>, from start: Int
        ) -> RegexOutcome {
            if case .native(let code) = codes[index] {
                return run(code, isNative: true, in: text, from: start)
            }
            return matchFirst(index, of: set, in: text, from: start)
        }

        /// As `match`, for an expression that is not compiled.
        @inline(never)
        private mutating func matchFirst(
            _ index: Int, of set: RegexSet, in text: UnsafeBufferPointer<UInt8>, from start: Int
        ) -> RegexOutcome {
            if case .untried = codes[index] { codes[index] = Self.prepare(set.patterns[index].source) }
            switch codes[index] {
            case .native(let code): return run(code, isNative: true, in: text, from: start)
            case .compiled(let code): return run(code, isNative: false, in: text, from: start)
            case .faulty(let fault): return .notEvaluated(.doesNotCompile(fault))
            case .untried: return .notEvaluated(.invalidRequest)
            }
        }

        private mutating func run(
            _ code: OpaquePointer, isNative: Bool, in text: UnsafeBufferPointer<UInt8>, from start: Int
        ) -> RegexOutcome {
            // An empty buffer may have no address, and nothing but an empty match, which does not count, fits.
            guard let base = text.baseAddress, start < text.count else { return .none }
            makeBuffers()
            guard let data, let context else { return .notEvaluated(.heapLimit) }
            let options = UInt32(PCRE2_NO_UTF_CHECK) | UInt32(PCRE2_NOTEMPTY)
            let result =
                isNative
                ? pcre2_jit_match_8(code, base, text.count, start, UInt32(PCRE2_NOTEMPTY), data, context)
                : pcre2_match_8(code, base, text.count, start, options, data, context)
            guard result >= 0 else { return Self.outcome(of: result) }
            guard let places = pcre2_get_ovector_pointer_8(data) else { return .none }
            // \K may move the start behind the end.
            let (low, high) = (min(places[0], places[1]), max(places[0], places[1]))
            guard high <= text.count, high < Int(UInt32.max) else {
                return .notEvaluated(.engineError(result))
            }
            return .match(TextSpan(start: UInt32(low), end: UInt32(high)))
        }

        private mutating func makeBuffers() {
            guard data == nil || context == nil else { return }
            if data == nil { data = pcre2_match_data_create_8(1, nil) }
            guard let context = context ?? pcre2_match_context_create_8(nil) else { return }
            self.context = context
            pcre2_set_match_limit_8(context, limits.matches)
            pcre2_set_heap_limit_8(context, limits.heapKibibytes)
            pcre2_set_depth_limit_8(context, limits.depth)
            stack = pcre2_jit_stack_create_8(min(32 << 10, limits.stackBytes), limits.stackBytes, nil)
            if let stack { pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack)) }
        }

        private static func outcome(of result: Int32) -> RegexOutcome {
            switch result {
            case PCRE2_ERROR_NOMATCH: .none
            case PCRE2_ERROR_MATCHLIMIT: .notEvaluated(.matchLimit)
            case PCRE2_ERROR_HEAPLIMIT, PCRE2_ERROR_NOMEMORY: .notEvaluated(.heapLimit)
            case PCRE2_ERROR_DEPTHLIMIT: .notEvaluated(.depthLimit)
            case PCRE2_ERROR_JIT_STACKLIMIT: .notEvaluated(.stackLimit)
            default: .notEvaluated(.engineError(result))
            }
        }

        private static func prepare(_ source: String) -> Code {
            switch compile(source) {
            case .failure(let fault): return .faulty(fault)
            case .success(let code):
                // Without machine code the interpreter runs it: `execution` tells.
                // An expression may ask for the interpreter too.
                _ = pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
                var size = 0
                pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_JITSIZE), &size)
                return size > 0 ? .native(code) : .compiled(code)
            }
        }

        private static func compile(_ source: String) -> Result<OpaquePointer, RegexFault> {
            let options = UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_NEVER_BACKSLASH_C)
            let bytes = Array(source.utf8)
            var number: Int32 = 0
            var offset = 0
            let code = bytes.withUnsafeBufferPointer {
                pcre2_compile_8($0.baseAddress, $0.count, options, &number, &offset, nil)
            }
            guard let code else { return .failure(RegexFault(offset: offset, message: message(number))) }
            return .success(code)
        }

        private static func message(_ number: Int32) -> String {
            // The longest message of PCRE2 has less than 120 characters.
            var buffer = [UInt8](repeating: 0, count: 256)
            let count = pcre2_get_error_message_8(number, &buffer, buffer.count)
            return String(decoding: buffer.prefix(max(0, Int(count))), as: UTF8.self)
        }
    }
#else
    /// Stands where PCRE2 is missing.
    struct RegexEngine: ~Copyable, Sendable {
        init(patternCount: Int, limits: RegexLimits) {}

        static var execution: RegexExecution { .unavailable }

        static func fault(in source: String) -> RegexFault? { nil }

        mutating func match(
            _ index: Int, of set: RegexSet, in text: UnsafeBufferPointer<UInt8>, from start: Int
        ) -> RegexOutcome { .notEvaluated(.noEngine) }
    }
#endif
