internal import Characters

/// A field name that planning databases and supply tables use, and what it means.
public struct FieldName: Hashable, Sendable {
  /// What a field of a boundary file says of a parcel.
  public enum Meaning: String, Hashable, Sendable, CaseIterable {
    case parcelID = "parcel_id"
    case plan
    case name
    case location
    case landUseScheme = "land_use_scheme"
    case landUseCode = "land_use_code"
    case landUseName = "land_use_name"
    case area
    case floorAreaRatio = "floor_area_ratio"
    case buildingDensity = "building_density"
    case buildingCoefficient = "building_coefficient"
    case greenSpaceRatio = "green_space_ratio"
    case buildingHeight = "building_height"
    case structureHeight = "structure_height"
    case document
    case documentDate = "document_date"
    /// Known, and kept under its own name.
    case kept

    /// The indicator, where it is one.
    public var indicator: Indicator? { Indicator(rawValue: rawValue) }
  }

  /// Which end of an interval a field holds.
  public enum End: String, Hashable, Sendable {
    case lower = "min"
    case upper = "max"
  }

  /// The name; capitals do not matter.
  public let name: String
  /// What it is called in Chinese.
  public let title: String
  /// What it means.
  public let meaning: Meaning
  /// The end of the interval, where it holds only one.
  public let end: End?
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
      guard row.count == 8, let meaning = FieldName.Meaning(rawValue: row[2]) else { return nil }
      return FieldName(
        name: row[0], title: row[1], meaning: meaning, end: FieldName.End(rawValue: row[3]),
        unit: row[4], rank: Int(row[5]) ?? 1, source: row[6], note: row[7])
    }
    byName = Dictionary(
      all.enumerated().map { ($0.element.name.lowercased(), $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What a name means, whatever its capitals.
  public subscript(name: String) -> FieldName? { byName[name.lowercased()].map { all[$0] } }
}
