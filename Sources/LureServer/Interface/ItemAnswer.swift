import LureBatch
import LureScreen

/// Answers items of `/v1/assess`, one after another, with the buffers of a workbench.
struct ItemAnswer {
    let generation: Generation
    let options: AssessOptions
    let metrics: Metrics
    private let writer: AssessmentJSON

    init(_ generation: Generation, _ options: AssessOptions, _ metrics: Metrics) {
        self.generation = generation
        self.options = options
        self.metrics = metrics
        writer = generation.writer(options.detail, options.units)
    }

    private typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Appends the answer to an item to `bench.json`, or throws what is wrong with it and appends nothing.
    /// - Parameters:
    ///   - item: the item as JSON.
    ///   - pointer: where it stands in the body.
    func append(
        _ item: UnsafeBufferPointer<UInt8>, at pointer: String, on bench: Workbench
    ) throws(Problem) {
        try read(item, on: bench)
        bench.options = options.screening
        bench.note(size: item.count)
        try readMarks(item, pointer, bench)
        guard let text = member(Name.text, item, bench) else { throw .noText(at: pointer + "/text") }
        guard text.type == .string else { throw .wrongType("a string", at: pointer + "/text") }
        let raw = UnsafeBufferPointer(rebasing: item[text.value.lowerBound + 1..<text.value.upperBound - 1])
        let id = try id(item, pointer, bench)
        guard raw.contains(UInt8(ascii: "\\")) else { return write(raw, id, bench) }
        bench.text.removeAll(keepingCapacity: true)
        JSONText.appendUnescaped(raw, to: &bench.text)
        let (start, count) = bench.text.withUnsafeBufferPointer { ($0.baseAddress, $0.count) }
        // The text stays where it is until the next item is read.
        write(UnsafeBufferPointer(start: start, count: count), id, bench)
    }

    /// Appends an object that says what is wrong with an item, with the item's id if it has one.
    func append(
        _ problem: Problem, with item: UnsafeBufferPointer<UInt8>, on bench: Workbench
    ) {
        bench.json.raw("{")
        if let id = try? id(item, "", bench) {
            bench.json.raw("\"id\":")
            bench.json.raw(id)
            bench.json.raw(",")
        }
        bench.json.raw("\"error\":")
        problem.append(to: &bench.json, instance: nil)
        bench.json.raw("}")
    }

    // MARK: Reading

    private func read(_ item: Bytes, on bench: Workbench) throws(Problem) {
        do throws(JSONFault) {
            try bench.objects.read(item)
        } catch {
            throw error.problem == .notAnObject ? .notAnItem : .json(error)
        }
    }

    private enum Name {
        static let text = Array("text".utf8)
        static let id = Array("id".utf8)
        static let mute = Array("mute".utf8)
        static let answers = Array("answers".utf8)
    }

    private func member(_ name: [UInt8], _ item: Bytes, _ bench: Workbench) -> JSONObjectReader.Member? {
        bench.objects.members.first {
            JSONText.equals(UnsafeBufferPointer(rebasing: item[$0.key]), name)
        }
    }

    /// The id as JSON; nil if there is none.
    private func id(_ item: Bytes, _ pointer: String, _ bench: Workbench) throws(Problem) -> Bytes? {
        guard let member = member(Name.id, item, bench) else { return nil }
        let value = UnsafeBufferPointer(rebasing: item[member.value])
        if member.type == .literal, value.first == UInt8(ascii: "n") { return nil }
        // It is copied into the answer as it stands, which must stay UTF-8.
        guard member.type == .string || member.type == .number, isUTF8(value) else {
            throw .wrongType("a string or a number", at: pointer + "/id")
        }
        return value
    }

    /// Notes rules that the item mutes, and those that its answers stand for.
    private func readMarks(_ item: Bytes, _ pointer: String, _ bench: Workbench) throws(Problem) {
        if let mute = member(Name.mute, item, bench) {
            try read(mute, item, pointer + "/mute", "rule", bench) { id in
                guard let rule = generation.rules[id] else { return false }
                bench.options.mutedRules.insert(rule)
                return true
            }
        }
        if let answers = member(Name.answers, item, bench) {
            try read(answers, item, pointer + "/answers", "answer", bench) { id in
                guard let answer = generation.answers.first(where: { $0.id == id }) else { return false }
                bench.options.reported.insert(answer.rule)
                return true
            }
        }
    }

    /// Calls `take` with each string of a list.
    private func read(
        _ list: JSONObjectReader.Member, _ item: Bytes, _ pointer: String, _ what: String, _ bench: Workbench,
        take: (String) -> Bool
    ) throws(Problem) {
        let value = UnsafeBufferPointer(rebasing: item[list.value])
        guard list.type == .array, (try? bench.arrays.read(value)) != nil else {
            throw .wrongType("an array of ids", at: pointer)
        }
        for (index, element) in bench.arrays.elements.enumerated() {
            guard element.type == .string else { throw .wrongType("a string", at: "\(pointer)/\(index)") }
            var id: [UInt8] = []
            let inside = element.value.lowerBound + 1..<element.value.upperBound - 1
            JSONText.appendUnescaped(UnsafeBufferPointer(rebasing: value[inside]), to: &id)
            guard take(String(decoding: id, as: UTF8.self)) else {
                throw .unknown(what, at: "\(pointer)/\(index)")
            }
        }
    }

    // MARK: Writing

    private func write(_ text: Bytes, _ id: Bytes?, _ bench: Workbench) {
        let outcome = generation.screener.screen(text, options: bench.options, scratch: &bench.scratch)
        metrics.count(outcome, bench.scratch.reading, generation.slots)
        bench.json.raw("{")
        writer.append(bench.scratch, of: text, row: AssessmentJSON.Row(id: id), to: &bench.json)
        if options.hasSignature { appendSignature(bench) }
        bench.json.raw("}")
    }

    private func appendSignature(_ bench: Workbench) {
        bench.json.raw(",\"signature\":")
        guard bench.signature.read(bench.scratch.reading) != nil else { return bench.json.raw("null") }
        var bytes: [UInt8] = []
        for minimum in bench.signature.allMinima {
            withUnsafeBytes(of: minimum.littleEndian) { bytes.append(contentsOf: $0) }
        }
        bench.json.byte(UInt8(ascii: "\""))
        appendBase64(bytes, to: &bench.json)
        bench.json.byte(UInt8(ascii: "\""))
    }
}

func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
}

/// RFC 4648, section 4.
func appendBase64(_ bytes: [UInt8], to json: inout JSONBuffer) {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let count = min(3, bytes.count - start)
        var group: UInt32 = 0
        for k in 0..<3 { group = group << 8 | (k < count ? UInt32(bytes[start + k]) : 0) }
        for k in 0..<4 {
            let digit = alphabet[Int(group >> UInt32(18 - 6 * k) & 63)]
            json.byte(k <= count ? digit : UInt8(ascii: "="))
        }
    }
}
