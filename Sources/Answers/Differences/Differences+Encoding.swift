internal import Characters
internal import Planning

extension ParcelDifference: Encodable {
  /// Writes what differs: each property with old and new value, acts, the boundary before and
  /// after, and the documents.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("change", kind)
    try json("parcel", label)
    if PlotKey.isNumber(plotKey) { try json("parcel_id", label) }
    try json("county", county)
    try json("plan", plan)
    try json("changes", changes)
    try json.filled("added_transactions", addedActs)
    try json.filled("gone_transactions", goneActs)
    if isBoundaryChanged {
      try json.object("boundary") { json in
        try json("old", oldBoundary)
        try json("new", newBoundary)
        try json("area_difference_m2", areaDifference)
      }
    }
    if kind == .gone { try json.filled("became", newKinship.successors) }
    if kind == .added { try json.filled("came_from", newKinship.predecessors) }
    try json("documents", sources)
  }
}

extension ParcelDifference.Change: Encodable {
  /// Writes the property, its values, and the document and lines that say so.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("property", property)
    try json("old", old)
    try json("new", new)
    try json("source", source)
  }
}

extension RegisterDifference.Layer: Encodable {
  /// Writes the layer's name, what became of it, and both versions.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("name", name)
    try json("change", kind)
    try json("old", old)
    try json("new", new)
  }
}

extension RegisterDifference.Townships: Encodable {
  /// Writes what was merged into what, and the document.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    let kind: ParcelDifference.Kind = isAdded ? .added : .gone
    try json("change", kind)
    try json("from", change.from)
    try json("into", change.into)
    try json("source", source)
  }
}

extension RegisterDifference: Encodable {
  /// Writes both moments, how many parcels differ, and what else does.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    let verdict: LookupAnswer.Verdict = isEmpty ? .none : .found
    try json("answer", verdict)
    for (name, moment) in [("from", from), ("to", to)] {
      try json.object(name) { json in
        try json("as_of", moment.asOf)
        try json("known_at", moment.knownAt)
      }
    }
    try json("added", addedCount)
    try json("gone", goneCount)
    try json("changed", changedCount)
    try json("added_documents", addedDocuments)
    try json("gone_documents", goneDocuments)
    try json("layers", layers)
    try json("townships", townships)
  }
}
