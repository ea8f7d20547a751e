import Exchange
import Foundation
import Planning
import TestSupport

/// A folder with a register of the invented county 云溪县, filled from its export.
struct RegisterSession {
  let program: BuiltProgram

  init() throws {
    program = try BuiltProgram()
    let facts = try ExportFormat.json.data(of: Fixtures.export())
    try program.folder.write(facts, to: "facts.json")
    let outcome = try program.run("import", "facts.json", "--store", "land.gpkg")
    guard outcome.status == 0 else { throw NotFilled(errors: outcome.errors) }
  }

  struct NotFilled: Error {
    let errors: String
  }

  /// Runs a command on the register.
  func run(_ arguments: String..., environment: [String: String] = [:]) throws
    -> BuiltProgram.Outcome
  {
    try program.run(arguments + ["--store", "land.gpkg"], environment: environment)
  }
}
