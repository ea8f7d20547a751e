internal import Dialogue
internal import Exchange
internal import SimpleFeatures

/// The parameters of a lookup: the options of `yulin lookup` without their dashes.
struct LookupParameters {
  /// What is asked, as it was written.
  let typed: TypedPlaceQuestion

  /// The names of the parameters.
  static let names = Parameters.moment.union([
    "relation", "within", "nearest", "layer", "zones", "limit", "crs", "explain",
  ])

  /// - Throws: ``Failure`` of what is not understood or does not go together.
  init(_ parameters: Parameters) throws {
    var typed = TypedPlaceQuestion()
    typed.relation = try parameters.choice("relation")
    typed.within = try parameters.value("within")
    typed.nearest = try parameters.integer("nearest")
    typed.layers = parameters.all("layer")
    typed.zones = try parameters.value("zones")
    typed.limit = try parameters.integer("limit")
    typed.crs = try parameters.value("crs")
    typed.isExplained = try parameters.flag("explain")
    if let fault = typed.fault({ $0 }) {
      throw Failure.badPlace(fault)
    }
    self.typed = typed
  }
}
