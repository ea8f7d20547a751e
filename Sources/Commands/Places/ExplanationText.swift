import Answers
import Exchange
import Planning

/// How an answer was found, for people.
struct ExplanationText {
  let explanation: PlaceExplanation
  let width: Int?

  func lines() -> [String] {
    var block = FieldBlock()
    block.append(Wording.register, explanation.register)
    block.append(Wording.coordinateSystem, explanation.crs)
    block.append(Wording.projectedBy, explanation.projection)
    block.append(
      Wording.searched,
      explanation.searches.map { search in
        Wording.searched(search).text
      })
    block.append(
      Wording.functions,
      explanation.calls.map { "\($0.function) × \($0.count)" }
        .joined(separator: Wording.listed.text))
    block.append(
      Wording.sliversAre,
      Wording.slivers(explanation.slivers).text)
    block.append(
      Wording.versions,
      explanation.versions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        .joined(separator: Wording.listed.text))
    // The command is one to be copied: it is not wrapped.
    return [Wording.explanation.text] + block.lines(width: width)
      + ["  " + Wording.repeatIt.text, "    " + DisplayWidth.printable(explanation.command)]
  }
}
