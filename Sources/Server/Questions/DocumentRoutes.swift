internal import Answers
internal import Characters
internal import Dialogue
internal import Exchange
internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Registry
internal import Terms

/// The documents themselves: `/document`, what `yulin document` says; `/document/original`, the file as
/// it was read; `/lines`, the lines of a file that a fact comes from.
struct DocumentRoutes: Sendable {
  /// So many lines are shown at once.
  static let mostLines = 200

  let register: RegisterPool
  let workbench: Workbench
  let documents: String?

  /// What is asked.
  var questions: [Question] {
    [
      Question(
        id: "document", path: "/document", kind: .questions,
        summary: Words("一份文书的标题和全文", "A document with its text"),
        parameters: [.document, .documentLines] + QuestionParameter.moment,
        formats: [.json, .text], answer: document),
      Question(
        id: "documentOriginal", path: "/document/original", kind: .questions,
        summary: Words("文书的原件", "The file that a document was read from"),
        parameters: [.document] + QuestionParameter.moment, formats: [.original],
        answer: original),
      Question(
        id: "lines", path: "/lines", kind: .questions,
        summary: Words("事实所出的文书各行", "Lines of a document that a fact comes from"),
        parameters: QuestionParameter.lines, answer: lines),
    ]
  }

  private func document(_ asked: Asked) async throws -> Response {
    let parameters = asked.parameters
    let number = try DocumentRoutes.number(of: parameters)
    let lines = try parameters.value("lines").map { text in
      guard let lines = TypedLines.range(text) else {
        throw Failure.badParameter("lines", text, ["22-24"])
      }
      return lines
    }
    let answer = try await register.first.documents.find(
      number, lines: lines, at: parameters.moment(), in: documents)
    guard asked.format == .text else { return Answer.line(answer) }
    guard answer.verdict == .found else { throw DocumentRoutes.failure(answer) }
    let text = (answer.text?.lines ?? []).map { $0.text + "\n" }.joined()
    return Answer.bytes(text.utf8, type: asked.format.type)
  }

  private func original(_ asked: Asked) async throws -> Response {
    let (number, moment) = (
      try DocumentRoutes.number(of: asked.parameters), try asked.parameters.moment()
    )
    let register = register
    let (answer, bytes) = try await workbench.run {
      try register.ask { try $0.documents.original(of: number, at: moment) }
    }
    guard answer.verdict == .found else { throw DocumentRoutes.failure(answer) }
    guard let bytes, let label = answer.original else {
      let name = answer.document?.reference.name ?? number
      throw Problem(
        .notFound, "no_original",
        Words("登记库没有 \(name) 的原件", "the register has no original of \(name)"))
    }
    var headers = HTTPFields()
    // Never shown in place: a page of somebody else's would run as one of ours.
    let name = BaseAddress.encoded(label.name, reserved: "")
    headers[.contentDisposition] = "attachment; filename*=UTF-8''\(name)"
    return Answer.bytes(bytes, type: label.mediaType, headers: headers)
  }

  private func lines(_ asked: Asked) async throws -> Response {
    let parameters = asked.parameters
    guard let file = try parameters.value("file"), let start = try parameters.integer("start")
    else {
      throw Failure.noLines
    }
    let end = try parameters.integer("end") ?? start
    guard start >= 1, end >= start, end - start < DocumentRoutes.mostLines else {
      throw Failure.badParameter(
        "end", "\(end)", ["\(start) … \(start + DocumentRoutes.mostLines - 1)"])
    }
    let excerpt = try await register.first.documents.excerpt(
      of: file, lines: start...end, at: parameters.moment(), in: documents)
    guard let excerpt else {
      throw Failure.unknownFile(file)
    }
    return Answer.json(excerpt)
  }

  private static func number(of parameters: Parameters) throws -> String {
    guard let number = try parameters.value("number"), !number.allSatisfy(\.isWhitespace) else {
      throw Failure.badParameter("number", "")
    }
    return number
  }

  private static func failure(_ answer: DocumentAnswer) -> Failure {
    .unknownFile(answer.query, near: answer.candidates.map(\.name) + answer.suggestions)
  }
}
