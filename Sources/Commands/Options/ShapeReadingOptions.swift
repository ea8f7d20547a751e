public import ArgumentParser
import Dialogue
import Exchange
import Foundation
internal import Judging
internal import Planning
import Registry
public import Terms

/// How the shapes of a file are read, and what they are.
struct ShapeReadingOptions: ParsableArguments {
  @Option(help: .init(Wording.Help.fileCRS.text, valueName: "EPSG:code"))
  var crs: String?

  @Flag(help: .init(Wording.Help.repair.text))
  var repair = false

  @Option(help: .init(Wording.Help.quality.text))
  var quality: BoundaryQuality?

  @Option(help: .init(Wording.Help.plan.text, valueName: "name"))
  var plan: String?

  @Option(help: .init(Wording.Help.shapeDate.text, valueName: "date"))
  var date: String?

  @Option(help: .init(Wording.Help.scheme.text))
  var scheme: LandUseScheme?

  @Option(help: .init(Wording.Help.role.text))
  var role: LayerRole?

  @Option(name: .shortAndLong, help: .init(Wording.Help.sourceLayer.text, valueName: "name"))
  var layer: String?

  @Option(help: .init(Wording.Help.transformations.text, valueName: "file"))
  var transformations: String?

  func validate() throws {
    if let crs, TypedSystem.code(of: crs) == nil {
      throw ValidationError(Words.notACoordinateSystem(crs).text)
    }
  }

  /// The options as the importer takes them.
  func options(columns: [String: String], county: String?) throws -> ShapeImportOptions {
    var options = ShapeImportOptions()
    options.epsg = crs.flatMap(TypedSystem.code)
    options.repairs = repair
    options.quality = quality
    options.plan = plan
    options.scheme = scheme
    options.role = role
    options.sourceLayer = layer
    options.columns = columns
    options.county = county
    options.date = try date.map { text in
      guard let day = CalendarDate(typed: text) else { throw RegisterError(.badMoment, seen: text) }
      return day
    }
    options.transformations = try transformations.map(ShapeReadingOptions.sets) ?? []
    return options
  }

  private static func sets(in file: String) throws -> [LocalTransformation] {
    do {
      return try LocalTransformation.sets(
        in: Data(contentsOf: URL(fileURLWithPath: file)), file: file)
    } catch {
      throw Failure(error) ?? .notRead(file, SystemReason(error))
    }
  }
}

extension BoundaryQuality: ExpressibleByArgument {}
extension LayerRole: ExpressibleByArgument {}
