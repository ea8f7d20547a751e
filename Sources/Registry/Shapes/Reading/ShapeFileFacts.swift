internal import Planning
internal import SimpleFeatures

/// What a file of shapes says of all its features.
struct ShapeFileFacts: Hashable, Sendable {
  /// How good they are.
  var quality: BoundaryQuality
  /// The day of the data.
  var date: CalendarDate?

  /// What the first features of a file say, unless the user says otherwise.
  ///
  /// - Parameter isSurvey: whether the format is one that surveyors write.
  init(_ table: FeatureTable, options: ShapeImportOptions, isSurvey: Bool) {
    quality =
      options.quality
      ?? (ShapeFileFacts.isSchematic(table) ? .schematic : isSurvey ? .surveyed : .mapped)
    date =
      options.date
      ?? ["数据产生日期", "date", "日期"].lazy
      .compactMap { table.notes[$0].flatMap { CalendarDate(typed: $0) } }.first
  }

  /// Whether the file calls its shapes schematic: 示意, in its head or in an attribute of the first.
  private static func isSchematic(_ table: FeatureTable) -> Bool {
    func means(_ text: String) -> Bool {
      text.contains("示意") || text == BoundaryQuality.schematic.rawValue
    }
    let told = ["图形性质", "quality", "数据产生单位"]
    if told.contains(where: { table.notes[$0].map(means) ?? false }) { return true }
    return ["图形性质", "quality"].contains { name in
      table.field(name)?.values.first?.text.map(means) ?? false
    }
  }
}
