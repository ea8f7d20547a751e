public import Planning
public import SimpleFeatures
public import Terms

/// Reads the attributes of boundaries as statements about parcels.
///
/// Field names of planning databases and supply tables are known (Data/vocabularies/field-names.csv),
/// and headings in words as tables have them. What is not known is kept in `extras` under its name.
/// A long layer may be read batch by batch: nothing is carried from one to the next.
public struct BoundaryFields: Sendable {
  /// What the user knows about the fields.
  public struct Options: Sendable {
    /// Fields mapped to a known field name, a meaning (`parcel_id`) or a heading (`面积（亩）`).
    public var columns: [String: String] = [:]
    /// The scheme of the land-use codes.
    public var scheme: LandUseScheme?
    /// The day of the plan, which decides the scheme of codes where nothing else does.
    public var date: CalendarDate?
    /// The unit of areas whose field names none.
    public var areaUnit: AreaUnit?

    /// Nothing is known.
    public init() {}
  }

  private let options: Options
  private let vocabulary: LandUseVocabulary
  private let useNames: PhraseTable<Token.Kind>

  /// A reader of attributes.
  public init(_ options: Options = Options(), vocabulary: LandUseVocabulary = .standard) {
    self.options = options
    self.vocabulary = vocabulary
    useNames = UseNames.table(of: vocabulary)
  }

  /// What the attributes of each feature say, feature by feature.
  ///
  /// A wrong value is told once for each field and batch, at the first feature that has it; the value
  /// stands in the `extras` of every such feature.
  ///
  /// - Parameters:
  ///   - table: features; as many statements come back.
  ///   - file: the file's name as the user gave it.
  ///   - isFirst: whether the table is the first batch of its layer: what concerns whole fields is
  ///     told there.
  public func statements(
    of table: FeatureTable, file: String, isFirst: Bool = true
  ) -> (statements: [ParcelStatement], diagnostics: [Diagnostic]) {
    let fields = ResolvedFields(
      of: table, columns: options.columns, areaUnit: options.areaUnit)
    var reader = FieldRows(
      table: table, fields: fields, file: file, options: options, vocabulary: vocabulary,
      useNames: useNames)
    if isFirst {
      for name in fields.unknown {
        reader.notes.add(.unknownColumn(name), .info, line: nil)
      }
    }
    var statements: [ParcelStatement] = []
    statements.reserveCapacity(table.count)
    for row in 0..<table.count { statements.append(reader.statement(row)) }
    return (statements, reader.notes.diagnostics)
  }

  /// The field that holds the numbers of the parcels; `nil` where none does.
  ///
  /// - Parameter columns: fields mapped to another name.
  public static func numbers(of table: FeatureTable, columns: [String: String]) -> FieldColumn? {
    ResolvedFields(of: table, columns: columns, areaUnit: nil)[.parcelID].first
      .map { table.fields[$0.column] }
  }
}
