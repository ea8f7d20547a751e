/// The life of land: plan, reserve, supply and reclaim in their order.
public struct LifeCycleRules: Sendable {
  /// Nothing was judged yet.
  public init() {}

  /// Judges a parcel.
  public mutating func judge(_ parcel: CheckedParcel, into findings: inout FindingCollector) {}

  /// Judges a document.
  public mutating func judge(_ document: CheckedDocument, into findings: inout FindingCollector) {}

  /// Judges what needs all parcels and documents, once they were seen.
  public mutating func finish(into findings: inout FindingCollector) {}
}
