public import LureText

/// A regular expression over folded text.
public struct RegexPattern: Hashable, Sendable {
    /// PCRE2 syntax; matched with Unicode classes, case-sensitively.
    public var source: String
    /// Each match holds at least one of these at a word start; the caller looks for them first. Not checked.
    public var literals: [String]

    public init(source: String, literals: [String] = []) {
        self.source = source
        self.literals = literals
    }
}

/// The expressions of a rule pack: only their text, shared by all workers. Each worker compiles what it meets in
/// its own `RegexScratch`.
public struct RegexSet: Sendable {
    public let patterns: [RegexPattern]

    public init(_ patterns: [RegexPattern] = []) { self.patterns = patterns }

    public var count: Int { patterns.count }

    /// What is wrong with an expression; nil if it compiles, or if there is no PCRE2 to tell.
    public static func fault(in source: String) -> RegexFault? { RegexEngine.fault(in: source) }
}

/// Why an expression does not compile.
public struct RegexFault: Error, Hashable, Sendable {
    /// Place in the expression, in UTF-8 bytes.
    public var offset: Int
    /// As PCRE2 words it.
    public var message: String
}

/// What came of looking for an expression.
public enum RegexOutcome: Hashable, Sendable {
    /// The first match, never empty; place in the text that was searched.
    case match(TextSpan)
    case none
    /// Neither a match nor none: this must be reported.
    case notEvaluated(RegexObstacle)
}

/// Why an expression was not evaluated.
public enum RegexObstacle: Hashable, Sendable {
    /// More backtracking than `RegexLimits.matches`.
    case matchLimit
    /// More memory than `RegexLimits.heapKibibytes`.
    case heapLimit
    /// Deeper nesting than `RegexLimits.depth`; interpreter only.
    case depthLimit
    /// The stack of compiled code is used up.
    case stackLimit
    case doesNotCompile(RegexFault)
    /// Built without PCRE2.
    case noEngine
    /// No pattern has this index, or the offset is past the end of the text.
    case invalidRequest
    /// Any other error of PCRE2, by its number.
    case engineError(Int32)
}

/// How much one search may cost. Chosen so that an expression that backtracks without end stops within
/// milliseconds, while honest ones on a message of 1 MiB pass.
public struct RegexLimits: Hashable, Sendable {
    /// Calls of the matcher for one starting place; compiled code counts more coarsely than the interpreter.
    public var matches: UInt32 = 100_000
    public var heapKibibytes: UInt32 = 16_384
    public var depth: UInt32 = 20_000
    /// Bytes of stack for compiled code.
    public var stackBytes = 512 << 10

    public init() {}
}

/// How expressions are run.
public enum RegexExecution: Hashable, Sendable {
    /// As machine code.
    case compiled
    /// Step by step, some ten times slower: this machine or build of PCRE2 does not allow machine code.
    case interpreted
    /// Built without PCRE2: every expression is reported as not evaluated.
    case unavailable
}
