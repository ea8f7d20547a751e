public import Filtering
public import Planning
public import SimpleFeatures

/// A set of features that is handed out under a name: the parcels, the hazard sites, a reference
/// layer.
///
/// Source: OGC 17-069r4 (OGC API – Features, part 1), 7.11 to 7.13, where it is a collection.
public struct FeatureCollection: Hashable, Sendable {
  /// What its features are.
  public enum Subject: Hashable, Sendable {
    /// The parcels, those without boundary too.
    case parcels
    /// The hazard sites of documents, which have no shapes.
    case sites
    /// The findings of a check.
    case findings
    /// The version of a reference layer.
    case layer(LayerVersion)
  }

  /// An attribute.
  public struct Field: Hashable, Sendable {
    /// The column that holds it.
    public var column: String
    /// The name it is handed out under.
    public var name: String
    /// A name for people.
    public var title: String
    /// What kind of values it has; `nil` where they may be of any.
    public var kind: FilterKind?
  }

  /// What its features are.
  public var subject: Subject
  /// The name in addresses: `parcels`, `sites`, `findings`; of a layer its table, `layer_3`.
  public var id: String
  /// The table of what is in force.
  public var table: String
  /// The attributes.
  public var fields: [Field]
  /// The coordinate system it is kept in; `nil` where it has no shapes.
  public var epsg: Int?
  /// The dimension of its shapes: 0, 1 or 2; `nil` where several occur, or none.
  public var dimension: Int?
  /// The box around its features in longitude and latitude.
  public var extent: Envelope?
  /// The first and the last day that a feature is dated.
  public var dates: ClosedRange<CalendarDate>?
  /// How many features there are; `nil` where they are not counted.
  public var count: Int?
  /// Whether all of it only shows roughly where something lies.
  public var isSchematic = false
  /// The state of the register and the moment that this is said of.
  var state: State?

  /// A state of the register, and a moment.
  struct State: Hashable, Sendable {
    var revision: String
    var moment: Moment
  }

  /// The attributes that hold 0 and 1 for no and yes.
  var flags: Set<String> { Set(fields.filter { $0.kind == .boolean }.map(\.name)) }

  /// What a filter may ask for.
  public var properties: FilterProperties {
    let known: FilterProperties =
      switch subject {
      case .parcels: .parcels
      case .sites: .sites
      case .findings, .layer: FilterProperties([])
      }
    return known.adding(fields.map { ($0.name, $0.kind, [$0.title]) }, hasShape: epsg != nil)
  }
}

extension FilterKind {
  /// The kind of values of a column by its declared type; `nil` where that says nothing.
  init?(columnType type: String) {
    switch type.uppercased().prefix(while: { $0 != "(" }) {
    case "TEXT": self = .text
    case "BOOLEAN": self = .boolean
    case "DATE": self = .date
    case "DATETIME": self = .timestamp
    case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "FLOAT", "DOUBLE", "REAL", "NUMERIC":
      self = .number
    default: return nil
    }
  }
}

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
