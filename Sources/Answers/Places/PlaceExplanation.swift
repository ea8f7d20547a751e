public import Planning

/// How an answer about a place was found, so that it can be repeated and checked.
public struct PlaceExplanation: Hashable, Sendable {
  /// A look into one table.
  public struct Search: Hashable, Sendable, Encodable {
    /// The layer's name, `parcels` of the parcels.
    public var layer: String
    /// The table in the register's file.
    public var table: String
    /// The R-tree that gave the candidates; `nil` where all shapes were looked through.
    public var index: String?
    /// How many shapes have a box that meets the one asked for.
    public var candidates = 0
    /// How many of them GEOS was asked about.
    public var tests = 0
    /// How many were found.
    public var found = 0

    /// A look.
    public init(layer: String, table: String, index: String?) {
      self.layer = layer
      self.table = table
      self.index = index
    }
  }

  /// A function and how often it was called.
  public struct Call: Hashable, Sendable, Encodable {
    /// The function of the library in C.
    public var function: String
    /// How often.
    public var count: Int

    /// A call.
    public init(function: String, count: Int) {
      self.function = function
      self.count = count
    }
  }

  /// The register's file.
  public var register = ""
  /// The asked shape as WKT, in the register's coordinate system.
  public var shape: String?
  /// The register's coordinate system and its definition.
  public var crs: String?
  /// The steps by which the asked coordinates came into it.
  public var projection: [String] = []
  /// The looks into tables, in their order.
  public var searches: [Search] = []
  /// The functions of GEOS, in the order of their first call.
  public var calls: [Call] = []
  /// When a piece of land counts as a sliver.
  public var slivers: SliverThresholds
  /// Program and libraries with their versions.
  public var versions: [String: String] = [:]
  /// The command that repeats the question at the moment of this answer.
  public var command = ""

  /// Nothing yet.
  public init(slivers: SliverThresholds) {
    self.slivers = slivers
  }
}

extension PlaceExplanation: Encodable {
  enum CodingKeys: String, CodingKey {
    case register, crs, shape, projection, searches, calls, slivers, versions, command
  }
}
