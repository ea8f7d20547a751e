import Planning
import SimpleFeatures

/// Parcels: begun by their heading, ended by the next one.
extension CoordinateTextReader {
  mutating func begin(parcel fields: [String], _ text: String) {
    guard let heading = ParcelHeading(fields) else {
      saidStray = true
      say(.header, text)
      return
    }
    saidStray = false
    parcel = OpenParcel(
      heading: heading, line: line, excerpt: String(text.prefix(200)),
      rows: ParcelRows(kind: heading.kind), mark: table.shapes.mark)
  }

  /// Puts the parcel that was read into the batch, or takes it back where it cannot go in.
  mutating func finishParcel(_ receive: (FeatureTable) throws -> Void) throws {
    guard var parcel else { return }
    self.parcel = nil
    parcelCount += 1
    guard !parcel.isBroken, parcel.rows.count > 0 else {
      table.shapes.rewind(to: parcel.mark)
      if !parcel.isBroken { say(.noPoints, parcel.excerpt, line: parcel.line) }
      return
    }
    let kept = parcel.rows.finish(in: &table.shapes)
    guard !parcel.rows.hasShortRing else {
      table.shapes.rewind(to: parcel.mark)
      say(.ring, parcel.excerpt, line: parcel.line)
      return
    }
    judgeFirstField(of: &parcel)
    for (title, text) in parcel.heading.texts { fields.add(title, .text(text)) }
    if let names = kept.pointNames {
      fields.add(CoordinateTextField.pointNames.rawValue, .text(names))
    }
    if let numbers = kept.ringNumbers {
      fields.add(CoordinateTextField.ringNumbers.rawValue, .text(numbers))
    }
    fields.finishFeature()
    table.places.append(parcel.line)
    if FeatureBatch.isFull(table) { try handOver(receive) }
  }

  /// Compares the count with the rows; of a heading of four fields first finds out whether there is
  /// a count, for 一张图 has the parcel's number there.
  private mutating func judgeFirstField(of parcel: inout OpenParcel) {
    let (rows, rings) = (parcel.rows.count, parcel.rows.ringCount)
    let counts = [rows, rows - 1, rows - rings]
    let fits = parcel.heading.count.map(counts.contains) ?? false
    let hasAttributes = !current.attributes.isEmpty
    let isCount =
      !parcel.heading.mayBeginWithNumber
      || (parcel.rows.isInDegrees ? fits || !hasAttributes : fits && !hasAttributes)
    if dialect == nil, parcelCount == 1 {
      dialect = self.dialect(of: parcel, isCount: isCount, rows: rows)
    }
    guard isCount else {
      let number = parcel.heading.firstField
      if !number.isEmpty {
        parcel.heading.texts.append((CoordinateTextField.number.rawValue, number))
      }
      return
    }
    // 0 stands for a count that nobody filled in.
    if let count = parcel.heading.count, count != 0, !fits {
      diagnostics.add(
        .countMismatch(stated: count, found: rows), .warning, line: parcel.line,
        excerpt: parcel.excerpt)
    }
  }

  private func dialect(
    of parcel: OpenParcel, isCount: Bool, rows: Int
  ) -> CoordinateTextDialect? {
    if let known = parcel.heading.dialect { return known }
    if parcel.rows.hasSides { return .increaseDecreaseLinkage }
    if parcel.heading.mayBeginWithNumber {
      return isCount ? .satelliteEnforcement : .singleMap
    }
    switch parcel.heading.count {
    case rows: return .landSupply
    case rows - 1: return .landConversion
    default: return nil
    }
  }

  /// Hands over the parcels so far.
  mutating func handOver(_ receive: (FeatureTable) throws -> Void) throws {
    guard table.count > 0 else { return }
    table.fields = fields.take()
    try receive(table)
    table.shapes = GeometryColumn()
    table.places = []
    table.fields = []
  }
}
