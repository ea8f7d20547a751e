import Foundation
import Planning
import TestSupport
import Testing

@testable import Intake

/// The text that is kept of a file has the lines that facts are told by.
@Suite struct KeptTextTests {
  private let all = 1...Int.max

  @Test(arguments: ["", "甲", "甲\n", "甲\n\n乙\r\n丙\r丁\r\r戊\n\n", "\n\n", "甲\u{0C}乙\n"])
  func itsLinesAreThoseOfTheReaders(_ text: String) {
    let read = TextDecoding.lines(text)
    for kept in [SourceText(text), SourceText(read.map { ($0.number, $0.text) })] {
      #expect(kept.lineCount == read.count)
      #expect(kept.lines(all)?.map(\.text) == read.map(\.text))
      #expect(kept.lines(all)?.map(\.number) == read.map(\.number))
    }
  }

  @Test func someLinesAreTakenByTheirNumbers() {
    let text = SourceText("一\n二\n三\n四")
    #expect(text.lines(2...3)?.map(\.text) == ["二", "三"])
    #expect(text.lines(4...9)?.map(\.number) == [4])
    #expect(text.lines(5...9)?.isEmpty == true)
  }

  @Test func numbersThatAreLeftOutAreBlankLines() {
    let text = SourceText([(2, "甲"), (4, "乙")].map { (number: $0.0, text: $0.1) })
    #expect(text.lines(all)?.map(\.text) == ["", "甲", "", "乙"])
  }

  @Test func ofATableItIsTheFileAndNotItsCells() async throws {
    let table = "地块编号,用地性质,面积（公顷）\r\nK-01,\"公园\r\n绿地\",0.5\r\nK-02,商业用地,1.5\r\n"
    let result = try await DocumentIntake().read(
      Array(table.utf8), name: "a.csv", path: "a.csv")
    let text = try #require(result.texts.first)
    let parcel = try #require(result.documents.first?.parcels.last)
    #expect(
      text.lines(parcel.place.lineStart...parcel.place.lineEnd)?.map(\.text) == [
        "K-02,商业用地,1.5"
      ])
    #expect(text.lines(2...3)?.map(\.text) == ["K-01,\"公园", "绿地\",0.5"])
  }

  @Test func everyFactOfASampleIsQuotedFromIt() async throws {
    let file = Repository.root.appendingPathComponent("Data/exercise/1-original-plan.txt")
    let bytes = Array(try Data(contentsOf: file))
    let result = try await DocumentIntake().read(bytes, name: "a.txt", path: file.path)
    let text = try #require(result.texts.first)
    let parcels = result.documents.flatMap(\.parcels)
    #expect(!parcels.isEmpty)
    for parcel in parcels {
      let quoted = try #require(text.lines(parcel.place.lineStart...parcel.place.lineEnd))
      #expect(quoted.contains { $0.text.contains(parcel.parcelID ?? "–") }, "\(parcel)")
    }
  }
}
