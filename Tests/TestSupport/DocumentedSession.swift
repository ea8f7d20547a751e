import Foundation

/// The examples of a document: its blocks marked `console`, run one after another in one folder.
///
/// In a block, `$ command` is run by bash with the built program first on the PATH; the lines below it
/// are what it says on standard output and standard error. A line `…` stands for any lines, and within
/// a line for the day on which it runs. The folder holds a link to the repository's `Data`.
public struct DocumentedSession {
  /// A command that does not say what the document says.
  public struct Difference: Error, CustomStringConvertible {
    let document: String
    let line: Int
    let command: String
    let said: String

    /// The difference as the test log shows it.
    public var description: String {
      "\(document):\(line): `\(command)` says another thing now:\n\(said)"
    }
  }

  private let document: String
  private let program: BuiltProgram

  /// The examples of a document, named from the repository's top folder.
  public init(_ document: String) throws {
    self.document = document
    program = try BuiltProgram()
    try FileManager.default.createSymbolicLink(
      at: program.folder.url.appendingPathComponent("Data"),
      withDestinationURL: Repository.root.appendingPathComponent("Data"))
  }

  /// The commands in the blocks marked `console`, as written.
  public func commands() throws -> [String] {
    var commands: [String] = []
    for (line, isExample) in try lines() where isExample && line.hasPrefix("$ ") {
      commands.append(String(line.dropFirst(2)))
    }
    return commands
  }

  /// Runs every example. With `RECORD_SNAPSHOTS=1` what the program says now is written into the
  /// document, and the run fails.
  public func check() throws {
    let records = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    let all = try lines()
    var written: [String] = []
    var index = 0
    var isChanged = false
    while index < all.count {
      let (line, isExample) = all[index]
      written.append(line)
      index += 1
      guard isExample, line.hasPrefix("$ ") else { continue }
      let start = index
      while index < all.count, all[index].isExample, !all[index].line.hasPrefix("$ ") { index += 1 }
      let expected = all[start..<index].map(\.line)
      let command = String(line.dropFirst(2))
      let said = try run(command)
      if DocumentedSession.matches(expected[...], said[...]) {
        written += expected
      } else if records {
        written += said
        isChanged = true
      } else {
        throw Difference(
          document: document, line: start, command: command, said: said.joined(separator: "\n"))
      }
    }
    guard isChanged else { return }
    let text = written.joined(separator: "\n")
    try Data(text.utf8).write(to: Repository.root.appendingPathComponent(document))
    throw Golden.Failure.recorded(document)
  }

  /// The document's lines, each with whether it lies in a block marked `console`.
  private func lines() throws -> [(line: String, isExample: Bool)] {
    var isInside = false
    return try Repository.text(document).split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        if line.hasPrefix("```") {
          isInside = line == "```console"
          return (String(line), false)
        }
        return (String(line), isInside)
      }
  }

  private func run(_ command: String) throws -> [String] {
    let isChinese = document.contains("zh-CN")
    let outcome = try program.runShell(
      command + " 2>&1", environment: isChinese ? ["LC_ALL": "zh_CN.UTF-8"] : [:])
    // CSV ends its lines with CR LF; a document does not show it.
    let text = outcome.output.replacing("\r\n", with: "\n")
      .replacing(Date.now.formatted(.iso8601.year().month().day()), with: "…")
      // The day where the land lies, which begins eight hours before.
      .replacing(
        Date.now.addingTimeInterval(8 * 3_600).formatted(.iso8601.year().month().day()), with: "…")
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func matches(_ expected: ArraySlice<String>, _ said: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return said.isEmpty }
    if first == "…" {
      let rest = expected.dropFirst()
      return (said.startIndex...said.endIndex).contains { matches(rest, said[$0...]) }
    }
    return said.first == first && matches(expected.dropFirst(), said.dropFirst())
  }
}
