import Planning
import SimpleFeatures
import Terms

/// One field of a table and what it says of a parcel.
struct FieldUse: Hashable {
  /// Its place among the table's fields.
  var column: Int
  /// Its name in the file.
  var name: String
  var meaning: FieldName.Meaning
  var end: IndicatorColumn.End?
  /// Whether its numbers are per 100 m² of floor area.
  var isPer100 = false
  /// The unit of an area; `nil` where it must be printed with each value.
  var areaUnit: AreaUnit?
  /// The scheme of a code, where the field prescribes one.
  var scheme: LandUseScheme?
  /// Whether the codes are those of the guide for land and sea use, of 2020 or of 2023.
  var isOfGuide = false
  var rank = 1

  var isAkin: Bool { rank > 10 }

  /// What a field means by its name, else its title, else as a heading of a table does; `nil` where
  /// none of them is known.
  init?(
    column: Int, field: FieldColumn, columns: [String: String], areaUnit: AreaUnit?
  ) {
    let stated = columns.first { $0.key.lowercased() == field.name.lowercased() }?.value
    let names = [stated, field.name, field.title].compactMap { $0 }
    for name in names {
      if let use = FieldUse(column, field.name, FieldNames.standard[name], areaUnit) {
        self = use
        if stated != nil { rank = 0 }
        return
      }
      if let use = FieldUse(column, field.name, heading: name, areaUnit) {
        self = use
        if stated != nil { rank = 0 }
        return
      }
    }
    return nil
  }

  private init?(_ column: Int, _ name: String, _ known: FieldName?, _ areaUnit: AreaUnit?) {
    guard let known else { return nil }
    self.init(column: column, name: name, meaning: known.meaning)
    end = known.end
    rank = known.rank
    isPer100 = known.unit == "per_100_m2"
    scheme = LandUseScheme(rawValue: known.unit)
    isOfGuide = known.name == "YDYHFLDM"
    if known.meaning == .area {
      self.areaUnit = known.unit == "m2" ? .squareMetre : areaUnit
    }
  }

  private init(column: Int, name: String, meaning: FieldName.Meaning) {
    self.column = column
    self.name = name
    self.meaning = meaning
  }

  /// Headings in words (容积率上限, 面积（亩）) as the reader of tables knows them.
  private init?(_ column: Int, _ name: String, heading: String, _ areaUnit: AreaUnit?) {
    guard heading.unicodeScalars.contains(where: \.isHan) else { return nil }
    let read = ColumnMeaning(heading: heading)
    guard read.isKnown else { return nil }
    self.init(column: column, name: name, meaning: .kept)
    rank = 5
    guard !read.isBefore else { return }
    switch read.role {
    case .parcelID: meaning = .parcelID
    case .name: meaning = .name
    case .landUse: meaning = .landUseName
    case .landUseCode: meaning = .landUseCode
    case .location: meaning = .location
    case .area(let unit):
      meaning = .area
      self.areaUnit = unit ?? areaUnit
    case .indicator(let indicator, let sign):
      isPer100 = indicator.measure.mayBePer100SquareMetres && read.isPer100
      meaning = .indicator(indicator)
      end = sign.map { $0.isUpper ? .upper : .lower }
    default: break
    }
  }
}

/// The fields of a table by what they mean, resolved once for all its rows.
struct ResolvedFields {
  /// The fields of each meaning, the one that speaks first in front.
  private(set) var byMeaning: [FieldName.Meaning: [FieldUse]] = [:]
  /// Those kept under their own name.
  private(set) var kept: [FieldUse] = []
  /// Those that nobody knows; they are kept too.
  private(set) var unknown: [String] = []

  init(of table: FeatureTable, columns: [String: String], areaUnit: AreaUnit?) {
    // The exchange format of coordinates means hectares.
    let isCoordinateText = table.fields.contains { $0.name == "记录图形属性" }
    let unit = areaUnit ?? (isCoordinateText ? .hectare : nil)
    for (column, field) in table.fields.enumerated() {
      guard
        let use = FieldUse(column: column, field: field, columns: columns, areaUnit: unit)
      else {
        unknown.append(field.name)
        kept.append(FieldUse(column: column, name: field.name))
        continue
      }
      if use.meaning == .kept {
        kept.append(use)
      } else {
        byMeaning[use.meaning, default: []].append(use)
      }
    }
    for meaning in byMeaning.keys {
      byMeaning[meaning]?.sort { ($0.rank, $0.column) < ($1.rank, $1.column) }
    }
  }

  subscript(meaning: FieldName.Meaning) -> [FieldUse] { byMeaning[meaning] ?? [] }
}

extension FieldUse {
  /// A field kept under its own name.
  init(column: Int, name: String) { self.init(column: column, name: name, meaning: .kept) }
}
