/// One row of the crosswalk, seen from the class that was asked about.
public struct LandUseEquivalent: Hashable, Sendable {
  /// The class asked about.
  public let from: LandUseClass
  /// Its counterpart, or `nil` where the crosswalk says that there is none.
  public let to: LandUseClass?
  /// How the two stand to each other, seen from `from`.
  public let relation: LandUseRelation
  /// How sure the row is; over several rows, the least of them.
  public let confidence: LandUseConfidence
  /// The classes in between where no row joins the two directly: the way goes over MNR-2023.
  public let via: [LandUseClass]
  /// What a reader should know, in English, or `nil`.
  public let note: String?
  /// The same in Chinese.
  public let noteChinese: String?

  /// A row.
  public init(
    from: LandUseClass, to: LandUseClass?, relation: LandUseRelation,
    confidence: LandUseConfidence, via: [LandUseClass] = [], note: String? = nil,
    noteChinese: String? = nil
  ) {
    self.from = from
    self.to = to
    self.relation = relation
    self.confidence = confidence
    self.via = via
    self.note = note
    self.noteChinese = noteChinese
  }
}
