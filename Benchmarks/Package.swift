// swift-tools-version: 6.2
import PackageDescription

// Timings of parts of Yulin, each of which `Scripts/benchmark` pairs with the same work by others. A
// package of its own, so that nobody who builds Yulin builds it.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "yulin", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "layer-benchmark",
      dependencies: [
        .product(name: "YulinRooms", package: "yulin"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/LayerBenchmark")
  ]
)
