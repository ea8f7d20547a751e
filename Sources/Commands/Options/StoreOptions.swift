import ArgumentParser
import Dialogue
import Exchange
import Foundation
import Registry

/// The register a command works on.
struct StoreOptions: ParsableArguments {
  @Option(help: .init(Wording.Help.store.text, valueName: "file"))
  var store: String?

  /// The register's file: `--store`, else the environment variable `YULIN_STORE`.
  func path() throws -> String {
    if let store { return store }
    if let named = ProcessInfo.processInfo.environment["YULIN_STORE"], !named.isEmpty {
      return named
    }
    throw Failure.noStore
  }

  /// The register, opened for reading.
  func open() throws -> LandRegister { try LandRegister.open(at: try path()) }

  /// Opens the register for writing; an older one is brought up to date.
  func openForWriting() throws -> LandRegister {
    try LandRegister.open(at: try path(), forWriting: true)
  }
}
