import LureScreen
import LureText

/// How far a scan got: enough to go on after its process is gone.
///
/// Lies beside the output, as JSON, and is replaced as a whole.
struct Checkpoint: Equatable, Sendable {
    /// Hash of everything the answers depend on besides the inputs' contents.
    var scan: UInt64
    /// Index of the input that is being read.
    var input = 0
    var position = InputPosition()
    /// Hash of the input's first bytes.
    var head: UInt64 = 0
    /// Sizes of the inputs at the start; -1 where there is none.
    var inputSizes: [Int] = []
    /// Bytes of the output that are good.
    var outputSize = 0
    var errorsSize = 0
    /// The line with the columns of the first CSV input as written, and its separator.
    var header: [UInt8] = []
    var separator: UInt8?
    /// Whether the table's first line is decided.
    var hasLayout = false
    var faults = 0
    var unreadableInputs: [String] = []
    var tally: ScanTally
    /// All is written; only names are to be given.
    var isFinished = false

    static func path(for output: String) -> String { resolvedPath(output) + ".checkpoint" }

    init(scan: UInt64, ruleCount: Int) {
        self.scan = scan
        tally = ScanTally(ruleCount: ruleCount)
    }

    // MARK: Writing

    var json: [UInt8] {
        var json = JSONBuffer()
        json.raw("{\"version\":1,\"scan\":\"")
        Self.append(hex: scan, to: &json)
        json.raw("\",\"head\":\"")
        Self.append(hex: head, to: &json)
        json.raw("\",\"numbers\":")
        Self.append(numbers, to: &json)
        json.raw(",\"sizes\":")
        Self.append(inputSizes, to: &json)
        json.raw(",\"header\":")
        Self.append(header.map { Int($0) }, to: &json)
        json.raw(",\"bands\":")
        Self.append(tally.bands, to: &json)
        json.raw(",\"kinds\":")
        Self.append(tally.kinds, to: &json)
        json.raw(",\"languages\":")
        Self.append(tally.languages, to: &json)
        json.raw(",\"rules\":")
        Self.append(tally.rules, to: &json)
        // Names are bytes: they need not be UTF-8 in a way JSON can say.
        json.raw(",\"unreadable\":")
        Self.append(unreadableInputs.flatMap { $0.utf8.map { Int($0) } + [0] }, to: &json)
        json.raw("}\n")
        return json.bytes
    }

    /// Plain numbers, in the order of the format.
    private var numbers: [Int] {
        get {
            [
                input, position.offset, position.line, outputSize, errorsSize, faults, tally.rows,
                tally.omitted, isFinished ? 1 : 0, hasLayout ? 1 : 0, separator.map { Int($0) } ?? -1,
            ]
        }
        set {
            input = newValue[0]
            position = InputPosition(offset: newValue[1], line: newValue[2])
            outputSize = newValue[3]
            errorsSize = newValue[4]
            faults = newValue[5]
            tally.rows = newValue[6]
            tally.omitted = newValue[7]
            isFinished = newValue[8] == 1
            hasLayout = newValue[9] == 1
            separator = UInt8(exactly: newValue[10])
        }
    }
    private static let numberCount = 11

    private static func append(_ numbers: [Int], to json: inout JSONBuffer) {
        json.raw("[")
        for (index, number) in numbers.enumerated() {
            if index > 0 { json.raw(",") }
            json.integer(number)
        }
        json.raw("]")
    }

    private static func append(hex value: UInt64, to json: inout JSONBuffer) {
        for shift in stride(from: 60, through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: value >> UInt64(shift)) & 15
            json.byte(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
    }

    // MARK: Reading

    /// - Returns: nil if the bytes are no checkpoint of this version.
    init?(_ json: [UInt8], ruleCount: Int) {
        var lists: [String: [Int]] = [:]
        var hashes: [String: UInt64] = [:]
        let isObject = json.withUnsafeBufferPointer { bytes in
            var reader = JSONObjectReader()
            guard (try? reader.read(bytes)) != nil else { return false }
            for member in reader.members {
                let key = String(decoding: bytes[member.key], as: UTF8.self)
                let inside = bytes[
                    member.value.lowerBound
                        + 1..<max(member.value.upperBound - 1, member.value.lowerBound + 1)]
                switch member.type {
                case .array:
                    lists[key] = inside.split(separator: UInt8(ascii: ",")).compactMap {
                        Int(String(decoding: $0, as: UTF8.self))
                    }
                case .string: hashes[key] = UInt64(String(decoding: inside, as: UTF8.self), radix: 16)
                case .number:
                    lists[key] = Int(String(decoding: bytes[member.value], as: UTF8.self)).map { [$0] }
                default: break
                }
            }
            return true
        }
        guard isObject, lists["version"] == [1], let scan = hashes["scan"], let head = hashes["head"],
            let numbers = lists["numbers"], numbers.count == Self.numberCount,
            numbers[1...].allSatisfy({ $0 >= -1 })
        else { return nil }
        self.init(scan: scan, ruleCount: ruleCount)
        self.head = head
        self.numbers = numbers
        inputSizes = lists["sizes"] ?? []
        header = (lists["header"] ?? []).compactMap { UInt8(exactly: $0) }
        let names = (lists["unreadable"] ?? []).compactMap { UInt8(exactly: $0) }
        unreadableInputs = names.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        guard
            tally.fill(
                bands: lists["bands"], kinds: lists["kinds"], languages: lists["languages"],
                rules: lists["rules"])
        else { return nil }
    }
}

extension ScanTally {
    /// False if a list has not the length it must have.
    fileprivate mutating func fill(
        bands: [Int]?, kinds: [Int]?, languages: [Int]?, rules: [Int]?
    ) -> Bool {
        guard let bands, let kinds, let languages, let rules, bands.count == self.bands.count,
            kinds.count == self.kinds.count, languages.count == self.languages.count,
            rules.count == self.rules.count
        else { return false }
        (self.bands, self.kinds, self.languages, self.rules) = (bands, kinds, languages, rules)
        return true
    }
}
