/// All that the documents and boundary files in force say under one ``PlotKey``.
public struct PlotFacts: Hashable, Sendable {
  /// What is said of a parcel, with the key of the plan its number belongs to.
  public struct Statement: Hashable, Sendable {
    /// What is said, and by which document.
    public var fact: RegisterFact<ParcelStatement>
    /// The plan's key.
    public var planKey: String?

    /// A statement.
    public init(fact: RegisterFact<ParcelStatement>, planKey: String?) {
      self.fact = fact
      self.planKey = planKey
    }
  }

  /// The key.
  public var key: String
  /// The statements, in any order.
  public var statements: [Statement] = []
  /// The acts, in any order.
  public var transactions: [TransactionRecord] = []
  /// The steps of lineage in which the key stands before or after, in any order.
  public var kinship: [KinshipStep] = []
  /// The boundaries, in any order.
  public var boundaries: [BoundaryFact] = []
  /// What documents say that put nothing in force, or do so no longer, in any order.
  public var apart: [FactApart] = []

  /// No facts yet.
  public init(key: String) {
    self.key = key
  }
}
