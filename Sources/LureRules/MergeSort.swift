/// Sorts in place with a buffer that is kept between messages, where the standard sort would allocate each time.
///
/// Stable; O(n log n) at worst, O(n) on input that is nearly sorted, as lists of hits are.
struct MergeSort<Element: Sendable>: Sendable {
    private var buffer: [Element] = []
    private static var block: Int { 12 }

    mutating func sort(_ elements: inout [Element], by precedes: (Element, Element) -> Bool) {
        let count = elements.count
        var start = 0
        while start < count {
            let end = min(start + Self.block, count)
            Self.insert(&elements, start, end, precedes)
            start = end
        }
        var width = Self.block
        while width < count {
            var low = 0
            while low + width < count {
                merge(&elements, low, low + width, min(low + 2 * width, count), precedes)
                low += 2 * width
            }
            width *= 2
        }
    }

    private static func insert(
        _ elements: inout [Element], _ start: Int, _ end: Int, _ precedes: (Element, Element) -> Bool
    ) {
        guard end - start > 1 else { return }
        for index in start + 1..<end {
            guard precedes(elements[index], elements[index - 1]) else { continue }
            let element = elements[index]
            var place = index
            while place > start, precedes(element, elements[place - 1]) {
                elements[place] = elements[place - 1]
                place -= 1
            }
            elements[place] = element
        }
    }

    private mutating func merge(
        _ elements: inout [Element], _ low: Int, _ middle: Int, _ high: Int,
        _ precedes: (Element, Element) -> Bool
    ) {
        guard precedes(elements[middle], elements[middle - 1]) else { return }
        buffer.removeAll(keepingCapacity: true)
        for index in low..<middle { buffer.append(elements[index]) }
        var left = 0
        var right = middle
        var place = low
        while left < buffer.count {
            if right < high, precedes(elements[right], buffer[left]) {
                elements[place] = elements[right]
                right += 1
            } else {
                elements[place] = buffer[left]
                left += 1
            }
            place += 1
        }
    }
}
