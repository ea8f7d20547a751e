internal import Dialogue
internal import Exchange
internal import Filtering
internal import Planning
internal import Registry
internal import Terms

/// The parameters of a request for features.
struct ItemsRequest {
  /// At most so many features are handed out at once; who asks for more gets so many.
  static let most = 10_000
  /// So many are, where nobody says.
  static let usual = 100

  let query: FeatureQuery
  let system: SystemReference
  /// What the next page is asked for with.
  let kept: [(name: String, value: String)]

  private static let names: Set<String> = [
    "bbox", "bbox-crs", "crs", "limit", "after", "datetime", "known-at", "filter", "filter-lang",
    "filter-crs", "properties", "sortby",
  ]

  private static let taken = names.union(Parameters.common)

  /// The names of the parameters on a collection.
  static func names(on collection: FeatureCollection) -> Set<String> {
    names.union(askable(on: collection).map(\.name))
  }

  /// The attributes that can be asked to have a value: those whose name means nothing else here.
  static func askable(on collection: FeatureCollection) -> [FeatureCollection.Field] {
    collection.fields.filter { !taken.contains($0.name) }
  }

  /// The moment of a request, which must be known before the collection is.
  static func moment(_ parameters: Parameters) throws -> Moment {
    let time = try ValidTime(parameters.value("datetime"))
    return Moment(
      asOf: time.day,
      knownAt: try Moment(typedDay: nil, typedInstant: parameters.value("known-at")).knownAt)
  }

  /// - Throws: ``Failure`` of a parameter that is not understood.
  init(_ parameters: Parameters, on collection: FeatureCollection) throws {
    var query = FeatureQuery()
    query.moment = try ItemsRequest.moment(parameters)
    let systems = try SystemReference.all(of: collection.epsg)
    system = try SystemReference.named(
      parameters.value("crs", mayBeEmpty: true), "crs", of: systems)
    query.epsg = system.epsg
    let boxSystem = try SystemReference.named(
      parameters.value("bbox-crs"), "bbox-crs", of: systems)
    if let box = try parameters.value("bbox") {
      query.boxes = try boxSystem.boxes(box)
      query.boxEPSG = boxSystem.epsg
    }
    let limit = try parameters.integer("limit") ?? ItemsRequest.usual
    guard limit >= 1 else {
      throw Parameters.wrong("limit", "\(limit)", ["1 … \(ItemsRequest.most)"])
    }
    query.limit = min(limit, ItemsRequest.most)
    query.after = try parameters.integer("after")
    query.fields = try parameters.value("properties").map {
      $0.split(separator: ",").map(String.init)
    }
    query.conditions = try ItemsRequest.conditions(parameters, on: collection)
    query.order = try parameters.value("sortby")
    for field in ItemsRequest.askable(on: collection) where field.kind == .text || field.kind == nil
    {
      query.texts[field.name] = try parameters.value(field.name)
    }
    self.query = query
    kept = try parameters.names.filter { $0 != "after" }.compactMap { name in
      try parameters.value(name).map { (name, $0) }
    }
  }

  /// The filter, and each property that is asked to have a value.
  private static func conditions(
    _ parameters: Parameters, on collection: FeatureCollection
  ) throws -> [String] {
    if let language = try parameters.value("filter-lang"), language != "cql2-text" {
      throw Parameters.wrong("filter-lang", language, ["cql2-text"])
    }
    if let system = try parameters.value("filter-crs"), system != SystemReference.crs84.uri {
      throw Parameters.wrong("filter-crs", system, [SystemReference.crs84.uri])
    }
    var conditions = try [parameters.value("filter")].compactMap(\.self)
    for field in askable(on: collection) {
      guard let value = try parameters.value(field.name),
        let literal = try literal(value, field)
      else { continue }
      conditions.append("\"\(field.name)\" = \(literal)")
    }
    return conditions
  }

  /// A value in CQL2; `nil` of a text, which is compared as it is.
  private static func literal(
    _ value: String, _ field: FeatureCollection.Field
  ) throws -> String? {
    switch field.kind {
    case .number:
      guard let number = Double(value), number.isFinite else {
        throw Parameters.wrong(field.name, value, ["12.5"])
      }
      return value
    case .boolean:
      guard let flag = ["true": "TRUE", "false": "FALSE", "1": "TRUE", "0": "FALSE"][value] else {
        throw Parameters.wrong(field.name, value, ["true", "false"])
      }
      return flag
    case .date:
      guard let day = CalendarDate(iso: value) else {
        throw Parameters.wrong(field.name, value, ["2025-06-30"])
      }
      return "DATE('\(day)')"
    case .timestamp:
      guard FilterInstant(value) != nil else {
        throw Parameters.wrong(field.name, value, ["2025-06-30T08:00:00Z"])
      }
      return "TIMESTAMP('\(value)')"
    case .text, .shape, nil: return nil
    }
  }
}
