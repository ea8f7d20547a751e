import Filtering
import Foundation
import Filtering
import Planning
import TestSupport
import Testing

/// Every text example of the CQL2 standard: read into the tree of its JSON twin, or refused by the
/// name of what is not answered here. What is not in the table below must be read.
@Suite("The examples of the CQL2 standard")
struct FilterSuiteTests {
  private static let folder = Repository.root.deletingLastPathComponent()
    .appendingPathComponent("shared/suites/cql2/cql2/standard/schema/examples")

  private static let refused: [String: String] = [
    "clause6_01": "avg", "clause6_02b": "avg", "clause6_02c": "arithmetic",
    "clause7_05": "ACCENTI", "clause7_12": "T_INTERSECTS", "clause7_13": "T_DURING",
    "clause7_15": "A_CONTAINS", "clause7_17": "T_DURING", "clause7_18": "Buffer",
    "clause7_19": "arithmetic",
    "example20": "T_BEFORE", "example21": "T_AFTER", "example22": "T_DURING",
    "example27": "ACCENTI", "example45": "BBOX with heights", "example53": "T_AFTER",
    "example54": "T_BEFORE", "example54-alt01": "T_BEFORE", "example55": "T_CONTAINS",
    "example55-alt01": "T_CONTAINS", "example56": "T_DISJOINT", "example57": "T_DURING",
    "example58": "T_EQUALS", "example59": "T_FINISHEDBY", "example60": "T_FINISHES",
    "example61": "T_INTERSECTS", "example62": "T_MEETS", "example63": "T_METBY",
    "example64": "T_OVERLAPPEDBY", "example65": "T_OVERLAPS", "example66": "T_STARTEDBY",
    "example67": "T_STARTS", "example68": "Foo", "example69": "Bar", "example70": "ACCENTI",
    "example72": "arithmetic", "example73": "arithmetic", "example74": "arithmetic",
    "example75": "arithmetic", "example76": "arithmetic", "example77": "arithmetic",
    "example78": "arithmetic", "example79": "A_CONTAINEDBY", "example80": "A_CONTAINS",
    "example81": "A_EQUALS", "example82": "A_OVERLAPS", "example85": "arithmetic",
    "example85-alt01": "arithmetic",
  ]

  private static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("text").path)
    return (files ?? []).filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test("All 120 examples are there", .enabled(if: !names.isEmpty, "the suite is not here"))
  func count() {
    #expect(Self.names.count == 120)
    #expect(Set(Self.refused.keys).subtracting(Self.names).isEmpty)
  }

  @Test(
    "An example is its twin's tree, or is refused by name",
    .enabled(if: !names.isEmpty, "the suite is not here"), arguments: names)
  func example(name: String) throws {
    let text = String(
      decoding: try Data(contentsOf: Self.folder.appendingPathComponent("text/\(name).txt")),
      as: UTF8.self)
    let twin = name.split(separator: "-")[0]
    let json = try JSONDecoder().decode(
      FilterJSON.self,
      from: try Data(contentsOf: Self.folder.appendingPathComponent("json/\(twin).json")))
    do {
      let filter = try FilterExpression(parsing: text)
      #expect(Self.refused[name] == nil, "read, though it is listed as refused")
      #expect(FilterJSON(filter) == json)
    } catch {
      #expect(error.reason == .notSupported, "\(error)")
      #expect(error.seen == Self.refused[name])
    }
  }
}
