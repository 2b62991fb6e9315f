/// Immutable bytes that live as long as someone looks at them: a table inside the binary, or a loaded file.
///
/// Tables are read in place, so a rule pack of megabytes costs nothing to open. Every read is bounds-checked
/// except through the typed views, whose bounds are checked once when they are made.
public struct ByteRegion: @unchecked Sendable {
    // Sendable: the bytes are never written after init, and `owner` only keeps them alive.
    let base: UnsafeRawPointer
    public let count: Int
    let owner: Storage?

    /// Owns one allocation, aligned to 64 bytes.
    final class Storage {
        let pointer: UnsafeMutableRawPointer

        init(count: Int) { pointer = .allocate(byteCount: max(count, 1), alignment: 64) }

        deinit { pointer.deallocate() }
    }

    /// A view of bytes that outlive the process's use of them (static data), aligned to at least 8 bytes.
    public init(unownedStatic pointer: UnsafeRawPointer, count: Int) {
        base = pointer
        self.count = count
        owner = nil
    }

    /// A private copy of `bytes`.
    public init(copying bytes: [UInt8]) {
        let storage = Storage(count: bytes.count)
        bytes.withUnsafeBytes { source in
            if let address = source.baseAddress {
                storage.pointer.copyMemory(from: address, byteCount: source.count)
            }
        }
        base = UnsafeRawPointer(storage.pointer)
        count = bytes.count
        owner = storage
    }

    private init(base: UnsafeRawPointer, count: Int, owner: Storage?) {
        self.base = base
        self.count = count
        self.owner = owner
    }

    /// The bytes `offset ..< offset + count`, or nil if they are not all there.
    public func slice(at offset: Int, count length: Int) -> ByteRegion? {
        guard offset >= 0, length >= 0, offset <= count, length <= count - offset else { return nil }
        return ByteRegion(base: base + offset, count: length, owner: owner)
    }

    /// A little-endian integer at any offset, or nil past the end.
    public func load<T: FixedWidthInteger & BitwiseCopyable>(_ type: T.Type, at offset: Int) -> T? {
        let size = MemoryLayout<T>.size
        guard offset >= 0, offset <= count - size else { return nil }
        return T(littleEndian: (base + offset).loadUnaligned(as: T.self))
    }

    /// The region as an array of fixed-width little-endian values, or nil if it is misaligned or not a whole
    /// number of them.
    public func table<T: BitwiseCopyable>(of type: T.Type) -> PackedTable<T>? {
        guard count % MemoryLayout<T>.stride == 0,
            UInt(bitPattern: base) % UInt(MemoryLayout<T>.alignment) == 0
        else { return nil }
        return PackedTable(region: self, count: count / MemoryLayout<T>.stride)
    }

    public func bytes() -> [UInt8] { [UInt8](UnsafeRawBufferPointer(start: base, count: count)) }

    /// The bytes as text; ill-formed UTF-8 is repaired.
    public func string() -> String {
        String(decoding: UnsafeRawBufferPointer(start: base, count: count), as: UTF8.self)
    }

    public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        body(UnsafeRawBufferPointer(start: base, count: count))
    }
}

/// A typed view of a `ByteRegion`. Reading past the end gives nil-safe callers no excuse: `subscript` traps in
/// debug builds only, so indices taken from a file must be checked when the file is loaded.
public struct PackedTable<Element: BitwiseCopyable>: @unchecked Sendable {
    // Sendable: immutable bytes kept alive by `region`.
    let region: ByteRegion
    @usableFromInline let pointer: UnsafePointer<Element>
    public let count: Int

    init(region: ByteRegion, count: Int) {
        self.region = region
        self.count = count
        pointer = region.base.assumingMemoryBound(to: Element.self)
    }

    /// Where the elements stand; no longer valid than the table.
    @inlinable public var address: UnsafePointer<Element> { pointer }

    /// The element at `index`, which the caller has checked against `count`.
    @inlinable
    public subscript(index: Int) -> Element {
        assert(index >= 0 && index < count)
        return pointer[index]
    }
}
