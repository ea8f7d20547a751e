import Answers
import ArgumentParser
import Dialogue
import Exchange
import Foundation
import Planning
import Registry
import Terms

/// `yulin document`: a document with the text that it was read from, or the file itself.
struct DocumentCommand: AsyncParsableCommand, SpeaksJSON {
  static let configuration = CommandConfiguration(
    commandName: "document", abstract: Wording.Help.document.text,
    discussion: Wording.Help.documentMore.text)

  @Argument(help: .init(QuestionWords.document.text, valueName: "number"))
  var number: String

  @OptionGroup var register: StoreOptions
  @OptionGroup var time: MomentOptions

  @Option(help: .init(QuestionWords.lines.text, valueName: "first-last"))
  var lines: String?

  @Flag(help: .init(Wording.Help.original.text))
  var original = false

  @Option(name: .shortAndLong, help: .init(Wording.Help.originalOutput.text, valueName: "file"))
  var output: String?

  @Flag(help: .init(Wording.Help.overwrite.text))
  var overwrite = false

  @Option(name: .shortAndLong, help: .init(Wording.Help.format.text))
  var format: PlainFormat = .table

  @OptionGroup var language: LanguageOptions

  var speaksJSON: Bool { format.speaksJSON }

  func validate() throws {
    if number.allSatisfy(\.isWhitespace) { throw ValidationError(Wording.nothingAsked.text) }
    if let lines, TypedLines.range(lines) == nil {
      throw ValidationError(Wording.notLines(lines).text)
    }
    if original != (output != nil) { throw ValidationError(Wording.originalNeedsAFile.text) }
    if original, lines != nil || format != .table {
      throw ValidationError(Wording.originalIsWhole.text)
    }
  }

  func run() async throws {
    let register = try register.open()
    let moment = try time.moment()
    if let output { return try write(register, moment, to: output) }
    let answer = try await register.documents.find(
      number, lines: lines.flatMap(TypedLines.range), at: moment)
    let text = DocumentSheet(answer: answer, width: Terminal.outputColumns)
    switch format {
    case .json: try Console.writeJSON(answer)
    case .table:
      guard answer.verdict == .found else { try end(answer) }
      try Console.write(text.lines().joined(separator: "\n"))
      if let remark = text.remark { Console.say(remark.text) }
    }
    if !text.isWhole { throw Ending(status: .findings) }
  }

  /// Writes the file itself, byte for byte.
  private func write(_ register: LandRegister, _ moment: Moment, to output: String) throws {
    let file = OutputFile(path: output, overwrites: overwrite)
    if output != "-" { try file.check() }
    let (answer, bytes) = try register.documents.original(of: number, at: moment)
    guard answer.verdict == .found else { try end(answer) }
    guard let bytes else {
      Console.say(Wording.noOriginal(answer.document?.reference.name ?? number).text)
      throw Ending(status: .findings)
    }
    if output == "-" {
      try Console.write(Data(bytes))
    } else {
      try file.write(Data(bytes))
      Console.say(Wording.originalWritten(bytes.count, to: output).text)
    }
  }

  /// Says that there is no such document, or which may be meant.
  private func end(_ answer: DocumentAnswer) throws -> Never {
    let query = DisplayWidth.printable(answer.query)
    if answer.candidates.isEmpty {
      Console.say(Words.notFound(query).text)
      if !answer.suggestions.isEmpty {
        Console.say(Words.nearMisses(answer.suggestions.map { DisplayWidth.printable($0) }).text)
      }
    } else {
      Console.say(Wording.severalDocuments(query, answer.candidates.count).text)
      for candidate in answer.candidates {
        Console.say("  " + DisplayWidth.printable(SourceText.line(candidate)))
      }
    }
    throw Ending(status: .findings)
  }
}

/// A document with its text as a person reads it: the heading, then the lines with their numbers.
struct DocumentSheet {
  let answer: DocumentAnswer
  let width: Int?

  /// Whether the document was found and there is a line to show.
  var isWhole: Bool { answer.verdict == .found && answer.text?.lines.isEmpty == false }

  /// What is to be said of a text that is not shown.
  var remark: Words? {
    guard let text = answer.text, text.lines.isEmpty else { return nil }
    return switch text.state {
    case .same: Wording.noSuchLines
    case .changed: Wording.fileChanged(text.file)
    case .missing: Wording.fileMissing(text.file)
    case .notText: Wording.fileWithoutLines(text.file)
    }
  }

  func lines() -> [String] {
    guard let document = answer.document else { return [] }
    var lines = DocumentText(record: document, width: width, original: answer.original).lines()
    guard let text = answer.text, let last = text.lines.last else { return lines }
    let digits = String(last.number).count
    var sheet: String?
    lines.append("")
    for line in text.lines {
      if let name = line.sheet, name != sheet {
        lines.append("[\(DisplayWidth.printable(name))]")
        sheet = name
      }
      let number = DisplayWidth.padded(String(line.number), to: digits, alignRight: true)
      lines.append("\(number)  \(DisplayWidth.printable(line.text))")
    }
    return lines
  }
}
