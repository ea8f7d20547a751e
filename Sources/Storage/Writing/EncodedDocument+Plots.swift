internal import Planning

extension EncodedDocument {
  /// The document's own facts by plot, as a reader would find them if it were the only document.
  /// Plots with lineage are left to the reader.
  func plots(source: DocumentReference) -> [String: PlotFacts] {
    var plots: [String: PlotFacts] = [:]
    func placed(_ place: SourcePlace) -> DocumentReference {
      var source = source
      source.place = place
      return source
    }
    for (ordinal, statement) in document.parcels.enumerated() {
      guard let key = PlotKey.of(statement) else { continue }
      let fact = RegisterFact(
        fact: statement, county: county, source: placed(statement.place), ordinal: ordinal)
      plots[key, default: PlotFacts(key: key)].statements.append(
        PlotFacts.Statement(fact: fact, planKey: planKeys[ordinal]))
    }
    for (ordinal, transaction) in document.transactions.enumerated() {
      guard let key = PlotKey.of(transaction) else { continue }
      plots[key, default: PlotFacts(key: key)].transactions.append(
        RegisterFact(
          fact: transaction, county: county, source: placed(transaction.place), ordinal: ordinal))
    }
    return plots
  }
}
