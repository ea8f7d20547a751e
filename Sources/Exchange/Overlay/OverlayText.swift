public import Answers
internal import Characters
public import Foundation
internal import Planning
internal import SimpleFeatures
internal import Terms

/// An overlay as CSV, JSON and JSON Lines.
public enum OverlayText {
  /// The columns of CSV and the keys of pairs.
  static let columns = [
    "a_id", "b_id", "area_m2", "share_of_a", "share_of_b", "sliver",
  ]

  /// One pair a row: both ids, square metres, percent of the first and of the second feature, whether
  /// it is a sliver. Numbers have nine decimals at most. Handed over some thousand rows at a time.
  public static func csv(
    of answer: OverlayAnswer, byteOrderMark: Bool, to sink: ([UInt8]) throws -> Void
  ) throws {
    var heading = CSVWriter(byteOrderMark: byteOrderMark, formulas: .neutralised)
    heading.append(columns)
    try sink(Array(heading.text.utf8))
    let rows = OverlayRows(answer)
    let stretch = 8_192
    try OrderedChunks.run(
      workers: ProcessorCount.available, prepare: {},
      make: { _, chunk -> [UInt8]? in
        let start = chunk * stretch
        guard start < answer.count else { return nil }
        return rows.csv(start..<min(start + stretch, answer.count))
      },
      receive: sink)
  }

  /// The whole answer as one object, its pairs under `pairs`.
  public static func json(
    of answer: OverlayAnswer, to sink: (Data) throws -> Void
  ) throws {
    try write(json: OverlayHead(answer), list: "pairs", pairs(of: answer), to: sink)
  }

  /// One pair a line.
  public static func lines(
    of answer: OverlayAnswer, to sink: (Data) throws -> Void
  ) throws {
    for pair in pairs(of: answer) {
      try sink(try JSONText.line(pair) + Data("\n".utf8))
    }
  }

  /// A matrix in long form: one cell a row. Land outside the other layer has an empty code there and
  /// `outside` in the last column, land counted more than once `repeated` and a negative area; so the
  /// rows of a code add up to its land.
  public static func csv(of matrix: LandUseMatrix, byteOrderMark: Bool) -> Data {
    var csv = CSVWriter(byteOrderMark: byteOrderMark, formulas: .neutralised)
    csv.append(["a_code", "a_name", "b_code", "b_name", "area_m2", "area_mu", "share_of_a", "kind"])
    for cell in MatrixCell.all(of: matrix) {
      csv.append([
        cell.firstCode, cell.firstName, cell.secondCode, cell.secondName,
        NumberText.decimal(cell.squareMetres, places: 9),
        NumberText.decimal(AreaUnit.mu(fromSquareMetres: cell.squareMetres), places: 9),
        cell.share.map { NumberText.decimal($0, places: 9) }, cell.kind.rawValue,
      ])
    }
    return Data(csv.text.utf8)
  }

  /// A matrix as one object: rows, columns and cells.
  public static func json(
    of matrix: LandUseMatrix, _ answer: OverlayAnswer, to sink: (Data) throws -> Void
  ) throws {
    try write(
      json: MatrixHead(head: OverlayHead(answer, hasPairs: false), matrix: matrix), list: "cells",
      MatrixCell.all(of: matrix), to: sink)
  }

  /// A matrix, one cell a line.
  public static func lines(
    of matrix: LandUseMatrix, to sink: (Data) throws -> Void
  ) throws {
    for cell in MatrixCell.all(of: matrix) {
      try sink(try JSONText.line(cell) + Data("\n".utf8))
    }
  }

  /// An object whose last key is a long list, which is written part by part.
  private static func write(
    json head: some Encodable, list name: String, _ list: [some Encodable & Sendable],
    to sink: (Data) throws -> Void
  ) throws {
    // The head is an object that is not empty: its text ends with a line break and a brace.
    let text = try JSONText.pretty(head).dropLast(2)
    try sink(text + Data(",\n  \"\(name)\" : ".utf8))
    var writer = JSONListText(indentation: 2)
    for start in stride(from: 0, to: list.count, by: 4_096) {
      try sink(writer.part(Array(list[start..<min(start + 4_096, list.count)])))
    }
    try sink(writer.end() + Data("\n}\n".utf8))
  }

  private static func pairs(of answer: OverlayAnswer) -> [OverlayPair] {
    let slivers = Set(answer.slivers)
    return (0..<answer.count).map { OverlayPair(answer, $0, isSliver: slivers.contains($0)) }
  }
}

/// The pairs of an overlay as rows of CSV; any number of threads may ask for some.
struct OverlayRows: Sendable {
  private let answer: OverlayAnswer
  private let first: Cells
  private let second: Cells
  private let numbers = FixedPoint(places: 9)

  /// The cells of ids in one buffer.
  private struct Cells: Sendable {
    private var bytes: [UInt8] = []
    private var offsets: [Int] = [0]

    init(_ ids: [String]) {
      offsets.reserveCapacity(ids.count + 1)
      for id in ids {
        bytes += CSVWriter.cell(id, .neutralised).utf8
        offsets.append(bytes.count)
      }
    }

    subscript(feature: Int32) -> ArraySlice<UInt8> {
      bytes[offsets[Int(feature)]..<offsets[Int(feature) + 1]]
    }
  }

  init(_ answer: OverlayAnswer) {
    self.answer = answer
    first = Cells(answer.first.ids)
    second = Cells(answer.second.ids)
  }

  /// Some of the pairs.
  func csv(_ pairs: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(80 * pairs.count)
    let comma = UInt8(ascii: ",")
    var slivers = answer.slivers[...].drop { $0 < pairs.lowerBound }
    for pair in pairs {
      bytes += first[answer.firstFeatures[pair]]
      bytes.append(comma)
      bytes += second[answer.secondFeatures[pair]]
      let shares = answer.shares(pair)
      for number in [answer.areas[pair], shares.first, shares.second] {
        bytes.append(comma)
        numbers.append(number, to: &bytes)
      }
      let isSliver = slivers.first == pair
      if isSliver { slivers.removeFirst() }
      bytes += (isSliver ? ",true\r\n" : ",false\r\n").utf8
    }
    return bytes
  }
}
