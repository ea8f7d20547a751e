internal import Indexing
internal import Projection
internal import SimpleFeatures

/// A layer of the register as the map shows it, as of a moment: shapes with their index in memory, and
/// the attributes that a tile has. Frozen once made.
public final class MapLayer: Sendable {
  /// The name in addresses: `parcels`, `layer_3`, `findings`.
  public let id: String
  /// The shapes in the layer's own coordinate system, with their index.
  let shapes: IndexedLayer
  /// The attributes, each with a value for every shape.
  let fields: [FieldColumn]
  /// The attributes that hold 0 and 1 for no and yes.
  let flags: Set<String>
  /// The numbers of the features in their table.
  let numbers: [Int]
  /// The coordinate system.
  let epsg: Int
  /// From the layer's system to longitude and latitude, and back.
  let toDegrees: CoordinateTransformation
  let fromDegrees: CoordinateTransformation
  /// The attribute by which features too small to be seen are told from one another.
  let classField: Int?

  /// A layer of features.
  ///
  /// - Parameters:
  ///   - invalid: the features whose shape is not valid; `nil` where nobody has judged them.
  ///   - classField: an attribute of `table`.
  init(
    id: String, _ table: FeatureTable, flags: Set<String>, epsg: Int, invalid: [Int]?,
    classField: String?
  ) throws {
    self.id = id
    fields = table.fields
    self.flags = flags
    numbers = table.places
    self.epsg = epsg
    let own = try Systems.system(epsg)
    let degrees = try Systems.system(4490)
    toDegrees = try Systems.transformation(from: own, to: degrees)
    fromDegrees = try Systems.transformation(from: degrees, to: own)
    shapes = try IndexedLayer(table.shapes, invalid: invalid)
    self.classField = classField.flatMap { name in
      table.fields.firstIndex { $0.name == name }
    }
  }

  /// How many features it has.
  public var count: Int { numbers.count }
}
