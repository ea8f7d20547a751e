internal import Planning

extension EncodedDocument {
  /// One parcel that came from another, as this document says.
  struct Step {
    var kind: ParcelLineage.Kind
    var from: String
    var to: String
    var planKey: String?
    var keepsNumber: Bool
    var lines: ClosedRange<Int>
  }

  /// The document's lineage pair by pair, with the parcels that name the one they were split from.
  func kinship() -> [Step] {
    guard !document.lineage.isEmpty || document.parcels.contains(where: { $0.parentID != nil })
    else { return [] }
    var steps: [Step] = []
    var pairs: Set<[String]> = []
    for lineage in document.lineage {
      let planKey = planKey(of: lineage.from + lineage.to)
      for from in lineage.from {
        for to in lineage.to where pairs.insert([from, to]).inserted {
          steps.append(
            Step(
              kind: lineage.kind, from: from, to: to, planKey: planKey,
              keepsNumber: lineage.to.contains(from), lines: lineage.line...lineage.line))
        }
      }
    }
    for (index, statement) in document.parcels.enumerated() {
      guard let from = statement.parentID, let to = statement.parcelID, from != to,
        pairs.insert([from, to]).inserted
      else { continue }
      let place = statement.place
      steps.append(
        Step(
          kind: .split, from: from, to: to, planKey: planKeys[index], keepsNumber: false,
          lines: place.lineStart...max(place.lineStart, place.lineEnd)))
    }
    return steps
  }

  /// The one plan that the document gives for these numbers, else the one plan it speaks of.
  private func planKey(of numbers: [String]) -> String? {
    let keys = Set(numbers.compactMap(PlotKey.ofNumber))
    var near: Set<String> = []
    var all: Set<String> = []
    for (statement, planKey) in zip(document.parcels, planKeys) {
      guard let planKey else { continue }
      all.insert(planKey)
      if let key = PlotKey.of(statement), keys.contains(key) { near.insert(planKey) }
    }
    return near.count == 1 ? near.first : near.isEmpty && all.count == 1 ? all.first : nil
  }
}
