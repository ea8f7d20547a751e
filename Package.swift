// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// One room of the house. What each may import is in Documentation/Layers.md and is held by
/// Scripts/check-layers.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// Tests of one room. `files` are folders of golden files and samples beside the tests: read by
/// path, not built.
func tests(_ name: String, _ dependencies: [Target.Dependency], files: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: files,
    swiftSettings: settings)
}

let package = Package(
  name: "yulin",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "yulin", targets: ["yulin"]),
    .executable(name: "yulin-server", targets: ["yulin-server"]),
    // For the package in Benchmarks, which times rooms by themselves.
    .library(
      name: "YulinRooms",
      targets: ["SimpleFeatures", "Topology", "Projection", "Indexing", "Storage"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CMalloc"),
    library("SimpleFeatures"),
    library(
      "Planning", ["SimpleFeatures", .product(name: "Crypto", package: "swift-crypto")]),
    library("Topology", ["CGEOS", "SimpleFeatures"]),
    library("Projection", ["CPROJ", "SimpleFeatures"]),
    library("Indexing", ["SimpleFeatures", "Topology"]),
    library("Tiling", ["SimpleFeatures"]),
    library(
      "Storage",
      [
        "SimpleFeatures", "Planning", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    library(
      "Intake",
      [
        "SimpleFeatures", "Planning", .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "Yams", package: "Yams"),
      ]),
    library("Exchange", ["SimpleFeatures", "Planning"]),
    library(
      "Registry",
      [
        "SimpleFeatures", "Planning", "Topology", "Projection", "Indexing", "Tiling", "Storage",
        "Intake", "Exchange",
      ]),
    library("Dialogue", ["Registry", "Exchange", "Planning", "SimpleFeatures"]),
    library(
      "Commands",
      [
        "Dialogue", "Registry", "Exchange", "Planning", "SimpleFeatures",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    library(
      "Server",
      [
        "CMalloc", "Dialogue", "Registry", "Exchange", "Tiling", "Planning", "SimpleFeatures",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(name: "yulin", dependencies: ["Commands"], swiftSettings: settings),
    .executableTarget(name: "yulin-server", dependencies: ["Server"], swiftSettings: settings),

    .target(
      name: "TestSupport", dependencies: ["SimpleFeatures", "Planning"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .executableTarget(
      name: "topology-probe", dependencies: ["Indexing", "Topology", "SimpleFeatures"],
      path: "Tests/TopologyProbe", swiftSettings: settings),
    tests("SimpleFeaturesTests", ["SimpleFeatures"]),
    tests("PlanningTests", ["Planning", "SimpleFeatures"]),
    tests(
      "TopologyTests", ["Topology", "SimpleFeatures"],
      files: ["Conformance/expected-failures-3.11.1.txt"]),
    tests("IndexingTests", ["Indexing", "Topology", "SimpleFeatures"]),
    tests("TilingTests", ["Tiling", "SimpleFeatures"]),
    tests("ProjectionTests", ["Projection", "SimpleFeatures"]),
    tests(
      "StorageTests",
      ["Storage", "Planning", "SimpleFeatures", .product(name: "GRDB", package: "GRDB.swift")]),
    tests(
      "IntakeTests", ["Intake", "Exchange", "Planning", "SimpleFeatures"], files: ["Samples"]),
    tests(
      "RegistryTests",
      ["Registry", "Exchange", "Storage", "Intake", "Projection", "Planning", "SimpleFeatures"]),
    tests(
      "ServerTests",
      [
        "Server", "Dialogue", "Registry", "Exchange", "Planning", "SimpleFeatures",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ]),
    tests("ExchangeTests", ["Exchange", "Planning", "SimpleFeatures"], files: ["Snapshots"]),
    tests(
      "CommandsTests", ["yulin", "Registry", "Exchange", "Planning"],
      files: ["Snapshots", "CheckTests/Snapshots"]),
  ]
)
