public import Terms

/// A reference layer and the file it comes from.
public struct LayerSource: Hashable, Sendable {
  /// The name by which it is asked for.
  public var name: String
  /// What it stands for.
  public var role: LayerRole
  /// How good it is.
  public var quality: BoundaryQuality
  /// The file.
  public var file: SourceFile
  /// The day of its state, where it is told.
  public var date: CalendarDate?
  /// The coordinate system of the shapes.
  public var epsg: Int
  /// The parameters with which the coordinates were moved from another datum, as text.
  public var transformation: String?

  /// A layer.
  public init(
    name: String, role: LayerRole, quality: BoundaryQuality = .mapped, file: SourceFile,
    date: CalendarDate? = nil, epsg: Int, transformation: String? = nil
  ) {
    self.name = name
    self.role = role
    self.quality = quality
    self.file = file
    self.date = date
    self.epsg = epsg
    self.transformation = transformation
  }
}
