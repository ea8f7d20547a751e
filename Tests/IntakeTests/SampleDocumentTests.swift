import Foundation
import Intake
import Planning
import TestSupport
import Testing

/// Documents written for these tests in the manner of many counties, each with the facts it states.
struct SampleDocumentTests {
  static let samples: [String] = {
    let folder = Repository.root.appending(path: "Tests/IntakeTests/Samples")
    let files = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func thereAreMoreThanTwentySamples() {
    #expect(Self.samples.count > 20)
  }

  @Test(arguments: samples)
  func aSampleGivesItsFactsAndNoOthers(_ sample: String) async throws {
    let folder = Repository.root.appending(path: "Tests/IntakeTests/Samples")
    let gold = folder.appending(path: sample + ".json")
    let source = try #require(
      ["txt", "csv", "tsv", "xlsx", "ods", "docx", "pdf"].lazy
        .map { folder.appending(path: "\(sample).\($0)") }
        .first { FileManager.default.fileExists(atPath: $0.path) })
    let result = try await DocumentIntake().read(
      Array(Data(contentsOf: source)), name: source.lastPathComponent, path: source.path)
    let read = try JSONSerialization.jsonObject(
      with: JSONEncoder().encode(["documents": result.documents]))
    let expected = try JSONSerialization.jsonObject(with: Data(contentsOf: gold))
    let expectation = Expectation(
      expected: try #require(expected as? [String: Any]), read: try #require(read as? [String: Any])
    )
    #expect(expectation.differences() == [])
  }
}
