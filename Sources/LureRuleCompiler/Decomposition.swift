import Foundation

/// Canonical decomposition of one scalar.
func decomposition(_ scalar: Unicode.Scalar) -> String {
    String(Character(scalar)).decomposedStringWithCanonicalMapping
}
