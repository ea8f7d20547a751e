import Planning

/// What the title itself says.
extension StatementReader {
  /// Notes the parcels that a title names, so that a document whose text names none still has them.
  mutating func readTitle(_ title: String) {
    let prose = Prose([SourceLine(number: 0, text: title)])
    let grammar = Grammar(
      prose, vocabulary: self.grammar.vocabulary, useNames: PhraseTable([]), date: nil)
    var index = 0
    while index < grammar.tokens.count {
      if let phrase = grammar.parcels(at: index), phrase.isCertain {
        titleParcels += phrase.ids.filter { !titleParcels.contains($0) }
        index = max(phrase.end, index + 1)
      } else {
        index += 1
      }
    }
  }
}
