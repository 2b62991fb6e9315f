// swift-tools-version: 6.1
import PackageDescription

// Benchmarks are a package of their own, so that nobody who uses the library builds them.
let package = Package(
    name: "lurescreen-benchmarks",
    dependencies: [.package(name: "lurescreen", path: "..")],
    targets: [
        .executableTarget(
            name: "screen-benchmark",
            dependencies: [
                .product(name: "LureScreen", package: "lurescreen"),
                .product(name: "LureBatch", package: "lurescreen"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
