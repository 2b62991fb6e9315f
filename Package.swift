// swift-tools-version: 6.1
import PackageDescription

// One list of targets, in dependency order. Core modules (no Foundation, no I/O; see docs/architecture.md)
// come first; Tests/HouseTests holds the import table.
let server = TargetDependencyCondition.when(traits: ["Server"])

let package = Package(
    name: "lurescreen",
    products: [
        .library(name: "LureScreen", targets: ["LureScreen"]),
        .library(name: "LureBatch", targets: ["LureBatch"]),
        .library(name: "LureRuleCompiler", targets: ["LureRuleCompiler"]),
        .executable(name: "lurescreen", targets: ["lurescreen"]),
    ],
    traits: [
        .trait(name: "Server", description: "The web app and HTTP API of `lurescreen serve`."),
        .default(enabledTraits: ["Server"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        // Fetched only with the trait Server.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.8.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CPCRE2", pkgConfig: "libpcre2-8",
            providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
        .target(
            name: "CLureSupport", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux, .android]))]),
        .target(name: "LureText", dependencies: ["CLureSupport"]),
        .target(name: "LurePatterns", dependencies: ["LureText", "CPCRE2"]),
        .target(name: "LureModel", dependencies: ["LureText", "CLureSupport"]),
        .target(name: "LureRules", dependencies: ["LureText", "LurePatterns"]),
        .target(name: "LureBundle", exclude: ["pack.bin", "model.bin"]),
        .target(
            name: "LureScreen",
            dependencies: [
                "LureText", "LurePatterns", "LureRules", "LureModel", "LureBundle", "CLureSupport",
            ]),
        .target(name: "LureRuleSources"),
        .target(
            name: "LureRuleCompiler",
            dependencies: [
                "LureText", "LurePatterns", "LureRules", "LureScreen", "LureRuleSources",
                .product(name: "Yams", package: "Yams"),
            ]),
        .target(
            name: "LureBatch", dependencies: ["LureScreen", "CZlib", "CZstd"],
            linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
        .target(
            name: "LureTraining",
            dependencies: [
                "LureText", "LureModel", "LureRules", "LureScreen", "LureRuleCompiler", "CLureSupport",
            ]),
        .target(
            name: "LureEvaluation",
            dependencies: ["LureText", "LurePatterns", "LureRules", "LureScreen", "LureRuleCompiler"]),
        .target(name: "LureWebFiles", exclude: ["web", "openapi.yaml"]),
        .target(
            name: "LureServer",
            dependencies: [
                "LureScreen", "LureBatch", "LureWebFiles",
                .product(name: "HummingbirdCore", package: "hummingbird", condition: server),
                .product(name: "HTTPTypes", package: "swift-http-types", condition: server),
                .product(name: "Logging", package: "swift-log", condition: server),
                .product(name: "NIOCore", package: "swift-nio", condition: server),
                .product(name: "NIOHTTP1", package: "swift-nio", condition: server),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras", condition: server),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle", condition: server),
                .product(name: "UnixSignals", package: "swift-service-lifecycle", condition: server),
                .product(name: "NIOPosix", package: "swift-nio", condition: server),
            ]),
        .executableTarget(
            name: "lurescreen",
            dependencies: [
                "LureScreen", "LureBatch", "LureTraining", "LureRuleCompiler", "LureEvaluation",
                .target(name: "LureServer", condition: server),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(name: "LureTextTests", dependencies: ["LureText"]),
        .testTarget(name: "LurePatternsTests", dependencies: ["LurePatterns", "LureText"]),
        .testTarget(name: "LureModelTests", dependencies: ["LureModel", "LureText"]),
        .testTarget(
            name: "LureRuleCompilerTests", dependencies: ["LureRuleCompiler", "LureRules", "LurePatterns"],
            exclude: ["Fixtures"]),
        .testTarget(name: "LureScreenTests", dependencies: ["LureScreen"], exclude: ["Fixtures"]),
        .testTarget(name: "LureBatchTests", dependencies: ["LureBatch"], exclude: ["Fixtures"]),
        .testTarget(name: "LureTrainingTests", dependencies: ["LureTraining"]),
        .testTarget(name: "LureEvaluationTests", dependencies: ["LureEvaluation", "LureRuleCompiler"]),
        .testTarget(
            name: "RuleTests", dependencies: ["LureRuleCompiler", "LureScreen", "LureEvaluation"],
            exclude: ["Texts", "Snapshots"]),
        .testTarget(name: "CorpusTests", dependencies: ["LureTraining", "LureText"]),
        .testTarget(name: "CommandTests", dependencies: ["lurescreen"]),
        .testTarget(name: "LureServerTests", dependencies: ["lurescreen"]),
        .testTarget(name: "HouseTests"),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu2x
)
