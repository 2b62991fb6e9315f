import HummingbirdCore
import LureBatch
import LureScreen
import NIOCore

/// Answers an array of items in parts of about equal size, each on a thread of its own; the order is kept.
struct AssessArray {
    let site: Site
    let items: ItemAnswer

    /// A part takes at least as long as to hand it over is worth.
    private static let leastPartSize = 8 << 10

    /// Items of the body from one to another.
    private struct Part: Sendable {
        var first: Int
        var ranges: [Range<Int>]
    }

    func answer(_ body: ByteBuffer, _ call: Call) async throws -> Response {
        let limit = site.options.limits.items
        let threads = site.options.jobs
        let parts = try await site.pool.runIfActive { Self.parts(of: body, limit: limit, threads: threads) }
            .get()
        let buffers = try await withThrowingTaskGroup(of: (Int, ByteBuffer).self) { group in
            for (number, part) in parts.enumerated() {
                group.addTask {
                    (
                        number,
                        try await site.pool.runIfActive {
                            Self.answer(
                                part, of: body, items, call.channel, isLast: number == parts.count - 1)
                        }
                    )
                }
            }
            var buffers = [ByteBuffer](repeating: ByteBuffer(), count: parts.count)
            for try await (number, buffer) in group { buffers[number] = buffer }
            return buffers
        }
        return Response(
            status: .ok, headers: [.contentType: MediaType.json], body: ResponseBody(contentsOf: buffers))
    }

    private static func parts(of body: ByteBuffer, limit: Int, threads: Int) -> Result<[Part], Problem> {
        var reader = JSONArrayReader()
        let fault = body.withUnsafeReadableBytes { bytes -> JSONFault? in
            do throws(JSONFault) {
                try reader.read(bytes.assumingMemoryBound(to: UInt8.self))
                return nil
            } catch {
                return error
            }
        }
        if let fault { return .failure(.json(fault)) }
        guard (1...limit).contains(reader.elements.count) else { return .failure(.itemCount(limit: limit)) }
        // Two parts a thread even out what some texts take longer.
        let size = max(leastPartSize, body.readableBytes / (2 * threads) + 1)
        var parts: [Part] = []
        var count = size
        for (index, element) in reader.elements.enumerated() {
            if count >= size {
                parts.append(Part(first: index, ranges: []))
                count = 0
            }
            parts[parts.count - 1].ranges.append(element.value)
            count += element.value.count
        }
        return .success(parts)
    }

    private static func answer(
        _ part: Part, of body: ByteBuffer, _ items: ItemAnswer, _ channel: any Channel, isLast: Bool
    ) -> ByteBuffer {
        items.generation.withBench { bench in
            bench.json.removeAll()
            body.withUnsafeReadableBytes { bytes in
                let text = bytes.assumingMemoryBound(to: UInt8.self)
                for (offset, range) in part.ranges.enumerated() {
                    // Nobody waits for the rest any more.
                    if !channel.isActive { return }
                    let index = part.first + offset
                    bench.json.byte(index == 0 ? UInt8(ascii: "[") : UInt8(ascii: ","))
                    let item = UnsafeBufferPointer(rebasing: text[range])
                    do throws(Problem) {
                        try items.append(item, at: "/\(index)", on: bench)
                    } catch {
                        var problem = error
                        if problem.pointer == nil { problem.pointer = "/\(index)" }
                        items.append(problem, with: item, on: bench)
                    }
                }
                if isLast { bench.json.byte(UInt8(ascii: "]")) }
            }
            return ByteBuffer(bench.json)
        }
    }
}
