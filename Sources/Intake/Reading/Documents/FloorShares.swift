import Foundation
import Planning

/// What part of the buildings on mixed land a use may or must have:
/// `零售商业计容建筑面积不超过总计容建筑面积的12%`, a column `商业建筑面积占比` with `≤8%`.
///
/// The share is said of one use beside another, so it changes only land that has both.
struct FloorShares {
  let vocabulary: LandUseVocabulary

  /// A use by its words and its share.
  struct Statement {
    var words: String
    var share: UseShare
  }

  /// What a text says of shares.
  func statements(in text: String) -> [Statement] {
    let compact = SourceLine(number: 0, text: text).compact
    return compact.split(whereSeparator: { "。;；，、".contains($0) })
      .flatMap { $0.split(separator: ",") }
      .compactMap { statement(in: $0) }
  }

  private func statement(in clause: Substring) -> Statement? {
    guard clause.has("%"), let floor = clause.range(of: FloorShares.floorArea) else { return nil }
    var words = clause[..<floor.lowerBound]
    for measured in FloorShares.measured where words.hasSuffix(measured) {
      words = words.dropLast(measured.count)
    }
    if words.hasSuffix("用地") { words = words.dropLast(2) }
    guard words.count >= 2 else { return nil }
    var bound = String(clause[floor.upperBound...])
    // 不超过总计容建筑面积的12%: the whole stands between the sign and the number.
    var isOfWhole = bound.hasPrefix("占") || bound.hasPrefix("比例")
    if let whole = bound.range(of: FloorShares.floorArea) {
      var start = whole.lowerBound
      while let part = FloorShares.measured.first(where: { bound[..<start].hasSuffix($0) }) {
        start = bound.index(start, offsetBy: -part.count)
      }
      isOfWhole = isOfWhole || start < whole.lowerBound
      var end = whole.upperBound
      while end < bound.endIndex, "的比例为之".contains(bound[end]) {
        end = bound.index(after: end)
      }
      bound.removeSubrange(start..<end)
    }
    for opening in ["占比", "占", "比例", "应", "须", "控制在", "为", ":", "|"]
    where bound.hasPrefix(opening) {
      bound.removeFirst(opening.count)
    }
    guard isOfWhole else { return nil }
    let grammar = Grammar(
      Prose([SourceLine(number: 0, text: bound)]), vocabulary: vocabulary,
      useNames: PhraseTable([]), date: nil)
    guard let read = grammar.percentage(at: 0) else { return nil }
    return Statement(words: String(words), share: read.share)
  }

  private static let floorArea = "建筑面积"
  private static let measured = [
    "计容", "地上", "地下", "总", "的", "规划", "项目", "宗地", "地块", "全部", "该", "本",
  ]

  /// The uses with the share that a statement gives one of them, where it is plain which one.
  func shared(_ uses: [LandUse], _ statements: [Statement]) -> [LandUse] {
    guard uses.count > 1 else { return uses }
    var uses = uses
    for statement in statements {
      let meant = uses.indices.filter { index in
        guard let name = uses[index].name else { return false }
        let stem = name.hasSuffix("用地") ? String(name.dropLast(2)) : name
        return statement.words.hasSuffix(stem) || stem.hasSuffix(statement.words.suffix(2))
      }
      guard meant.count == 1, uses[meant[0]].share == nil else { continue }
      uses[meant[0]].share = statement.share
    }
    return uses
  }
}

extension DocumentBuilder {
  /// Hangs the shares that cells and sentences state on the land with those uses.
  mutating func readFloorShares() {
    let reader = FloorShares(vocabulary: vocabulary)
    let isMixed =
      parcels.contains { $0.landUse.count > 1 } || transactions.contains { $0.landUse.count > 1 }
    guard isMixed else { return }
    let said = sentencesOfShares(reader)
    for index in parcels.indices {
      let own = cells(parcels[index].extras, reader) + of(parcels[index].parcelID, said)
      parcels[index].landUse = reader.shared(parcels[index].landUse, own)
    }
    for index in transactions.indices {
      let own = cells(transactions[index].extras, reader) + of(transactions[index].parcelID, said)
      transactions[index].landUse = reader.shared(transactions[index].landUse, own)
    }
  }

  private func cells(
    _ extras: [String: String], _ reader: FloorShares
  ) -> [FloorShares.Statement] {
    extras.sorted { $0.key < $1.key }.flatMap {
      let whole = reader.statements(in: $0.key + $0.value)
      return whole.isEmpty ? reader.statements(in: $0.value) : whole
    }
  }

  private func sentencesOfShares(
    _ reader: FloorShares
  ) -> [(text: String, statements: [FloorShares.Statement])] {
    // A row of a table is no part of the sentence below it.
    let text = raw.body.map { line in
      line.compact.isEmpty ? "。" : line.compact.has("|") ? "。\(line.compact)。" : line.compact
    }.joined()
    return text.split(whereSeparator: { "。;；".contains($0) }).compactMap { sentence in
      let statements = reader.statements(in: String(sentence))
      return statements.isEmpty ? nil : (String(sentence), statements)
    }
  }

  /// What sentences that name the land, or that name none where there is no other land, say of it.
  private func of(
    _ id: String?, _ said: [(text: String, statements: [FloorShares.Statement])]
  ) -> [FloorShares.Statement] {
    let ids = Set(parcels.compactMap(\.parcelID) + transactions.compactMap(\.parcelID))
    return said.flatMap { sentence in
      let named = ids.filter { sentence.text.has(SourceLine(number: 0, text: $0).compact) }
      let isOwn = id.map { named == [$0] } ?? false
      return isOwn || named.isEmpty && ids.count <= 1 ? sentence.statements : []
    }
  }
}
