internal import Characters
public import Terms

/// A field name that planning databases and supply tables use, and what it means.
public struct FieldName: Hashable, Sendable {
  /// What a field of a boundary file says of a parcel.
  public enum Meaning: Hashable, Sendable {
    case parcelID, plan, name, location, landUseScheme, landUseCode, landUseName, area
    case document, documentDate
    case indicator(Indicator)
    /// Known, and kept under its own name.
    case kept

    private static let keys: [String: Meaning] = [
      "parcel_id": .parcelID, "plan": .plan, "name": .name, "location": .location,
      "land_use_scheme": .landUseScheme, "land_use_code": .landUseCode,
      "land_use_name": .landUseName, "area": .area, "document": .document,
      "document_date": .documentDate, "kept": .kept,
    ]

    /// The meaning that the table of names writes so.
    init?(key: String) {
      guard let meaning = Meaning.keys[key] ?? Indicator(rawValue: key).map(Meaning.indicator)
      else { return nil }
      self = meaning
    }

    /// How the table of names and messages write it.
    public var key: String {
      if case .indicator(let indicator) = self { return indicator.rawValue }
      return Meaning.keys.first { $0.value == self }?.key ?? ""
    }
  }

  /// The name; capitals do not matter.
  public let name: String
  /// What it is called in Chinese.
  public let title: String
  /// What it means.
  public let meaning: Meaning
  /// The end of the interval, where it holds only one.
  public let end: IndicatorColumn.End?
  /// The unit or the land-use scheme that the field prescribes: `m2`, `%`, `GB50137-2011`.
  public let unit: String
  /// Of several fields with one meaning the one with the lowest rank speaks. From 11 on a field
  /// holds something akin (the area above ground, the net area) and never contradicts.
  public let rank: Int
  /// Where the name was seen; see Data/README.md.
  public let source: String
  /// What a reader of the list should know, in Chinese; may be empty.
  public let note: String

  /// Whether the field holds something akin to its meaning.
  public var isAkin: Bool { rank > 10 }
}

/// The field names that the program knows, from Data/vocabularies/field-names.csv.
public struct FieldNames: Sendable {
  /// The list of this program.
  public static let standard = FieldNames()

  /// All of them, in the order of the table.
  public let all: [FieldName]
  private let byName: [String: Int]

  private init() {
    all = SeparatedRows.cells(ofTable: "field-names").compactMap { row in
      guard row.count == 8, let meaning = FieldName.Meaning(key: row[2]) else { return nil }
      return FieldName(
        name: row[0], title: row[1], meaning: meaning, end: IndicatorColumn.End(rawValue: row[3]),
        unit: row[4], rank: Int(row[5]) ?? 1, source: row[6], note: row[7])
    }
    byName = Dictionary(
      all.enumerated().map { ($0.element.name.lowercased(), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What a name means, whatever its capitals.
  public subscript(name: String) -> FieldName? { byName[name.lowercased()].map { all[$0] } }
}
