import LureText

// MARK: - Walking the trie

extension LiteralScan {
    /// Notes what ends on the way down the tries from each start, and empties the list.
    ///
    /// All walks go on by one byte in turn, so that none waits for what another one loads, and how far each of them
    /// gets is no branch to be guessed.
    @inline(never)
    func walk(_ starts: inout StartList, _ sink: inout HitSink) {
        let room = sink.room
        let ends = mayWalkTogether ? walkTogether(starts, room) : -1
        if ends < 0 {
            walkOneByOne(starts, &sink)
        } else {
            noteInOrder(finish(ends, room), of: starts, room, &sink)
        }
        starts.removeAll()
    }

    /// Walks until no walk can go on; for texts that may be walked so.
    /// - Returns: how many ends were written to `room.ends`, tails among them; -1 if there were too many.
    @inline(__always)
    private func walkTogether(_ starts: StartList, _ room: LiteralRoom) -> Int {
        let (text, units, count) = (text, units, count)
        let (steps, ends) = (room.steps, room.ends)
        var active = 0
        var found = 0
        // Steps and ends are written in any case, and count if they are some.
        for index in 0..<starts.count {
            let start = starts[index]
            let step = WalkStep(unit: start.node, place: start.place &+ start.length, start: index)
            (ends + found).initialize(to: step)
            found &+= WalkStep.endBit(start.node)
            (steps + active).initialize(to: step)
            active &+= 1 &- WalkStep.tailBit(start.node)
        }
        var left = longest
        while active > 0, left > 0 {
            guard found &+ active <= LiteralRoom.endCapacity else { return -1 }
            var kept = 0
            for index in 0..<active {
                let step = steps[index]
                guard step.place < count else { continue }
                let byte = UInt32(text[step.place])
                let unit = units[step.value ^ Int(byte)]
                let next = step.moved(to: unit)
                // From here on one bit each.
                let goesOn: UInt32 = UInt8(truncatingIfNeeded: unit ^ byte) == 0 ? 1 : 0
                let isEnd = unit >> 9 & goesOn
                (ends + found).initialize(to: next)
                found &+= Int(isEnd)
                (steps + kept).initialize(to: next)
                kept &+= Int(goesOn &- (unit >> 8 & isEnd))
            }
            active = kept
            left &-= 1
        }
        return found
    }

    /// Looks up the values of the forms that end, and whether the text goes on as tails do.
    /// - Returns: the number of ends, of which those of one start stand in order.
    @inline(__always)
    private func finish(_ count: Int, _ room: LiteralRoom) -> Int {
        let (ends, tails, units) = (room.ends, room.tails, units)
        var found = 0
        var tailCount = 0
        for index in 0..<count {
            let end = ends[index]
            let isTail = WalkStep.tailBit(end.unit)
            (tails + tailCount).initialize(to: end)
            tailCount &+= isTail
            (ends + found).initialize(to: end)
            found &+= 1 &- isTail
        }
        for index in 0..<found {
            let end = ends[index]
            (ends + index).initialize(
                to: WalkStep(unit: units[end.value], place: end.place, start: end.start))
        }
        for index in 0..<tailCount {
            let tail = tails[index]
            let header = self.tails[tail.value]
            (ends + found).initialize(
                to: WalkStep(unit: header, place: tail.place &+ Int(header & 0x3FF), start: tail.start))
            found &+= matches(tail.value, at: tail.place) ? 1 : 0
        }
        return found
    }

    /// Notes ends by start, those of one start against the order they were found in: longer ones first.
    @inline(__always)
    private func noteInOrder(_ count: Int, of starts: StartList, _ room: LiteralRoom, _ sink: inout HitSink) {
        guard count > 0 else { return }
        let (ends, places, order) = (room.ends, room.places, room.order)
        // How many ends each start has, then past the place of the next of them.
        places.update(repeating: 0, count: starts.count)
        for index in 0..<count { places[ends[index].start] &+= 1 }
        var sum: UInt16 = 0
        for start in 0..<starts.count {
            sum &+= places[start]
            places[start] = sum
        }
        for index in 0..<count {
            let start = ends[index].start
            places[start] &-= 1
            (order + Int(places[start])).initialize(to: UInt16(truncatingIfNeeded: index))
        }
        for place in 0..<count {
            let end = ends[Int(order[place])]
            note(UInt32(truncatingIfNeeded: end.value), of: starts[end.start], end: end.place, &sink)
        }
    }

    /// Follows the text from each start on down a trie, and notes what ends on the way.
    @inline(never)
    private func walkOneByOne(_ starts: StartList, _ sink: inout HitSink) {
        let (text, units, count, longest) = (text, units, count, longest)
        resolve(&sink)
        for index in 0..<starts.count {
            let start = starts[index]
            let known = sink.hits.count
            let end = min(count, start.place &+ longest)
            var place = start.place &+ start.length
            var node = start.node
            while true {
                if node & LiteralImage.Unit.endsBit != 0 {
                    if node & LiteralImage.Unit.kindMask == LiteralImage.Unit.tail {
                        let tail = Int(node >> 10)
                        if matches(tail, at: place) {
                            note(tails[tail] >> 10, of: start, end: place &+ tailLength(tail), &sink)
                        }
                        break
                    }
                    note(units[Int(node >> 10)] >> 10, of: start, end: place, &sink)
                }
                guard place < end else { break }
                let byte = UInt32(text[place])
                node = units[Int(node >> 10 ^ byte)]
                // Only a NUL in the text can meet a unit without a kind.
                guard node & 0xFF == byte, byte != 0 else { break }
                place &+= 1
            }
            resolve(&sink)
            if sink.hits.count > known + 1 { sink.order(from: known) }
        }
    }

    @inline(__always)
    private func tailLength(_ tail: Int) -> Int { Int(tails[tail] & 0x3FF) }

    /// Whether the text at `place` goes on with the bytes of a tail.
    @inline(__always)
    private func matches(_ tail: Int, at place: Int) -> Bool {
        let length = tailLength(tail)
        let left = count &- place
        let bytes = UnsafeRawPointer(tails + tail + 1)
        let here = UnsafeRawPointer(text + place)
        guard length <= 16, left >= 16 else { return length <= left && Self.agree(bytes, here, length) }
        // At least sixteen bytes of values and flags stand behind the tails, so that as many can be read.
        let low = bytes.loadUnaligned(as: UInt64.self) ^ here.loadUnaligned(as: UInt64.self)
        let high =
            bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
            ^ here.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        return low & Self.mask(length) | high & Self.mask(length &- 8) == 0
    }

    /// The first `count` bytes of eight; all from 8 on, none up to 0.
    @inline(__always)
    private static func mask(_ count: Int) -> UInt64 {
        // In two steps: a shift by 64 would have to be told apart.
        let half = UInt64(truncatingIfNeeded: 4 &* min(max(count, 0), 8))
        return UInt64(littleEndian: ~((UInt64.max &<< half) &<< half))
    }

    @inline(never)
    private static func agree(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ count: Int) -> Bool {
        for index in 0..<count
        where a.load(fromByteOffset: index, as: UInt8.self) != b.load(fromByteOffset: index, as: UInt8.self) {
            return false
        }
        return true
    }

    @inline(__always)
    private func note(_ list: UInt32, of start: LiteralStart, end: Int, _ sink: inout HitSink) {
        if sink.isFull { resolve(&sink) }
        sink.append(
            FormEnd(
                list: list, start: UInt32(truncatingIfNeeded: start.place),
                end: UInt32(truncatingIfNeeded: end), isInside: start.isInside))
    }
}
