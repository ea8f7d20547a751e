import Foundation

/// The sample county in a register, imported as the demo does it; made once for all tests, which only
/// read it.
public struct CountySession: Sendable {
  /// The one register, or why it could not be made.
  public static let shared = Result { try CountySession() }

  private let program: BuiltProgram

  private init() throws {
    program = try BuiltProgram()
    try FileManager.default.createSymbolicLink(
      at: program.folder.url.appendingPathComponent("Data"),
      withDestinationURL: Repository.root.appendingPathComponent("Data"))
    let data = "Data/zhongyang"
    try make(
      """
      yulin import --quiet \(data)/*.* --store county.gpkg
      yulin import --quiet \(data)/boundaries/2023* \(data)/boundaries/2025* \
        \(data)/boundaries/supply-and-reserve.txt --store county.gpkg
      yulin import --quiet \(data)/boundaries/2024-090-grain-station.txt --crs EPSG:4490 \
        --store county.gpkg
      for layer in permanent-basic-farmland:永久基本农田 ecological-redline:生态保护红线 \
        growth-boundary:城镇开发边界 existing-land-use:土地利用现状 hazard-sites:地质灾害隐患点; do
        yulin import --quiet "\(data)/layers/${layer%%:*}.geojson" --as layer "${layer#*:}" \
          --store county.gpkg || exit
      done
      """)
  }

  private func make(_ script: String) throws {
    let outcome = try program.runShell("set -e\n" + script)
    guard outcome.status == 0 else { throw NotMade(errors: outcome.errors) }
  }

  /// An import failed.
  struct NotMade: Error {
    let errors: String
  }

  /// The register's file.
  public var path: String { program.folder.url.appendingPathComponent("county.gpkg").path }

  /// Runs a command on the register; paths are those of the repository.
  public func run(_ arguments: [String]) throws -> BuiltProgram.Outcome {
    try program.run(arguments + ["--store", "county.gpkg"])
  }

  /// Runs a command; what it says of times, digests and versions is left out.
  public func masked(_ arguments: [String]) throws -> (text: String, status: Int32) {
    let outcome = try run(arguments)
    var text = outcome.output
    text = text.replacing(
      /"(as_of|known_at|recorded_at|sha256|GEOS|PROJ|SQLite)"( : |:)"[^"]*"/
    ) {
      "\"\($0.1)\"\($0.2)\"…\""
    }
    text = text.replacing(/\d{4}-\d\d-\d\dT[0-9:.]+Z/) { _ in "…" }
    text = text.replacing(/--as-of [0-9-]+/) { _ in "--as-of …" }
    text = text.replacing(/(GEOS|PROJ|SQLite) [0-9.]+/) { "\($0.1) …" }
    return (text, outcome.status)
  }

  /// Writes a file that commands name.
  public func write(_ text: String, to name: String) throws {
    try program.folder.write(text, to: name)
  }
}
