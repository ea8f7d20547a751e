internal import Characters
internal import Foundation
internal import Intake
internal import Planning

extension LandExport {
  /// Writes features of the register in a format that ogr2ogr writes. Each of its files is
  /// whole at any moment, the old one or the new; where one cannot be written, none is replaced.
  ///
  /// - Throws: ``ShapeExportFault``, ``RegisterError``.
  public func shapes(
    _ export: ShapeExport, as format: ShapeExport.ConvertedFormat, to path: String,
    overwriting: Bool
  ) async throws -> ShapeExportOutcome {
    let target = URL(fileURLWithPath: path)
    let files = FileManager.default
    let folder = FileReplacement.draft(beside: target)
    do {
      try files.createDirectory(at: folder, withIntermediateDirectories: false)
    } catch {
      throw ShapeExportFault.notWritten(path)
    }
    defer { try? files.removeItem(at: folder) }
    let source = folder.appendingPathComponent("source.geojsonl")
    let outcome = try writeIntermediate(prepared(export, for: format), to: source)
    let made = folder.appendingPathComponent("made")
    do {
      try files.createDirectory(at: made, withIntermediateDirectories: false)
      try await ShapeConverter().convert(
        source.path, to: made.appendingPathComponent(target.lastPathComponent).path,
        driver: format.driver, epsg: outcome.epsg ?? 4490,
        layer: target.deletingPathExtension().lastPathComponent,
        options: format.arguments)
      try move(from: made, toFolderOf: target, overwriting: overwriting)
    } catch let error as IntakeError {
      switch error.reason {
      case .missingTool(let name, let package):
        throw ShapeExportFault.missingTool(name, package: package)
      case .toolFailed(let name, let message): throw ShapeExportFault.tool(name, message: message)
      default: throw ShapeExportFault.tool("ogr2ogr", message: "\(error.reason)")
      }
    } catch is CocoaError, is POSIXError {
      throw ShapeExportFault.notWritten(path)
    }
    return outcome
  }

  /// The export as the format needs it.
  private func prepared(
    _ export: ShapeExport, for format: ShapeExport.ConvertedFormat
  ) -> ShapeExport {
    var export = export
    export.format = .geoJSONSequence(hasSeparators: false)
    export.isIntermediate = true
    export.places = export.places ?? 9
    format.prepare(&export)
    return export
  }

  private func writeIntermediate(
    _ export: ShapeExport, to source: URL
  ) throws -> ShapeExportOutcome {
    try Data().write(to: source)
    let handle = try FileHandle(forWritingTo: source)
    defer { try? handle.close() }
    return try shapes(export) { try handle.write(contentsOf: $0) }
  }

  /// Puts the files that were made in their places, the one that was asked for last.
  private func move(from made: URL, toFolderOf target: URL, overwriting: Bool) throws {
    let files = FileManager.default
    let folder = target.deletingLastPathComponent()
    let own = target.lastPathComponent
    let names = try files.contentsOfDirectory(atPath: made.path).sorted {
      ($0 == own ? 0 : 1, $0) < ($1 == own ? 0 : 1, $1)
    }
    for name in names where !overwriting {
      let path = folder.appendingPathComponent(name).path
      if files.fileExists(atPath: path) { throw ShapeExportFault.alreadyExists(path) }
    }
    try FileReplacement.put(
      all: names.reversed().map { name in
        (made.appendingPathComponent(name), folder.appendingPathComponent(name))
      })
  }
}
