internal import Terms
import Answers
import Characters
import Dialogue
import Exchange
import Foundation
import Planning
import Registry

/// Writes what holds each of many points, and ends with 1 where a point lies in nothing.
struct LocatedPointsOutput {
  let options: AnswerOptions<ParcelFormat>

  /// So many points are shown to people.
  private static let mostShown = 100

  func write(_ points: LocatedPoints) throws {
    let text = LocatedPointsText(points, places: points.xy.allSatisfy { abs($0) <= 360 } ? 9 : 4)
    switch options.format {
    case .csv: try text.csv(byteOrderMark: options.bom) { try Console.write(Data($0)) }
    case .jsonl: try text.lines { try Console.write(Data($0)) }
    default: try Console.write(lines(of: points).joined(separator: "\n"))
    }
    let outside = points.outsideCount
    Console.say(Wording.pointsLocated(points.count, outside: outside).text)
    for layer in points.layers where !layer.unchecked.isEmpty {
      Console.say(Wording.pointsUnchecked(layer.unchecked.count, layer: layer.name).text)
    }
    for layer in points.layers where !layer.isChecked {
      Console.say(Wording.couldNotCheck(layer.name).text)
    }
    if !points.missingRoles.isEmpty {
      let missing = points.missingRoles.map { $0.name.text }
      Console.say(Wording.layersMissing(missing).text)
    }
    if points.layers[0].isChecked, points.layers[0].withoutShape > 0 {
      Console.say(Wording.withoutBoundary(points.layers[0].withoutShape).text)
    }
    if points.layers.contains(where: \.isSchematic) { Console.say(Wording.schematicHere.text) }
    if outside > 0 { throw Ending(status: .findings) }
  }

  /// A row for each point, a column for each layer.
  private func lines(of points: LocatedPoints) -> [String] {
    var table = TextTable(
      [.number("#"), .number("x"), .number("y")] + points.layers.map { .words($0.name) })
    for point in 0..<min(points.count, LocatedPointsOutput.mostShown) {
      let place = [points.xy[2 * point], points.xy[2 * point + 1]]
        .map { NumberText.decimal($0, places: 9) }
      table.append(
        [String(points.numbers[point])] + place
          + points.layers.map { LocatedPointsOutput.cell(of: $0, at: point) })
    }
    return table.lines(width: Terminal.outputColumns)
      + (points.count > LocatedPointsOutput.mostShown
        ? [Wording.andMore(points.count - LocatedPointsOutput.mostShown).text] : [])
  }

  private static func cell(of layer: LocatedPoints.Layer, at point: Int) -> String {
    guard layer.isChecked else { return Wording.couldNotCheck(layer.name).text }
    let found = (layer.offsets[point]..<layer.offsets[point + 1]).map { match in
      layer.ids[Int(layer.features[Int(match)])]
        + (layer.areOnBoundary[Int(match)] ? " (\(Wording.onBoundary.text))" : "")
    }
    let unchecked = layer.unchecked(at: point).map {
      Wording.couldNotCheck(layer.ids[$0.feature]).text
    }
    let all = found + unchecked
    return all.isEmpty ? Words.checkedNone.text : all.joined(separator: "/")
  }
}
