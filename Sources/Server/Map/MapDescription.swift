internal import Answers
internal import Dialogue
internal import Exchange
internal import Planning
internal import Registry
internal import SimpleFeatures
internal import Terms

/// What the map page needs to know before it draws: layers with their styles, the days on which
/// something changed, the words for what answers have as keys.
struct MapDescription {
  let collections: [FeatureCollection]
  let styles: [String: MapStyle]
  let info: RegisterInfo
  let dates: [CalendarDate]
  let revision: String
  let language: Language
  let baseMap: ServiceSettings.BaseMap?
  /// How many parcels there are as of the moment, with and without a boundary, and how many boundaries
  /// are schematic.
  let parcels: ParcelCounts

  var json: JSONValue {
    let title = info.counties.joined(separator: "、")
    let extent = collections.first { $0.id == "parcels" }?.extent ?? union
    return JSONValue.object([
      "title": [
        "zh": .text(title.isEmpty ? "土地与规划登记" : title),
        "en": .text(title.isEmpty ? "Land and planning register" : title),
      ],
      "revision": .text(revision), "language": .text(language.rawValue),
      "crs": .optional(info.epsg.map { "EPSG:\($0)" }),
      "extent": extent.map(MapDescription.box) ?? .null,
      "dates": .list(dates.map { .text($0.description) }),
      "base_map": baseMap.map(MapDescription.base) ?? .null,
      "layers": .list(collections.compactMap(layer)),
      "rules": .list(MapDescription.rules), "terms": MapTerms.json,
    ])
  }

  /// The box around all layers.
  private var union: Envelope? {
    collections.compactMap(\.extent).reduce(nil) { all, own in all?.union(own) ?? own }
  }

  private static func box(_ box: Envelope) -> JSONValue {
    [.number(box.minX), .number(box.minY), .number(box.maxX), .number(box.maxY)]
  }

  private static func base(_ map: ServiceSettings.BaseMap) -> JSONValue {
    [
      "name": ["zh": .text(map.name), "en": .text(map.name)],
      "layers": .list(map.layers.map(JSONValue.text)), "subdomains": .text(map.subdomains ?? ""),
      "attribution": .text(map.attribution ?? ""), "max_zoom": .integer(map.maximumZoom ?? 18),
    ]
  }

  private func layer(_ collection: FeatureCollection) -> JSONValue? {
    guard let style = styles[collection.id] else { return nil }
    var source: LayerVersion?
    if case .layer(let layer) = collection.subject { source = layer }
    let title = CollectionWords.title(of: collection)
    let isOfParcels = collection.subject == .parcels
    let withoutShape = isOfParcels ? parcels.all - parcels.mapped : nil
    let count = isOfParcels ? parcels.all : collection.count
    return JSONValue.object([
      "id": .text(collection.id), "name": .text(source?.source.name ?? collection.id),
      "title": MapTerms.words(title),
      "role": .text(source?.source.role.rawValue ?? collection.id),
      "geometry": .text(["point", "line", "polygon"][collection.dimension ?? 2]),
      "count": count.map(JSONValue.integer) ?? .null,
      "without_shape": withoutShape.map(JSONValue.integer) ?? .null,
      "schematic": .text(schematic(collection)),
      "date": .optional(source?.source.date?.description),
      "file": .optional(source?.source.file.name),
      "tiles": .text("tiles/\(collection.id)/{z}/{x}/{y}.mvt"),
      "min_zoom": .integer(TileRoutes.zooms.lowerBound),
      "max_zoom": .integer(TileRoutes.zooms.upperBound),
      "visible": .boolean(collection.id != "findings"),
      "style": MapDescription.style(style),
    ])
  }

  private func schematic(_ collection: FeatureCollection) -> String {
    switch collection.subject {
    case .parcels, .findings:
      parcels.schematic == 0 ? "none" : parcels.schematic < parcels.mapped ? "some" : "all"
    default: collection.isSchematic ? "all" : "none"
    }
  }

