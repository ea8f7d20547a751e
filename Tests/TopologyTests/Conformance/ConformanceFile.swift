import Foundation
import SimpleFeatures
import TestSupport

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// One file of GEOS's XML tests: shapes, questions about them and the right answers.
final class ConformanceFile: NSObject, XMLParserDelegate {
  /// A question.
  struct Question {
    /// The number of the case in the file, and of the question in the case, from 1.
    var place: String
    /// The operation in lower case.
    var name: String
    /// The shapes and numbers asked about, by argument, in lower case and as written.
    var arguments: [Int: String]
    /// The shapes of the case.
    var shapes: [String: String]
    /// The right answer.
    var answer: String
    /// The grid of a fixed precision model.
    var gridSize: Double?
  }

  /// The folder of the suite; `nil` where it is not there.
  static let folder: URL? = {
    let path = "shared/suites/geos-xmltester/tests/xmltester/tests"
    let url = Repository.root.deletingLastPathComponent().appendingPathComponent(path)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }()

  /// GEOS 3.11 takes over a minute for its one buffer; the suite itself keeps it among the failures.
  private static let leftOut = "failure/issue-geos-344.xml"

  /// The files of the suite as `general/TestValid.xml`, in order.
  static let names: [String] = {
    guard let folder, let all = FileManager.default.enumerator(atPath: folder.path) else {
      return []
    }
    return all.compactMap { $0 as? String }.filter { $0.hasSuffix(".xml") && $0 != leftOut }
      .sorted()
  }()

  /// The questions in turn.
  private(set) var questions: [Question] = []
  private var shapes: [String: String] = [:]
  private var operation: [String: String] = [:]
  private var text = ""
  private var gridSize: Double?
  private var caseNumber = 0
  private var questionNumber = 0

  /// Reads a file.
  init(_ name: String) throws {
    super.init()
    guard let folder = ConformanceFile.folder else { return }
    let parser = XMLParser(data: try Data(contentsOf: folder.appendingPathComponent(name)))
    parser.delegate = self
    guard parser.parse() else { throw CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    switch element {
    case "precisionModel": gridSize = attributes["scale"].flatMap(Double.init).map { 1 / $0 }
    case "case":
      caseNumber += 1
      questionNumber = 0
      shapes = [:]
    case "op": operation = attributes
    default: break
    }
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, foundCDATA block: Data) {
    text += String(decoding: block, as: UTF8.self)
  }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    switch element {
    case "a", "b": shapes[element] = trimmed(text)
    case "op":
      questionNumber += 1
      var arguments: [Int: String] = [:]
      for number in 1...4 { arguments[number] = operation["arg\(number)"].map(trimmed) }
      if arguments[1] == nil { arguments[1] = "a" }
      questions.append(
        Question(
          place: "\(caseNumber).\(questionNumber)", name: (operation["name"] ?? "").lowercased(),
          arguments: arguments, shapes: shapes, answer: trimmed(text), gridSize: gridSize))
    default: break
    }
  }

  private func trimmed(_ text: String) -> String {
    text.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
