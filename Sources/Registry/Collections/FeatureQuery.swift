public import Planning
public import SimpleFeatures

/// Which features of a collection are wanted.
public struct FeatureQuery: Hashable, Sendable {
  /// As of which day, and as known when.
  public var moment = Moment.now
  /// Only features with a point in one of these boxes; x before y. A feature without shape is in
  /// none.
  public var boxes: [Envelope] = []
  /// The coordinate system of the boxes; `nil` for longitude and latitude.
  public var boxEPSG: Int?
  /// Conditions in CQL2 text, which must all hold; the shapes in them are in longitude and latitude.
  public var conditions: [String] = []
  /// What the features are sorted by, see ``FilterOrder``; `nil` for their numbers.
  public var order: String?
  /// Texts that attributes have, by their names.
  public var texts: [String: String] = [:]
  /// The attributes, by their names; `nil` for all.
  public var fields: [String]?
  /// The coordinate system that shapes are wanted in; `nil` for longitude and latitude.
  public var epsg: Int?
  /// At most so many features.
  public var limit = 10
  /// Only features that come after this one.
  public var after: Int?
  /// Only the feature of this number.
  public var feature: Int?

  /// The first ten of all.
  public init() {}
}

/// Some features of a collection.
public struct FeaturePage: Sendable {
  /// The features; the places are their numbers. Shapes are in the coordinate system that was asked
  /// for, x before y.
  public var table: FeatureTable
  /// The attributes that hold 0 and 1 for no and yes.
  public var flags: Set<String>
  /// How many features the query finds, those of other pages too.
  public var matched = 0
  /// The last feature's number, where more come after it.
  public var next: Int?
  /// Whether a shape only shows roughly where something lies.
  public var isSchematic = false
}
