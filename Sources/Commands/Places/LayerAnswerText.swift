import Terms
import Answers
import Characters
import Exchange
import Planning
import Terms

/// What the reference layers say of a place, as a table.
struct LayerAnswerText {
  let answer: PlaceAnswer
  let width: Int?
  /// So many features of a layer are told; JSON has all.
  private static let most = 10

  init(answer: PlaceAnswer, width: Int?) {
    self.answer = answer
    self.width = width
  }

  /// The lines; empty where no layer was asked and no role is missing.
  func lines() -> [String] {
    var table = TextTable([
      .words(Wording.layer.text), .text(Wording.date.text), .words(Wording.answer.text),
      .number(Wording.squareMetres.text), .number(Wording.mu.text),
      .number((answer.asked.kind == .parcel ? Wording.ofParcel : Wording.ofAsked).text),
      .number(Wording.ofFeature.text), .words(Wording.note.text),
    ])
    for layer in answer.layers where layer.layer != nil { append(layer, to: &table) }
    var lines = table.lines(width: width)
    let missing = answer.layers.filter { $0.layer == nil }.map { $0.role.name.text }
    if !missing.isEmpty { lines.append(Wording.layersMissing(missing).text) }
    return lines
  }

  private func append(_ layer: LayerAnswer, to table: inout TextTable) {
    let name =
      (layer.layer?.source.name ?? "") + (layer.isSchematic ? Words.schematicMark.text : "")
    let date = layer.layer?.source.date?.description
    guard layer.verdict == .found else {
      let words =
        layer.verdict == .none
        ? .checkedNone : Wording.couldNotCheck(Self.unchecked(layer.unchecked))
      table.append([name, date, words.text] + [nil, nil, nil, nil, nil])
      return
    }
    for (index, feature) in layer.features.prefix(Self.most).enumerated() {
      let label = feature.attributes.label
      let text = LandText(land: feature.land)
      table.append(
        [
          index == 0 ? name : nil, index == 0 ? date : nil,
          label.isEmpty ? "#\(feature.number)" : label,
        ] + text.cells + [text.remark])
    }
    let rest = layer.featureCount - min(layer.features.count, Self.most)
    if rest > 0 {
      table.append([nil, nil, Wording.andMore(rest).text] + [nil, nil, nil, nil, nil])
    }
    if layer.featureCount > 1, let area = layer.coveredSquareMetres, area > 0 {
      table.append([
        nil, nil, Wording.together.text, NumberText.decimal(area, places: 2, keep: 2),
        NumberText.decimal(AreaUnit.mu(fromSquareMetres: area), places: 2, keep: 2),
        layer.coveredShare.map(LandText.percent), nil, nil,
      ])
    }
    if !layer.unchecked.isEmpty {
      table.append(
        [nil, nil, Wording.couldNotCheck(Self.unchecked(layer.unchecked)).text]
          + [nil, nil, nil, nil, nil])
    }
  }

  private static func unchecked(_ features: [LayerAnswer.Unchecked]) -> String {
    features.prefix(5).map { "#\($0.feature) " + reason($0.reason) }
      .joined(separator: Wording.listed.text)
  }

  /// What is wrong with a shape, in words where there are some.
  static func reason(_ key: String) -> String {
    DiagnosticWording.words(ofShapeReason: key).text
  }
}
