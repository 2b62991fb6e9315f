import LureText

/// Numbers, two digits at a time.
extension JSONBuffer {
    /// Bytes of the longest number: sign, 20 digits, point, 10 digits.
    static let numberRoom = 32

    public mutating func integer(_ value: Int) {
        reserve(Self.numberRoom)
        if value < 0 { put(UInt8(ascii: "-")) }
        putDigits(UInt64(value.magnitude))
    }

    /// The members of a place in bytes and in UTF-16 units.
    mutating func place(_ place: Evidence) {
        reserve(4 * Self.numberRoom)
        write("\"utf8\":[")
        putDigits(UInt64(place.utf8.start))
        put(UInt8(ascii: ","))
        putDigits(UInt64(place.utf8.end))
        write("],\"utf16\":[")
        putDigits(UInt64(place.utf16.start))
        put(UInt8(ascii: ","))
        putDigits(UInt64(place.utf16.end))
        put(UInt8(ascii: "]"))
    }

    /// Writes bytes for which there is room.
    @inline(__always)
    private mutating func write(_ literal: StaticString) {
        (start + count).initialize(from: literal.utf8Start, count: literal.utf8CodeUnitCount)
        count &+= literal.utf8CodeUnitCount
    }

    /// A decimal with at most `places` (0…10) digits behind the point, without trailing zeros.
    ///
    /// Meant for log-odds and probabilities: the size of `value` must be under 10^8; others and not-a-number
    /// come out as null.
    public mutating func decimal(_ value: Double, places: Int) {
        switch places {
        case 4: decimal(value, scale: 10_000, places: 4)
        case 10: decimal(value, scale: 10_000_000_000, places: 10)
        default:
            var scale: UInt64 = 1
            for _ in 0..<places { scale *= 10 }
            decimal(value, scale: scale, places: places)
        }
    }

    /// - Parameter scale: 10^`places`.
    @inline(__always)
    private mutating func decimal(_ value: Double, scale: UInt64, places: Int) {
        guard value.magnitude < 1e8 else {
            raw("null")
            return
        }
        reserve(Self.numberRoom)
        // To the nearest, halves away from zero; below 2^63, and the difference is exact.
        let exact = value.magnitude * Double(scale)
        var scaled = UInt64(exact)
        if exact - Double(scaled) >= 0.5 { scaled &+= 1 }
        if value < 0 && scaled > 0 { put(UInt8(ascii: "-")) }
        let whole = scaled / scale
        putDigits(whole)
        putFraction(scaled &- whole &* scale, places: places)
    }

    /// A fraction in units of 10^-`places`, with its point, without trailing zeros; nothing for 0.
    @inline(__always)
    private mutating func putFraction(_ fraction: UInt64, places: Int) {
        guard fraction > 0 else { return }
        put(UInt8(ascii: "."))
        let end = start + count + places
        var rest = fraction
        var place = end
        for _ in 0..<places / 2 {
            let next = rest / 100
            place -= 2
            Self.putPair(rest &- next &* 100, at: place)
            rest = next
        }
        if places & 1 == 1 { (place - 1).initialize(to: 0x30 | UInt8(truncatingIfNeeded: rest)) }
        count &+= places
        // Stops at the point at the latest.
        while start[count &- 1] == 0x30 { count &-= 1 }
    }

    /// Digits of a whole number; there is room for 20.
    @inline(__always)
    private mutating func putDigits(_ value: UInt64) {
        if value < 10 {
            put(0x30 | UInt8(truncatingIfNeeded: value))
        } else if value < 100 {
            Self.putPair(value, at: start + count)
            count &+= 2
        } else if value < 1000 {
            let hundreds = value / 100
            (start + count).initialize(to: 0x30 | UInt8(truncatingIfNeeded: hundreds))
            Self.putPair(value &- hundreds &* 100, at: start + count + 1)
            count &+= 3
        } else {
            putManyDigits(value)
        }
    }

    /// - Parameter value: at least 1000.
    private mutating func putManyDigits(_ value: UInt64) {
        var width = 4
        var limit: UInt64 = 10_000
        while width < 20, value >= limit {
            width &+= 1
            limit = limit &* 10
        }
        var rest = value
        var place = start + count + width
        while rest >= 10 {
            let next = rest / 100
            place -= 2
            Self.putPair(rest &- next &* 100, at: place)
            rest = next
        }
        if place > start + count { (place - 1).initialize(to: 0x30 | UInt8(truncatingIfNeeded: rest)) }
        count &+= width
    }

    /// The two digits of a number below 100.
    @inline(__always)
    private static func putPair(_ value: UInt64, at place: UnsafeMutablePointer<UInt8>) {
        let tens = (value &* 103) >> 10
        place.initialize(to: 0x30 | UInt8(truncatingIfNeeded: tens))
        (place + 1).initialize(to: 0x30 | UInt8(truncatingIfNeeded: value &- tens &* 10))
    }
}
