import Characters
import Planning
import SimpleFeatures

extension CoordinateTextWriter {
  /// Writes the sections before the parcels.
  mutating func writeHeader(_ heading: CoordinateTextHeading) throws {
    for section in heading.sections {
      try write(section: section.name, section.entries)
    }
    if !heading.attributes.isEmpty { try write(section: "属性描述", heading.attributes) }
    try write(section: "地块坐标", [])
  }

  private mutating func write(
    section name: String, _ entries: [CoordinateTextHeader.Entry]
  ) throws {
    try buffer.append("[\(name)]", of: name)
    buffer.endLine()
    for entry in entries {
      let line = entry.key.isEmpty ? entry.value : "\(entry.key)=\(entry.value)"
      try buffer.append(
        String(line.map { $0.isNewline ? " " : $0 }), of: entry.key.isEmpty ? name : entry.key)
      buffer.endLine()
    }
  }

  /// Writes the row that begins a parcel.
  mutating func writeHeading(
    _ parcels: ParcelColumns, _ feature: Int, rows: Int, _ shapes: GeometryColumn
  ) throws {
    for field in options.dialect.headingFields {
      switch field {
      case nil: break
      case .pointCount: buffer.append(options.dialect == .landConversion ? rows - 1 : rows)
      case .area: try append(area(parcels.value(.area, feature), feature, shapes), of: .area)
      case .shape: try append(kind(parcels, feature, shapes), of: .shape)
      case .some(let field): try append(parcels.text(field, feature) ?? "", of: field)
      }
      buffer.append(byte: 0x2C)
    }
    buffer.append(byte: 0x40)
    buffer.endLine()
  }

  private mutating func append(_ text: String, of field: CoordinateTextField) throws {
    if try buffer.append(field: text, of: field.rawValue) { changedAttributes += 1 }
  }

  /// The stated area in hectares, else that of the shape.
  private func area(_ stated: FieldValue, _ feature: Int, _ shapes: GeometryColumn) -> String {
    if case .text(let text) = stated {
      guard let area = CoordinateTextArea(text), area.unit != nil,
        let squareMetres = area.squareMetres
      else { return text }
      return hectares(squareMetres)
    }
    if let number = stated.number { return NumberText.decimal(number, places: 4, keep: 4) }
    guard !options.dialect.isInDegrees, shapes.types[feature]?.dimension == 2 else { return "" }
    return hectares(shapes.planeArea(of: feature))
  }

  private func hectares(_ squareMetres: Double) -> String {
    NumberText.decimal(squareMetres / 10_000, places: 4, keep: 4)
  }

  /// 面, 线 or 点. 增减挂钩 leaves 面 out.
  private func kind(
    _ parcels: ParcelColumns, _ feature: Int, _ shapes: GeometryColumn
  ) -> String {
    switch shapes.types[feature]?.dimension {
    case 0: return "点"
    case 1: return "线"
    default:
      if options.dialect != .increaseDecreaseLinkage { return "面" }
      return parcels.text(.shape, feature) ?? ""
    }
  }
}
