public struct FactScanner: Sendable {
    public init() {}
    public func scan(_ text: UnsafeBufferPointer<UInt8>, into facts: inout [Fact]) {}
}
public enum ContactValue {
    public static func value(of fact: Fact, in text: UnsafeBufferPointer<UInt8>) -> String { "" }
}
public struct Disguise: Sendable { public var span: TextSpan }
public struct Revealer: Sendable {
    public init() {}
    public func reveal(_ folded: FoldedText, into revealed: inout FoldedText, disguises: inout [Disguise])
        -> Bool
    { false }
}
