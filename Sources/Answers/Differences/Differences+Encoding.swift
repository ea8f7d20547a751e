internal import Planning

extension ParcelDifference: Encodable {
  enum CodingKeys: String, CodingKey {
    case kind = "change"
    case label = "parcel"
    case parcelID = "parcel_id"
    case county, plan, changes
    case addedActs = "added_transactions"
    case goneActs = "gone_transactions"
    case boundary
    case successors = "became"
    case predecessors = "came_from"
    case sources = "documents"
  }

  /// Writes what differs: each property with old and new value, acts, the boundary before and
  /// after, and the documents.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(label, forKey: .label)
    if PlotKey.isNumber(plotKey) { try container.encode(label, forKey: .parcelID) }
    try container.encodeIfPresent(county, forKey: .county)
    try container.encodeIfPresent(plan, forKey: .plan)
    try container.encode(changes, forKey: .changes)
    if !addedActs.isEmpty { try container.encode(addedActs, forKey: .addedActs) }
    if !goneActs.isEmpty { try container.encode(goneActs, forKey: .goneActs) }
    if isBoundaryChanged { try container.encode(BoundaryPair(self), forKey: .boundary) }
    let (after, before) = (newKinship.successors, newKinship.predecessors)
    if kind == .gone, !after.isEmpty { try container.encode(after, forKey: .successors) }
    if kind == .added, !before.isEmpty { try container.encode(before, forKey: .predecessors) }
    try container.encode(sources, forKey: .sources)
  }

  private struct BoundaryPair: Encodable {
    let old: ParcelBoundary?
    let new: ParcelBoundary?
    let areaDifference: Double?

    init(_ difference: ParcelDifference) {
      old = difference.oldBoundary
      new = difference.newBoundary
      areaDifference = difference.areaDifference
    }

    enum CodingKeys: String, CodingKey {
      case old, new
      case areaDifference = "area_difference_m2"
    }
  }
}

extension ParcelDifference.Change: Encodable {
  enum CodingKeys: String, CodingKey {
    case property, old, new, source
  }

  /// Writes the property, its values, and the document and lines that say so.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(property, forKey: .property)
    try container.encodeIfPresent(old, forKey: .old)
    try container.encodeIfPresent(new, forKey: .new)
    try container.encodeIfPresent(source, forKey: .source)
  }
}

extension RegisterDifference.Layer: Encodable {
  enum CodingKeys: String, CodingKey {
    case name
    case kind = "change"
    case old, new
  }

  /// Writes the layer's name, what became of it, and both versions.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(kind, forKey: .kind)
    try container.encodeIfPresent(old, forKey: .old)
    try container.encodeIfPresent(new, forKey: .new)
  }
}

extension RegisterDifference.Townships: Encodable {
  enum CodingKeys: String, CodingKey {
    case kind = "change"
    case from, into, source
  }

  /// Writes what was merged into what, and the document.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let kind: ParcelDifference.Kind = isAdded ? .added : .gone
    try container.encode(kind, forKey: .kind)
    try container.encode(change.from, forKey: .from)
    try container.encode(change.into, forKey: .into)
    try container.encode(source, forKey: .source)
  }
}

extension RegisterDifference: Encodable {
  enum CodingKeys: String, CodingKey {
    case answer, from, to, added, gone, changed
    case addedDocuments = "added_documents"
    case goneDocuments = "gone_documents"
    case layers, townships
  }

  private struct Moments: Encodable {
    let asOf: CalendarDate?
    let knownAt: String?

    enum CodingKeys: String, CodingKey {
      case asOf = "as_of"
      case knownAt = "known_at"
    }
  }

  /// Writes both moments, how many parcels differ, and what else does.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    let verdict: LookupAnswer.Verdict = isEmpty ? .none : .found
    try container.encode(verdict, forKey: .answer)
    try container.encode(Moments(asOf: from.asOf, knownAt: from.knownAt), forKey: .from)
    try container.encode(Moments(asOf: to.asOf, knownAt: to.knownAt), forKey: .to)
    try container.encode(addedCount, forKey: .added)
    try container.encode(goneCount, forKey: .gone)
    try container.encode(changedCount, forKey: .changed)
    try container.encode(addedDocuments, forKey: .addedDocuments)
    try container.encode(goneDocuments, forKey: .goneDocuments)
    try container.encode(layers, forKey: .layers)
    try container.encode(townships, forKey: .townships)
  }
}
