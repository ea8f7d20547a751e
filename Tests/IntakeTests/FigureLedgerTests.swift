import Foundation
import Intake
import Planning
import Testing

/// Every figure of a document is in a fact, explained, or told.
struct FigureLedgerTests {
  private func read(_ body: String) async throws -> (
    document: LandDocument, told: [Diagnostic]
  ) {
    let result = try await SampleLetter(title: "关于砚池单元详细规划的批复", body: body).read()
    return (try #require(result.documents.first), result.diagnostics)
  }

  @Test func everyFigureOfAParcelIsInAFact() async throws {
    let read = try await read(
      "YC-01地块用地性质为工业用地（100101），用地面积1.25公顷（18.75亩），容积率1.0以上2.0以下，绿地率不大于15%。")
    let figures = try #require(read.document.figures)
    #expect(figures.found >= 4)
    #expect(figures.inFacts == figures.found)
    #expect(read.document.unread.isEmpty)
  }

  @Test func anAreaOfNoParcelIsToldWithItsLine() async throws {
    let read = try await read(
      "YC-01地块用地性质为工业用地（100101），用地面积1.25公顷。\n单元西侧尚有废弃砖窑约7.5亩，另行处置。")
    #expect(read.document.unread.map(\.line) == [7])
    #expect(
      read.told.contains { $0.code == .figureUnread && $0.severity == .warning && $0.line == 7 })
  }

  @Test func aTableOfLandThatNoReaderTookIsTold() async throws {
    let read = try await read(
      "YC-01地块用地性质为工业用地（100101），用地面积1.25公顷。\n\n村名\t拟复垦（亩）\t拟造林（公顷）\n上砚村\t36\t4.5")
    #expect(read.document.unread.count == 2)
    #expect(read.document.unread.allSatisfy { $0.line == 9 })
  }

  @Test func floorAreaIsExplained() async throws {
    let read = try await read(
      "YC-01地块用地性质为工业用地（100101），用地面积1.25公顷。\n配建宿舍建筑面积3000平方米。")
    let figures = try #require(read.document.figures)
    #expect(figures.explained == 1)
    #expect(read.told.contains { $0.code == .figureExplained && $0.severity == .info })
  }
}
