public import Terms

/// What holds of all boundaries of one file.
public struct BoundarySource: Hashable, Sendable {
  /// The file.
  public var file: SourceFile
  /// How good they are.
  public var quality: BoundaryQuality
  /// The day from which they are in force, where it is told; undated ones are in force on every day
  /// and yield to dated ones.
  public var date: CalendarDate?
  /// The coordinate system of the shapes.
  public var epsg: Int
  /// The county, where it is told.
  public var county: String?
  /// The plan, for boundaries that do not name theirs.
  public var plan: String?
  /// The parameters with which the coordinates were moved from another datum, as text.
  public var transformation: String?
  /// Whether the places of the records are lines of the file, else they are numbers of records.
  public var placesAreLines: Bool

  /// A source.
  public init(
    file: SourceFile, quality: BoundaryQuality = .mapped, date: CalendarDate? = nil, epsg: Int,
    county: String? = nil, plan: String? = nil, transformation: String? = nil,
    placesAreLines: Bool = false
  ) {
    self.file = file
    self.quality = quality
    self.date = date
    self.epsg = epsg
    self.county = county
    self.plan = plan
    self.transformation = transformation
    self.placesAreLines = placesAreLines
  }
}
