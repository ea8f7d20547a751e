internal import Exchange
internal import HTTPTypes
internal import Hummingbird
internal import Planning
internal import Terms

/// A question that the service answers, declared once: the router, the reader of its parameters and the
/// definition of the interface are made of it.
struct Question: Sendable {
  /// What kind of question it is.
  enum Kind: String, CaseIterable {
    case features, tiles, questions, service

    var about: Words {
      switch self {
      case .features: Words("OGC API – Features（要素）", "OGC API – Features")
      case .tiles: Words("OGC API – Tiles（瓦片）", "OGC API – Tiles")
      case .questions: Words("命令行所能答的", "What yulin answers on the command line")
      case .service: Words("服务的状态", "State of the service")
      }
    }
  }

  /// Its name in the definition.
  let id: String
  /// Its address: `/collections/{collection}/items/{featureId}`.
  let path: String
  let kind: Kind
  let summary: Words
  var parameters: [QuestionParameter] = []
  /// What it is answered in; the first where the client does not say.
  var formats = [Format.json]
  /// The schema of its JSON.
  var schema: String?
  /// Whether the attributes of the collection are parameters too.
  var takesAttributes = false
  /// What may be sent with it, by media type with the type of its schema; empty where nothing is.
  var bodies: [(media: String, type: String)] = []
  let answer: @Sendable (Asked) async throws -> Response

  /// How it is put.
  var method: HTTPRequest.Method { bodies.isEmpty ? .get : .post }

  /// Whether it is put to each collection by itself.
  var isOfCollection: Bool { path.contains("{collection}") }

  /// The names of its parameters in the query.
  var names: Set<String> {
    Set(parameters.filter { $0.place == .query }.map(\.name))
  }
}

/// A question as it was put: what every answer begins with is read.
struct Asked: Sendable {
  let request: Request
  private let context: ServiceContext
  let parameters: Parameters
  let format: Format

  /// - Throws: ``Failure`` of a parameter that is not known, and of a format there is not.
  fileprivate init(_ request: Request, _ context: ServiceContext, _ question: Question) throws {
    self.request = request
    self.context = context
    parameters = try Parameters(
      of: request, question.names, allowingAny: question.takesAttributes)
    format = try Format.wanted(by: request, parameters, of: question.formats)
  }

  /// A part of the address.
  func part(_ name: String) throws -> String { try context.parameters.require(name) }

  /// The collection that is asked about.
  var collection: String { get throws { try part("collection") } }
}

extension Router<ServiceContext> {
  /// Answers a question.
  func add(_ question: Question) {
    on(RouterPath(question.path), method: question.method) { request, context in
      try await question.answer(Asked(request, context, question))
    }
  }
}

/// A parameter of a question.
struct QuestionParameter: Sendable {
  /// Where it stands.
  enum Place: String {
    case query, path
  }

  let name: String
  let about: Words
  let schema: JSONValue
  /// Its name in the definition, where others have its name.
  var key: String
  var place = Place.query
  var isRequired = false
  /// Whether it may stand several times.
  var isRepeated = false

  init(
    _ name: String, _ about: Words, _ schema: JSONValue = ["type": "string"], key: String? = nil
  ) {
    self.name = name
    self.about = about
    self.schema = schema
    self.key = key ?? name
  }

  /// One of an enumeration's values.
  init<Choice: CaseIterable & RawRepresentable>(
    _ name: String, _ about: Words, of type: Choice.Type
  ) where Choice.RawValue == String {
    self.init(
      name, about,
      ["type": "string", "enum": .list(type.allCases.map { .text($0.rawValue) })])
  }

  /// The parameter, which must stand.
  var required: QuestionParameter {
    var parameter = self
    parameter.isRequired = true
    return parameter
  }

  /// The parameter, which may stand several times.
  var repeated: QuestionParameter {
    var parameter = self
    parameter.isRepeated = true
    return parameter
  }

  /// The parameter as a part of the address.
  var inPath: QuestionParameter {
    var parameter = required
    parameter.place = .path
    return parameter
  }

  /// The parameter as OpenAPI describes it.
  func json(_ language: Language) -> JSONValue {
    let parameter: JSONValue = [
      "name": .text(name), "in": .text(place.rawValue), "required": .boolean(isRequired),
      "description": .text(about[language]),
      "schema": isRepeated ? ["type": "array", "items": schema] : schema,
    ]
    return isRequired
      ? parameter : parameter.merging(["style": "form", "explode": .boolean(isRepeated)])
  }
}