  private static func style(_ style: MapStyle) -> JSONValue {
    let mark: JSONValue =
      switch style.schematicMark {
      case .quality: "boundary_schematic"
      case .flag(let field): .text(field)
      case nil: style.isSchematic ? "schematic" : .null
      }
    return [
      "field": .optional(style.field),
      "categories": .list(
        style.categories.map {
          ["value": .text($0.value), "label": .text($0.label), "symbol": symbol($0.symbol)]
        }),
      "exception": style.exception.map {
        [
          "field": .text($0.field), "value": .text($0.value), "label": .text($0.label),
          "symbol": symbol($0.symbol),
        ]
      } ?? .null,
      "other": ["label": .text(style.otherLabel), "symbol": symbol(style.other)],
      "labels": .list(style.labels.map(JSONValue.text)), "label_zoom": 15,
      "schematic_field": mark,
    ]
  }

  private static func symbol(_ symbol: MapStyle.Symbol) -> JSONValue {
    [
      "fill": .optional(symbol.fill?.hexadecimal), "opacity": .number(symbol.opacity),
      "hatch": symbol.hatch.map {
        [
          "colour": .text($0.colour.hexadecimal), "angle": .integer($0.angle),
          "distance": .number($0.distance),
        ]
      } ?? .null,
      "outline": .text(symbol.outline.hexadecimal), "width": .number(symbol.width),
    ]
  }

  private static var rules: [JSONValue] {
    guard let profile = try? RuleProfiles.profile(nil) else { return [] }
    return profile.orderedRules.map { rule in
      let gravest = rule.severities.values.max()
      return [
        "code": .text(rule.code.rawValue),
        "title": ["zh": .text(rule.title[.zh]), "en": .text(rule.title[.en])],
        "about": ["zh": .text(rule.about[.zh]), "en": .text(rule.about[.en])],
        "severity": .optional(gravest?.rawValue), "family": .text(rule.family.rawValue),
      ]
    }
  }
}

/// The words for keys of answers, in both languages.
enum MapTerms {
  static func words(_ words: Words) -> JSONValue {
    ["zh": .text(words[.zh]), "en": .text(words[.en])]
  }

  private static func terms<Key: Term>(_ type: Key.Type) -> JSONValue {
    .object(
      Dictionary(
        Key.allCases.map { ($0.rawValue, words($0.name)) }, uniquingKeysWith: { $1 }))
  }

  static let json: JSONValue = [
    "status": terms(ParcelStatus.self), "quality": terms(BoundaryQuality.self),
    "stage": terms(ActStage.self), "price": terms(PriceKind.self), "day": terms(ActDay.self),
    "force": terms(DocumentForce.self), "ending": terms(DocumentEnding.Manner.self),
    "act": terms(TransactionKind.self), "document": terms(DocumentKind.self),
    "role": terms(LayerRole.self), "severity": terms(Diagnostic.Severity.self),
    "family": terms(RuleFamily.self),
    "verdict": .object(
      Dictionary(
        [LookupAnswer.Verdict.found, .none, .notChecked].map {
          ($0.rawValue, words($0.name))
        }, uniquingKeysWith: { $1 })),
    // The page lists indicators in their order.
    "indicator": .object(
      Dictionary(
        Indicator.allCases.enumerated().map { order, indicator in
          let measure = indicator.measure
          return (
            indicator.rawValue,
            words(indicator.name).merging([
              "unit": .text(measure.unit), "decimals": .integer(measure.leastDecimals),
              "order": .integer(order),
            ])
          )
        }, uniquingKeysWith: { $1 })),
    "property": .object(
      Dictionary(
        ["land_use", "area", "location", "plan", "name"].map {
          ($0, words(Words(property: $0)))
        }, uniquingKeysWith: { $1 })),
    "reason": .object(
      Dictionary(
        NotCheckedReason.all.map { ($0.key, words($0.name)) },
        uniquingKeysWith: { $1 })),
  ]
}
