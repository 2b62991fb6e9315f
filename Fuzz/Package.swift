// swift-tools-version: 6.1
import PackageDescription

// libFuzzer targets, apart from the main package because they are built with another `main` and sanitizers
// (scripts/fuzz).
let package = Package(
    name: "lurescreen-fuzz",
    dependencies: [.package(name: "lurescreen", path: "..")],
    targets: [
        .executableTarget(
            name: "fuzz-assess", dependencies: [.product(name: "LureScreen", package: "lurescreen")]),
        .executableTarget(
            name: "fuzz-pack", dependencies: [.product(name: "LureScreen", package: "lurescreen")]),
    ],
    swiftLanguageModes: [.v6]
)
