public import Planning

/// What is another thing in a register at one moment than at an earlier one, beside its parcels, and
/// how many parcels that touches.
public struct RegisterDifference: Hashable, Sendable {
  /// A reference layer that came, went or has another version in force.
  public struct Layer: Hashable, Sendable {
    /// The version before; `nil` where there was none.
    public var old: LayerVersion?
    /// The version after; `nil` where there is none.
    public var new: LayerVersion?

    /// A layer.
    public init(old: LayerVersion?, new: LayerVersion?) {
      self.old = old
      self.new = new
    }

    /// Its name.
    public var name: String { (new ?? old)?.source.name ?? "" }

    /// What became of it.
    public var kind: ParcelDifference.Kind { old == nil ? .added : new == nil ? .gone : .changed }
  }

  /// A merger or a renaming of townships.
  public struct Townships: Hashable, Sendable {
    /// What was merged into what.
    public var change: AdministrativeChange
    /// The document that says so.
    public var source: DocumentReference
    /// Whether it holds after and not before; else it held before and not after.
    public var isAdded: Bool

    /// A merger.
    public init(change: AdministrativeChange, source: DocumentReference, isAdded: Bool) {
      self.change = change
      self.source = source
      self.isAdded = isAdded
    }
  }

  /// The earlier moment, as it was asked for.
  public var from: Moment
  /// The later moment, as it was asked for.
  public var to: Moment
  /// How many parcels were added.
  public var addedCount = 0
  /// How many are gone.
  public var goneCount = 0
  /// How many are another now.
  public var changedCount = 0
  /// Documents in force after and not before.
  public var addedDocuments: [DocumentReference] = []
  /// Documents in force before and not after; also the version that another took the place of.
  public var goneDocuments: [DocumentReference] = []
  /// The layers that differ, by name.
  public var layers: [Layer] = []
  /// The mergers of townships that differ.
  public var townships: [Townships] = []

  /// Nothing differs.
  public init(from: Moment, to: Moment) {
    self.from = from
    self.to = to
  }

  /// How many parcels differ.
  public var parcelCount: Int { addedCount + goneCount + changedCount }

  /// Whether nothing differs.
  public var isEmpty: Bool {
    parcelCount == 0 && layers.isEmpty && townships.isEmpty && addedDocuments.isEmpty
      && goneDocuments.isEmpty
  }

  /// Counts a parcel.
  public mutating func count(_ difference: ParcelDifference) {
    switch difference.kind {
    case .added: addedCount += 1
    case .gone: goneCount += 1
    case .changed: changedCount += 1
    }
  }

  /// The layers that differ between two moments.
  public static func layers(from old: [LayerVersion], to new: [LayerVersion]) -> [Layer] {
    func byName(_ layers: [LayerVersion]) -> [String: LayerVersion] {
      Dictionary(layers.map { ($0.source.name, $0) }) { _, later in later }
    }
    let (before, after) = (byName(old), byName(new))
    return Set(before.keys).union(after.keys).sorted().compactMap { name in
      let layer = Layer(old: before[name], new: after[name])
      return layer.old?.table == layer.new?.table ? nil : layer
    }
  }
}
