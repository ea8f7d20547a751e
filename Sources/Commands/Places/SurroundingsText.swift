import Answers
import Exchange
import Planning

/// What surrounds a parcel as a person reads it: the layers its boundary meets, and its neighbours.
struct SurroundingsText {
  let answer: PlaceAnswer
  let width: Int?

  func lines() -> [String] {
    guard answer.asked.reason == nil else {
      return answer.asked.reason == .invalidShape ? [Wording.surroundingsNotChecked.text] : []
    }
    var lines = LayerAnswerText(answer: answer, width: width).lines()
    if !answer.parcels.isEmpty {
      if !lines.isEmpty { lines.append("") }
      lines.append(Wording.neighbours.text)
      lines += PlaceText.table(of: answer.parcels).lines(width: width.map { $0 - 2 })
        .map { "  \($0)" }
    }
    if let explanation = answer.explanation {
      lines += [""] + ExplanationText(explanation: explanation, width: width).lines()
    }
    return lines
  }
}
