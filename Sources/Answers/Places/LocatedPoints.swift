public import Planning
public import Terms

/// Which parcels and features hold each of many points, in columns.
public struct LocatedPoints: Hashable, Sendable {
  /// What one layer says.
  public struct Layer: Hashable, Sendable {
    /// A feature of which it cannot be said whether it holds a point: its shape is not valid.
    public struct Unchecked: Hashable, Sendable {
      /// The point, counted from 0.
      public var point: Int
      /// The feature, counted from 0.
      public var feature: Int

      /// A feature that was not asked.
      public init(point: Int, feature: Int) {
        self.point = point
        self.feature = feature
      }
    }

    /// `parcels`, or the name of a reference layer.
    public var name: String
    /// Whether there was anything to ask.
    public var isChecked = true
    /// Whether its shapes only show roughly where something lies.
    public var isSchematic = false
    /// How many of its features have no shape.
    public var withoutShape = 0
    /// What its features are called.
    public var ids: [String] = []
    /// Where the features of each point begin among ``features``, and last their number.
    public var offsets: [Int32] = []
    /// The features of all points.
    public var features: [Int32] = []
    /// Whether the point lies on the feature's boundary, which belongs to it.
    public var areOnBoundary: [Bool] = []
    /// What could not be asked, by point.
    public var unchecked: [Unchecked] = []

    /// A layer of which nothing is told yet.
    public init(name: String) { self.name = name }

    /// What could not be asked at a point.
    public func unchecked(at point: Int) -> ArraySlice<Unchecked> {
      var (low, high) = (0, unchecked.count)
      while low < high {
        let middle = (low + high) / 2
        if unchecked[middle].point < point { low = middle + 1 } else { high = middle }
      }
      return unchecked[low...].prefix { $0.point == point }
    }
  }

  /// What each point is called: its place in its file.
  public var numbers: [Int] = []
  /// x and y of each point in turn, in ``epsg``.
  public var xy: [Double] = []
  /// The coordinate system of the register, in which the points are told.
  public var epsg: Int
  /// What each layer says; the parcels first.
  public var layers: [Layer] = []
  /// The roles that are usually looked at and of which the register has no layer; none where layers
  /// were named.
  public var missingRoles: [LayerRole] = []
  /// What to know about the file.
  public var diagnostics: [Diagnostic] = []

  /// No points.
  public init(epsg: Int) { self.epsg = epsg }

  /// The number of points.
  public var count: Int { numbers.count }

  /// How many points lie in nothing that was asked.
  public var outsideCount: Int {
    (0..<count).count { point in
      !layers.contains { $0.isChecked && $0.offsets[point] < $0.offsets[point + 1] }
    }
  }
}
