extension CheckedParcel {
  /// What plans and tables say of this parcel, of all that is said under its key, in the order of
  /// their documents.
  ///
  /// A number repeats across plans: statements of the other parcels of that number are left out.
  var statements: [RegisterFact<ParcelStatement>] {
    let planKey = record.values.plan.flatMap { PlanName.key($0) }
    let isNumber = PlotKey.isNumber(facts.key)
    let location = record.values.location.map(SearchText.normalized)
    return facts.statements.filter { statement in
      let said = statement.fact
      guard PlotFolding.compatible(statement.planKey, planKey),
        PlotFolding.compatible(said.county, record.county),
        isNumber || PlotFolding.compatible(said.fact.location.map(SearchText.normalized), location)
      else { return false }
      return record.documents.contains { $0.isOfDocument(said.source) }
    }.map(\.fact).sorted(by: RegisterFact.precedes)
  }
}

extension DocumentReference {
  /// Whether two references are to one document, wherever in it.
  public func isOfDocument(_ other: DocumentReference) -> Bool {
    number == other.number && title == other.title && date == other.date
  }

  /// The reference with the lines of another place in it.
  func at(_ place: SourcePlace) -> DocumentReference {
    var copy = self
    copy.place = place
    return copy
  }
}

extension FindingCollector {
  /// By how much two areas may differ, in square metres: the rule's `tolerance_m2`, or its
  /// `tolerance_percent` of the area where that is more.
  func allowedDifference(_ code: RuleCode, of area: Double) -> Double {
    max(
      book.number(code, "tolerance_m2"),
      book.number(code, "tolerance_percent") / 100 * area)
  }
}
