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

/// The rooms of layers 1 and 2 that hold values; every room above may use them.
let planningRooms: [Target.Dependency] = [
  "Terms", "Characters", "SimpleFeatures", "Planning", "Judging", "Filtering", "Answers",
]

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
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Without its traits: files of settings of its own, and the whole of Foundation.
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .target(name: "CResources"),
    library("Terms"),
    library("Characters", ["CCrypto", "CZlib", "CResources"]),
    library("SimpleFeatures", ["Characters"]),
    library("Planning", ["Terms", "Characters", "SimpleFeatures"]),
    library("Judging", ["Characters", "SimpleFeatures", "Planning"]),
    library("Filtering", ["Terms", "Characters", "SimpleFeatures", "Planning"]),
    library("Answers", ["Terms", "Characters", "SimpleFeatures", "Planning"]),
    library("Topology", ["CGEOS", "SimpleFeatures"]),
    library("Projection", ["CPROJ", "SimpleFeatures"]),
    library("Indexing", ["SimpleFeatures", "Topology"]),
    library("Tiling", ["SimpleFeatures"]),
    library(
      "Storage",
      planningRooms + [
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    library(
      "Intake",
      [
        "Terms", "Characters", "SimpleFeatures", "Planning", "Judging", "Answers",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "Yams", package: "Yams"),
      ]),
    library("Exchange", planningRooms),
    library(
      "Registry",
      planningRooms + [
        "Topology", "Projection", "Indexing", "Tiling", "Storage", "Intake", "Exchange",
      ]),
    library(
      "Dialogue",
      planningRooms + [
        "Exchange", "Registry",
      ]),
    library(
      "Commands",
      planningRooms + [
        "Exchange", "Registry", "Dialogue",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    library(
      "Server",
      planningRooms + [
        "CMalloc", "Exchange", "Tiling", "Registry", "Dialogue",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(name: "yulin", dependencies: ["Commands"], swiftSettings: settings),
    .executableTarget(name: "yulin-server", dependencies: ["Server"], swiftSettings: settings),

    .target(
      name: "TestSupport",
      dependencies: planningRooms,
      path: "Tests/TestSupport",
      swiftSettings: settings),
    .executableTarget(
      name: "topology-probe", dependencies: ["Indexing", "Topology", "SimpleFeatures"],
      path: "Tests/TopologyProbe", swiftSettings: settings),
    tests("SimpleFeaturesTests", ["SimpleFeatures"]),
    tests("TermsTests", planningRooms),
    tests("CharactersTests", ["Characters"]),
    tests("PlanningTests", planningRooms),
    tests("JudgingTests", planningRooms),
    tests("FilteringTests", planningRooms),
    tests("AnswersTests", planningRooms),
    tests(
      "TopologyTests", ["Topology", "CGEOS", "SimpleFeatures"],
      files: ["Conformance/expected-failures-3.11.1.txt"]),
    tests("IndexingTests", ["Indexing", "Topology", "SimpleFeatures"]),
    tests("TilingTests", ["Tiling", "SimpleFeatures"]),
    tests("ProjectionTests", ["Projection", "SimpleFeatures"]),
    tests(
      "StorageTests",
      planningRooms + ["Storage", .product(name: "GRDB", package: "GRDB.swift")],
      files: ["Registers"]),
    tests(
      "IntakeTests", planningRooms + ["Intake", "Exchange"], files: ["Samples"]),
    tests(
      "RegistryTests",
      planningRooms + ["Registry", "Exchange", "Storage", "Intake", "Projection"]),
    tests(
      "ServerTests",
      planningRooms + [
        "Server", "Dialogue", "Registry", "Exchange",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
      ]),
    tests("ExchangeTests", planningRooms + ["Exchange"], files: ["Snapshots"]),
    tests(
      "CommandsTests", planningRooms + ["yulin", "Registry", "Exchange"],
      files: ["Snapshots", "CheckTests/Snapshots"]),
  ],
  cLanguageStandard: .c2x
)
