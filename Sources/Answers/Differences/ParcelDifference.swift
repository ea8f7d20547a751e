public import Planning

/// What is another thing about a parcel at one moment than at an earlier one.
public struct ParcelDifference: Hashable, Sendable {
  /// What became of it.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// It was not there before.
    case added
    /// It is not there any longer; where it was split, merged or renumbered others took its place.
    case gone
    /// It is another now.
    case changed
  }

  /// One property.
  public struct Change: Hashable, Sendable {
    /// The property's key, as in ``ParcelChange/property``; of lineage `split_from` and the like.
    public var property: String
    /// The value before.
    public var old: PropertyValue?
    /// The value after.
    public var new: PropertyValue?
    /// The document and lines, or the boundary file, that said the value before.
    public var oldSource: DocumentReference?
    /// Those that say the value after.
    public var newSource: DocumentReference?

    /// A change.
    public init(
      property: String, old: PropertyValue?, new: PropertyValue?, oldSource: DocumentReference?,
      newSource: DocumentReference?
    ) {
      self.property = property
      self.old = old
      self.new = new
      self.oldSource = oldSource
      self.newSource = newSource
    }

    /// Why: what says the value after; where none does, what had said the value before.
    public var source: DocumentReference? { newSource ?? oldSource }
  }

  /// What became of it.
  public var kind: Kind
  /// The key of its facts, see ``PlotKey``.
  public var plotKey: String
  /// Its number, name or location.
  public var label: String
  /// The county, where it can be told.
  public var county: String?
  /// The plan its number belongs to.
  public var plan: String?
  /// Its properties that differ, by key. Of one that was added all there are, of one that is gone
  /// those there were, but for the status of a parcel that others took the place of.
  public var changes: [Change] = []
  /// Acts that there are now and were not before.
  public var addedActs: [TransactionRecord] = []
  /// Acts that there were before and are not now.
  public var goneActs: [TransactionRecord] = []
  /// The boundary before.
  public var oldBoundary: ParcelBoundary?
  /// The boundary after.
  public var newBoundary: ParcelBoundary?
  /// Its kin before.
  public var oldKinship = ParcelKinship()
  /// Its kin after.
  public var newKinship = ParcelKinship()

  /// A difference of which only the parcel is known yet.
  public init(kind: Kind, plotKey: String, label: String) {
    self.kind = kind
    self.plotKey = plotKey
    self.label = label
  }

  /// Whether the boundary is another one.
  public var isBoundaryChanged: Bool { oldBoundary?.id != newBoundary?.id }

  /// By how much the boundary's plane area grew, in square metres, where there are two.
  public var areaDifference: Double? {
    guard isBoundaryChanged, let old = oldBoundary?.squareMetres,
      let new = newBoundary?.squareMetres
    else { return nil }
    return new - old
  }

  /// Whether a boundary that only shows roughly where the parcel lies takes part.
  public var isSchematic: Bool {
    oldBoundary?.isSchematic == true || newBoundary?.isSchematic == true
  }

  /// Why: the documents and boundary files behind what differs, by date, each with its lines.
  public var sources: [DocumentReference] {
    var all = changes.compactMap(\.source) + (addedActs + goneActs).map(\.source)
    if isBoundaryChanged, let boundary = newBoundary ?? oldBoundary {
      all.append(boundary.reference)
    }
    var sources: [DocumentReference] = []
    for source in all.sorted(by: DocumentReference.precedes) {
      if let known = sources.firstIndex(where: { $0.isOfDocument(source) }) {
        sources[known].place.lineStart = min(
          sources[known].place.lineStart, source.place.lineStart)
        sources[known].place.lineEnd = max(sources[known].place.lineEnd, source.place.lineEnd)
      } else {
        sources.append(source)
      }
    }
    return sources
  }

  /// The same seen from the other moment.
  public var mirrored: ParcelDifference {
    var other = self
    other.kind =
      switch kind {
      case .added: .gone
      case .gone: .added
      case .changed: .changed
      }
    other.changes = changes.map {
      Change(
        property: $0.property, old: $0.new, new: $0.old, oldSource: $0.newSource,
        newSource: $0.oldSource)
    }
    (other.addedActs, other.goneActs) = (goneActs, addedActs)
    (other.oldBoundary, other.newBoundary) = (newBoundary, oldBoundary)
    (other.oldKinship, other.newKinship) = (newKinship, oldKinship)
    return other
  }
}

extension ParcelDifference {
  /// The properties of a parcel after a difference, from those before.
  public func applied(
    to properties: [String: PropertyValue]
  ) -> [String: PropertyValue] {
    var properties = properties
    for change in changes { properties[change.property] = change.new }
    return properties
  }
}
