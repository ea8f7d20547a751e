public import ArgumentParser
import Dialogue
import Exchange
public import SimpleFeatures

/// What is asked of a place.
struct PlaceOptions: ParsableArguments {
  @Option(help: .init(QuestionWords.relation.text))
  var relation: SpatialRelation?

  @Option(help: .init(QuestionWords.within.text, valueName: "50m"))
  var within: String?

  @Option(help: .init(QuestionWords.nearest.text, valueName: "number"))
  var nearest: Int?

  @Option(help: .init(QuestionWords.layer.text, valueName: "name"))
  var layer: [String] = []

  @Option(help: .init(QuestionWords.zones.text, valueName: "layer"))
  var zones: String?

  @Option(help: .init(QuestionWords.limit.text, valueName: "number"))
  var limit: Int?

  @Option(help: .init(QuestionWords.crs.text, valueName: "EPSG:code"))
  var crs: String?

  @Option(help: .init(Wording.Help.placeProfile.text, valueName: "file"))
  var profile: String?

  @Flag(help: .init(Wording.Help.ids.text))
  var ids = false

  @Flag(help: .init(QuestionWords.explain.text))
  var explain = false

  /// What is asked, as it was written.
  var typed: TypedPlaceQuestion {
    var typed = TypedPlaceQuestion()
    typed.relation = relation
    typed.within = within
    typed.nearest = nearest
    typed.layers = layer
    typed.zones = zones
    typed.limit = limit
    typed.crs = crs
    typed.profile = profile
    typed.isExplained = explain
    return typed
  }

  func validate() throws {
    let others = relation != nil || within != nil || nearest != nil || zones != nil
    if ids, others || limit != nil || explain || profile != nil {
      throw ValidationError(Wording.idsAlone.text)
    }
    if let fault = typed.fault({ "--\($0)" }) { throw ValidationError(fault.text) }
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
