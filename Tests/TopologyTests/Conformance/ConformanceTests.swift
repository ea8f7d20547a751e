import Foundation
import TestSupport
import Testing
import Topology

/// GEOS's own XML tests, asked through our interface.
///
/// What GEOS fails at is listed by its version in `expected-failures-VERSION.txt`; a failure that is
/// not listed and a listed one that has gone away both fail the test.
struct ConformanceTests {
  @Test(
    .enabled(
      if: ConformanceFile.folder != nil, "the suite geos-xmltester is not beside the repository"),
    arguments: ConformanceFile.names)
  func answersAreThoseOfTheSuite(file: String) throws {
    // The suite's coordinates are not those of land.
    var limits = ShapeLimits.land
    limits.coordinate = 1e18
    let engine = try GeometryEngine(limits: limits)
    var wrong: [String] = []
    for question in try ConformanceFile(file).questions {
      guard case .wrong = question.verdict(engine) else { continue }
      wrong.append("\(question.place) \(question.name)")
    }
    #expect(wrong == ConformanceTests.expected[file, default: []])
  }

  @Test(.enabled(if: ConformanceFile.folder != nil, "the suite is not beside the repository"))
  func suiteIsAskedAsAWhole() throws {
    var (asked, notAsked) = (0, 0)
    for file in ConformanceFile.names {
      for question in try ConformanceFile(file).questions {
        if question.isAsked { asked += 1 } else { notAsked += 1 }
      }
    }
    #expect(asked == 8952)
    #expect(notAsked == 536)
  }

  /// The failures of each file, as listed for the GEOS that runs.
  static let expected: [String: [String]] = {
    let list = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("expected-failures-\(GeometryEngine.version).txt")
    let lines = (try? String(contentsOf: list, encoding: .utf8)) ?? ""
    var expected: [String: [String]] = [:]
    for line in lines.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: " ", maxSplits: 1)
      guard fields.count == 2 else { continue }
      expected[String(fields[0]), default: []].append(String(fields[1]))
    }
    return expected
  }()
}
