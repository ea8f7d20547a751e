import Foundation
import Intake
import Planning
import TestSupport
import Testing

/// What a rule costs: the files that know it by name.
@Suite struct RuleFilesTests {
  /// The Swift files of folders of Sources, with their text.
  private static func files(_ folders: [String]) throws -> [(name: String, text: String)] {
    try folders.flatMap { folder in
      let root = Repository.root.appendingPathComponent("Sources/\(folder)")
      let found = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
      return try (found?.compactMap { $0 as? URL } ?? [])
        .filter { $0.pathExtension == "swift" }
        .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
    }
  }

  /// A code as Swift has it: `areaDiffers` of `area_differs`.
  private static func identifier(_ code: RuleCode) -> String {
    let words = code.rawValue.split(separator: "_")
    return words[0] + words.dropFirst().map { $0.capitalized }.joined()
  }

  @Test func aRuleOnWhatIsSaidStandsInItsFamilyAndInTheListOfCodes() throws {
    // Where diagnostics of an import have names like rules, they are no part of the rule.
    let files = try Self.files(["Planning/Rules", "Registry", "Exchange/Findings", "Dialogue"])
      .filter { $0.name != "ShapePreparation.swift" }
    let said: Set<RuleFamily> = [.areas, .indicators, .use, .lifeCycle]
    let list = try Repository.text("Sources/Planning/Rules/Model/Rule.swift")
    for rule in try RuleProfileReader.standard().orderedRules where said.contains(rule.family) {
      // Two of one family compare shapes too, or hold an import to the same grades.
      guard ![.indicatorConflict, .areaDiffers].contains(rule.code) else { continue }
      let name = Self.identifier(rule.code)
      #expect(list.contains("case \(name) = \"\(rule.code.rawValue)\""))
      let pattern = try Regex("\\.\(name)\\b")
      let knowing = files.filter { $0.text.firstMatch(of: pattern) != nil }
      #expect(knowing.count <= 2, "\(rule.code.rawValue): \(knowing.map(\.name))")
    }
  }
}
