public import ArgumentParser
import Exchange
import Foundation
import Planning
import Registry
public import SimpleFeatures

/// What is asked of a place.
struct PlaceOptions: ParsableArguments {
  @Option(help: .init(Wording.Help.relation.text))
  var relation: SpatialRelation?

  @Option(help: .init(Wording.Help.within.text, valueName: "50m"))
  var within: String?

  @Option(help: .init(Wording.Help.nearest.text, valueName: "number"))
  var nearest: Int?

  @Option(help: .init(Wording.Help.onlyLayer.text, valueName: "name"))
  var layer: [String] = []

  @Option(help: .init(Wording.Help.zones.text, valueName: "layer"))
  var zones: String?

  @Option(help: .init(Wording.Help.placeLimit.text, valueName: "number"))
  var limit: Int?

  @Option(help: .init(Wording.Help.placeCRS.text, valueName: "EPSG:code"))
  var crs: String?

  @Option(help: .init(Wording.Help.placeProfile.text, valueName: "file"))
  var profile: String?

  @Flag(help: .init(Wording.Help.ids.text))
  var ids = false

  @Flag(help: .init(Wording.Help.explain.text))
  var explain = false

  /// Whether the question goes beyond what lies at a place: of a parcel's number they make its
  /// boundary the place that is asked about.
  var isSpatial: Bool {
    relation != nil || within != nil || nearest != nil || !layer.isEmpty || zones != nil
      || limit != nil || explain
  }

  /// The coordinate system that the user named.
  var epsg: Int? { crs.flatMap(ShapeReadingOptions.code) }

  func validate() throws {
    if relation != nil, within != nil || nearest != nil {
      throw ValidationError(Wording.relationAlone.text)
    }
    let others = relation != nil || within != nil || nearest != nil || zones != nil
    if ids, others || limit != nil || explain || profile != nil {
      throw ValidationError(Wording.idsAlone.text)
    }
    if zones != nil, relation != nil || within != nil || nearest != nil {
      throw ValidationError(Wording.zonesAlone.text)
    }
    if let nearest, !(1...1_000).contains(nearest) {
      throw ValidationError(Wording.notACount(nearest).text)
    }
    if let limit, limit < 1 { throw ValidationError(Wording.limitTooSmall.text) }
    if let within, PlaceOptions.metres(within) == nil {
      throw ValidationError(Wording.notADistance(within).text)
    }
    if let crs, ShapeReadingOptions.code(of: crs) == nil {
      throw ValidationError(Wording.notACoordinateSystem(crs).text)
    }
  }

  /// The question as the register takes it.
  func question() throws -> PlaceQuestion {
    var question = PlaceQuestion.usual
    if let profile {
      // Read only where it is named: the usual numbers are those of the standard profile.
      let own = try RuleProfiles.profile(profile)
      question.slivers = own.slivers
      question.zones = own.zones
    }
    let distance = within.flatMap(PlaceOptions.metres)
    if let nearest {
      question.search = .nearest(nearest, within: distance)
    } else if let distance {
      question.search = .within(distance)
    } else {
      question.search = .relation(relation ?? .intersects)
    }
    question.layers = layer.isEmpty ? nil : layer
    question.zoneLayer = zones
    question.limit = limit
    question.isExplained = explain
    return question
  }

  /// The metres of `50`, `50m`, `0.5km`, `50米`, `1公里`; `nil` of anything else.
  static func metres(_ text: String) -> Double? {
    let folded = text.lowercased().filter { !$0.isWhitespace }
    let units: [(String, Double)] = [
      ("km", 1_000), ("公里", 1_000), ("千米", 1_000), ("米", 1), ("m", 1), ("", 1),
    ]
    guard let unit = units.first(where: { folded.hasSuffix($0.0) }) else { return nil }
    let digits = folded.dropLast(unit.0.count)
    guard digits.allSatisfy({ $0 == "." || ("0"..."9").contains($0) }),
      let number = Double(digits), number.isFinite
    else { return nil }
    return number * unit.1
  }

  /// The options as they were given, for a command that repeats the question.
  var arguments: [String] {
    var all: [String] = []
    func add(_ name: String, _ value: String?) { if let value { all += [name, value] } }
    add("--relation", relation?.rawValue)
    add("--within", within)
    add("--nearest", nearest.map(String.init))
    for name in layer { add("--layer", name) }
    add("--zones", zones)
    add("--limit", limit.map(String.init))
    add("--crs", crs)
    add("--profile", profile)
    return all
  }
}

extension SpatialRelation: ExpressibleByArgument {}
