internal import Characters
internal import Dialogue
internal import Exchange
internal import Filtering
internal import Planning
internal import Registry
internal import SimpleFeatures
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

  private static let names = Set(QuestionParameter.items.map(\.name))

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
      throw Failure.badParameter("limit", "\(limit)", ["1 … \(ItemsRequest.most)"])
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
      throw Failure.badParameter("filter-lang", language, ["cql2-text"])
    }
    if let system = try parameters.value("filter-crs"), system != SystemReference.crs84.uri {
      throw Failure.badParameter("filter-crs", system, [SystemReference.crs84.uri])
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
        throw Failure.badParameter(field.name, value, ["12.5"])
      }
      return value
    case .boolean:
      guard let flag = ["true": "TRUE", "false": "FALSE", "1": "TRUE", "0": "FALSE"][value] else {
        throw Failure.badParameter(field.name, value, ["true", "false"])
      }
      return flag
    case .date:
      guard let day = CalendarDate(iso: value) else {
        throw Failure.badParameter(field.name, value, ["2025-06-30"])
      }
      return "DATE('\(day)')"
    case .timestamp:
      guard FilterInstant(value) != nil else {
        throw Failure.badParameter(field.name, value, ["2025-06-30T08:00:00Z"])
      }
      return "TIMESTAMP('\(value)')"
    case .text, .shape, nil: return nil
    }
  }
}

/// The parameter `datetime`: when what is wanted is in force.
///
/// An instant is the day on which it lies by Chinese legal time. Of an interval the state at its end
/// is handed out: a parcel that was in force within it is still among the parcels then, a parcel that
/// was divided or merged with the status `superseded`.
///
/// Source: OGC 17-069r4, 7.15.4.
struct ValidTime {
  /// The day; `nil` for now.
  let day: CalendarDate?

  /// - Throws: ``Failure`` of a text that is no time.
  init(_ text: String?) throws {
    guard let text else {
      day = nil
      return
    }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard ends.count <= 2, !ends.isEmpty else { throw ValidTime.wrong(text) }
    var days: [CalendarDate?] = []
    for end in ends {
      if ends.count == 2, end.isEmpty || end == ".." {
        days.append(nil)
        continue
      }
      guard let day = Moment.legalDay(of: end) else { throw ValidTime.wrong(text) }
      days.append(day)
    }
    // An interval without ends says nothing.
    guard days.contains(where: { $0 != nil }) else { throw ValidTime.wrong(text) }
    if days.count == 2, let first = days[0], let last = days[1], first > last {
      throw ValidTime.wrong(text)
    }
    day = days[days.count - 1]
  }

  private static func wrong(_ text: String) -> any Error {
    Failure.badParameter(
      "datetime", text, ["2025-06-30", "2025-01-01/2025-12-31", "../2025-12-31"])
  }
}

/// Features of a page as the GeoJSON of OGC API – Features.
struct ItemsText {
  let page: FeaturePage
  let system: SystemReference
  let collection: FeatureCollection

  /// Shapes in the order of the authority.
  private var table: FeatureTable {
    var table = page.table
    system.order(&table.shapes)
    return table
  }

  private func writer(_ layout: GeoJSONWriter.Layout) -> GeoJSONWriter {
    var options = GeoJSONWriter.Options()
    options.layout = layout
    // What findings show may be thinner than any boundary.
    options.places = system.places + (collection.subject == .findings ? 3 : 0)
    options.writesNull = true
    options.flags = page.flags
    if collection.subject == .findings {
      options.idField = "id"
    } else {
      options.placesAreIDs = true
    }
    options.turnsRings = !system.isNorthingFirst
    return GeoJSONWriter(options)
  }

  /// A collection.
  ///
  /// - Parameters:
  ///   - links: other pages and formats.
  ///   - time: when it was made, UTC.
  func collectionText(links: [Link], time: String) throws -> [UInt8] {
    var bytes = Array("{\"type\":\"FeatureCollection\",\"timeStamp\":\"\(time)\"".utf8)
    bytes += ",\"numberMatched\":\(page.matched),\"numberReturned\":\(page.table.count)".utf8
    if system.epsg == 4490 || system.epsg == 4326 {
      bytes += ",\"coordinateFrame\":\"CGCS2000\"".utf8
    }
    if page.isSchematic { bytes += ",\"quality\":\"schematic\"".utf8 }
    bytes += ",\"links\":".utf8
    bytes += try JSONText.line(links.map(\.json))
    bytes += ",\"features\":[\n".utf8
    bytes += writer(.collection).text(of: table)
    bytes += "\n]}\n".utf8
    return bytes
  }

  /// The one feature of the page; its links stand before its own members.
  func featureText(links: [Link]) throws -> [UInt8] {
    let text = writer(.collection).text(of: table)
    var bytes = Array("{\"links\":".utf8)
    bytes += try JSONText.line(links.map(\.json))
    if page.isSchematic { bytes += ",\"quality\":\"schematic\"".utf8 }
    bytes += ",".utf8
    bytes += text.dropFirst()
    bytes += "\n".utf8
    return bytes
  }
}
