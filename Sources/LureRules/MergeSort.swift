/// Sorts in place with a buffer that is kept between messages, where the standard sort would allocate each time.
///
/// Stable; O(n log n) at worst, O(n) on input that is nearly sorted, as lists of hits are.
struct MergeSort<Element: Sendable>: Sendable {
    private var buffer: [Element] = []
    private static var block: Int { 12 }

    @inline(__always)
    mutating func sort(_ elements: inout [Element], by precedes: (Element, Element) -> Bool) {
        guard let first = elements.first, elements.count > 1 else { return }
        while buffer.count < elements.count { buffer.append(first) }
        elements.withUnsafeMutableBufferPointer { elements in
            buffer.withUnsafeMutableBufferPointer { buffer in
                guard let base = elements.baseAddress, let spare = buffer.baseAddress else { return }
                Self.sort(base, elements.count, spare, precedes)
            }
        }
    }

    /// - Parameter spare: room for `count` elements.
    @inline(__always)
    private static func sort(
        _ elements: UnsafeMutablePointer<Element>, _ count: Int, _ spare: UnsafeMutablePointer<Element>,
        _ precedes: (Element, Element) -> Bool
    ) {
        var start = 0
        while start < count {
            let end = min(start &+ block, count)
            insert(elements + start, end &- start, precedes)
            start = end
        }
        var width = block
        while width < count {
            var low = 0
            while low &+ width < count {
                let size = min(2 &* width, count &- low)
                let run = elements + low
                if precedes(run[width], run[width &- 1]) { merge(run, width, size, spare, precedes) }
                low &+= 2 &* width
            }
            width &*= 2
        }
    }

    @inline(__always)
    private static func insert(
        _ elements: UnsafeMutablePointer<Element>, _ count: Int, _ precedes: (Element, Element) -> Bool
    ) {
        var index = 1
        while index < count {
            let element = elements[index]
            var place = index
            while place > 0, precedes(element, elements[place &- 1]) {
                elements[place] = elements[place &- 1]
                place &-= 1
            }
            if place < index { elements[place] = element }
            index &+= 1
        }
    }

    /// Merges the runs below and from `middle` on.
    @inline(__always)
    private static func merge(
        _ elements: UnsafeMutablePointer<Element>, _ middle: Int, _ count: Int,
        _ spare: UnsafeMutablePointer<Element>, _ precedes: (Element, Element) -> Bool
    ) {
        spare.update(from: elements, count: middle)
        var left = 0
        var right = middle
        var place = 0
        while left < middle {
            if right < count, precedes(elements[right], spare[left]) {
                elements[place] = elements[right]
                right &+= 1
            } else {
                elements[place] = spare[left]
                left &+= 1
            }
            place &+= 1
        }
    }
}
