// swift-tools-version: 6.1
import PackageDescription

// One list of targets, in dependency order. Core modules (no Foundation, no I/O; see docs/architecture.md)
// come first; Tests/HouseTests holds the import table.
let package = Package(
    name: "lurescreen",
    products: [
        .library(name: "LureRules", targets: ["LureRules"]),
        .library(name: "LureRuleCompiler", targets: ["LureRuleCompiler"]),
    ],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2")
    ],
    targets: [
        .systemLibrary(
            name: "CPCRE2", pkgConfig: "libpcre2-8",
            providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
        .target(name: "CLureSupport"),
        .target(name: "LureText", dependencies: ["CLureSupport"]),
        .target(name: "LurePatterns", dependencies: ["LureText", "CPCRE2"]),
        .target(name: "LureModel", dependencies: ["LureText", "CLureSupport"]),
        .target(name: "LureRules", dependencies: ["LureText", "LurePatterns"]),
        .target(name: "LureBundle", exclude: ["pack.bin", "model.bin"]),
        .target(
            name: "LureRuleCompiler",
            dependencies: ["LureText", "LurePatterns", "LureRules", .product(name: "Yams", package: "Yams")],
            exclude: ["ExampleRunner.swift"]),
        .testTarget(name: "LureTextTests", dependencies: ["LureText"]),
        .testTarget(name: "LurePatternsTests", dependencies: ["LurePatterns", "LureText"]),
        .testTarget(name: "LureModelTests", dependencies: ["LureModel", "LureText"]),
        .testTarget(
            name: "LureRuleCompilerTests", dependencies: ["LureRuleCompiler", "LureRules"],
            exclude: ["Fixtures"]),
    ],
    swiftLanguageModes: [.v6]
)
