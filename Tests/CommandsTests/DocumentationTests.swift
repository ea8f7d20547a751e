import Foundation
import Planning
import TestSupport
import Testing

@Suite struct DocumentationTests {
  static let documents = [
    "README.md", "README.zh-CN.md", "Documentation/Tour.md", "Documentation/Tour.zh-CN.md",
    "Documentation/Diff.md", "Documentation/Lookup.md",
  ]

  @Test(arguments: documents)
  func theExamplesSayWhatTheDocumentSays(_ document: String) throws {
    try DocumentedSession(document).check()
  }

  @Test func everyCommandIsNamedInBothReadmes() throws {
    for document in ["README.md", "README.zh-CN.md"] {
      let text = try Repository.text(document)
      for command in try Self.commands() {
        #expect(text.contains("`yulin \(command)"), "\(document) does not name yulin \(command)")
      }
    }
  }

  @Test func everyCommandAndOptionNamedInTheDocumentsExists() throws {
    let known = try Self.options()
    for file in try Self.allDocuments() {
      for named in Self.named(in: try Repository.text(file)) {
        guard let options = known[named.command] else {
          Issue.record("\(file) names yulin \(named.command), which does not exist")
          continue
        }
        for option in named.options where !options.contains(option) {
          Issue.record("\(file): yulin \(named.command) has no \(option)")
        }
      }
    }
  }

  @Test func everyFileNamedInTheDocumentsExists() throws {
    for file in try Self.allDocuments() {
      let text = try Repository.text(file)
      let folder = Repository.root.appendingPathComponent(file).deletingLastPathComponent()
      let links = text.matches(of: /\]\(([^)#:]+)\)/).map {
        folder.appendingPathComponent(String($0.output.1))
      }
      let paths = text.matches(of: /`((?:Sources|Tests|Data|Scripts)\/[A-Za-z0-9\/_.+-]+)`/).map {
        Repository.root.appendingPathComponent(String($0.output.1))
      }
      for url in links + paths {
        #expect(
          FileManager.default.fileExists(atPath: url.path), "\(file) names \(url.lastPathComponent)"
        )
      }
    }
  }

  @Test func everyDocumentIsReachedFromTheReadme() throws {
    let readme = try Repository.text("README.md")
    let rules = try Repository.text("Documentation/Rules.md")
    for file in try Self.allDocuments()
    where file.hasPrefix("Documentation/") && !file.contains("zh-CN") {
      // A page of a folder is reached from the page of the folder's name.
      if file.hasPrefix("Documentation/Rules/") {
        let path = file.dropFirst("Documentation/".count)
        #expect(rules.contains("(\(path))"), "Documentation/Rules.md does not lead to \(path)")
      } else {
        #expect(readme.contains("(\(file))"), "README.md does not lead to \(file)")
      }
    }
  }

  @Test(arguments: Diagnostic.Code.allCases)
  func everyDiagnosticIsExplained(_ code: Diagnostic.Code) throws {
    #expect(try Repository.text("Documentation/Diagnostics.md").contains("| `\(code.rawValue)` |"))
  }

  /// The documents that people write.
  private static func allDocuments() throws -> [String] {
    let folder = Repository.root.appendingPathComponent("Documentation")
    let inside = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".md") && !$0.hasPrefix("CommandReference") }
    return ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md", "Data/README.md"]
      + inside.map { "Documentation/\($0)" }
  }

  /// The commands that `yulin --help` lists, or a command's.
  private static func commands(of command: String...) throws -> [String] {
    let help = try BuiltProgram().run(command + ["--help"]).output
    let lines = help.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
    return lines.compactMap { line in
      guard line.hasPrefix("  "), !line.hasPrefix("   ") else { return nil }
      let word = line.dropFirst(2).prefix { $0 != " " }
      return word.allSatisfy { $0.isLowercase || $0 == "-" } ? String(word) : nil
    }
  }

  /// The options of each command, as its help spells them.
  private static func options() throws -> [String: Set<String>] {
    let program = try BuiltProgram()
    var known: [String: Set<String>] = [
      "": ["--help", "--version", "--lang", "--generate-completion-script"]
    ]
    for command in try commands() {
      // A command may have commands of its own, one of which may go without its name.
      let all = try [[]] + commands(of: command).map { [$0] }
      known[command] = try Set(
        all.flatMap { below in
          let help = try program.run([command] + below + ["--help"]).output
          return help.matches(of: /--?[a-z][a-z-]*/).map { String($0.output) }
        })
    }
    return known
  }

  /// Every `yulin COMMAND …` in a text, with the options behind it on the same line.
  private static func named(in text: String) -> [(command: String, options: [String])] {
    text.matches(of: /(?:^|[`$ ])yulin(?![a-z-])(?: ([a-z]+))?([^`\n|]*)/).compactMap { match in
      let options = match.output.2.split(separator: " ")
        .compactMap { $0.prefixMatch(of: /--?[a-z][a-z-]*/).map { String($0.output) } }
      let command = match.output.1.map(String.init) ?? ""
      return command.isEmpty && options.isEmpty ? nil : (command, options)
    }
  }
}
