internal import Terms
internal import Dialogue
internal import Exchange
internal import HTTPTypes
internal import Registry

/// The definition of the interface, as OpenAPI 3.0, made of the questions that the service answers.
///
/// Source: OpenAPI Specification 3.0.3; OGC 17-069r4, /req/oas30.
struct InterfaceDocument {
  /// An address with one of its questions.
  private struct Operation {
    let path: String
    let id: String
    let summary: String
    let question: Question
    var collection: FeatureCollection?
  }

  let questions: [Question]
  let collections: [FeatureCollection]
  let base: BaseAddress
  let title: String
  let language: Language

  var json: JSONValue {
    var paths: [String: JSONValue] = [:]
    var parameters = [QuestionParameter.language.key: QuestionParameter.language.json(language)]
    for operation in operations {
      let item: JSONValue = [operation.question.method.rawValue.lowercased(): json(operation)]
      paths[operation.path] = paths[operation.path]?.merging(item) ?? item
      for one in operation.question.parameters { parameters[one.key] = one.json(language) }
    }
    return [
      "openapi": "3.0.3",
      "info": [
        "title": .text(title), "version": .text(Version.number),
        "description": .text(InterfaceDocument.about[language]), "license": ["name": "MIT"],
      ],
      "servers": [["url": .text(base.text)]],
      "tags": .list(
        Question.Kind.allCases.map {
          ["name": .text($0.rawValue), "description": .text($0.about[language])]
        }),
      "paths": .object(paths),
      "components": [
        "parameters": .object(parameters), "schemas": InterfaceDocument.schemas,
        "responses": [
          "Problem": [
            "description": .text(
              Words("为何没有回答", "Why the request is not answered")[language]),
            "content": [
              "application/problem+json": ["schema": ["$ref": "#/components/schemas/problem"]]
            ],
          ]
        ],
      ],
    ]
  }

  private static let about = Words(
    "一县的地块、审批、参考图层与检查问题：OGC API – Features、OGC API – Tiles，以及命令行的各种查询。只读。",
    "Land parcels, approvals, reference layers and findings of a county: OGC API – Features, "
      + "OGC API – Tiles, and the questions of the command line. Read-only.")

  /// The addresses with what each is, for people.
  var summaries: [(path: String, summary: String)] {
    operations.filter { $0.question.method == .get }.map { ($0.path, $0.summary) }
  }

  /// All that can be asked: what is asked of a collection, of each.
  private var operations: [Operation] {
    let own = questions.filter(\.isOfCollection)
    var all = questions.filter { !$0.isOfCollection }.map { question in
      Operation(
        path: question.path, id: question.id, summary: question.summary[language],
        question: question)
    }
    let start = all.firstIndex { $0.question.kind != .features } ?? all.endIndex
    let ofCollections = collections.flatMap { collection in
      own.filter { $0.kind != .tiles || collection.epsg != nil }.map { question in
        Operation(
          path: question.path.replacing("{collection}", with: collection.id),
          id: "\(collection.id).\(question.id)",
          summary: "\(CollectionWords.title(of: collection)[language]): "
            + question.summary[language],
          question: question, collection: collection)
      }
    }
    all.insert(contentsOf: ofCollections, at: start)
    return all
  }

  private func json(_ operation: Operation) -> JSONValue {
    let question = operation.question
    var parameters = (question.parameters + [.language]).map { parameter -> JSONValue in
      ["$ref": .text("#/components/parameters/\(parameter.key)")]
    }
    parameters.append(
      QuestionParameter(
        "f", Words("格式；否则看请求头 Accept", "The format; else the header Accept decides"),
        ["type": "string", "enum": .list(question.formats.map { .text($0.name) })]
      ).json(language))
    if question.takesAttributes, let collection = operation.collection {
      parameters += ItemsRequest.askable(on: collection).map { Queryables.parameter($0, language) }
    }
    var content: [String: JSONValue] = [:]
    for format in question.formats {
      content[format.media] = ["schema": InterfaceDocument.schema(format, question.schema)]
    }
    var responses: [String: JSONValue] = [
      "200": ["description": "The answer", "content": .object(content)],
      "204": ["description": "Nothing is there: a tile without features"],
    ]
    let refusals = ["400", "404", "500"] + (question.bodies.isEmpty ? [] : ["413", "422"])
    for status in refusals { responses[status] = ["$ref": "#/components/responses/Problem"] }
    var members: [String: JSONValue] = [
      "operationId": .text(operation.id), "tags": [.text(question.kind.rawValue)],
      "summary": .text(operation.summary), "parameters": .list(parameters),
      "responses": .object(responses),
    ]
    if !question.bodies.isEmpty {
      var sent: [String: JSONValue] = [:]
      for body in question.bodies { sent[body.media] = ["schema": ["type": .text(body.type)]] }
      members["requestBody"] = ["required": true, "content": .object(sent)]
    }
    return .object(members)
  }

  private static func schema(_ format: Format, _ name: String?) -> JSONValue {
    guard format.media.contains("json") else { return ["type": "string"] }
    return name.map { ["$ref": .text("#/components/schemas/\($0)")] } ?? ["type": "object"]
  }

  private static var schemas: JSONValue {
    [
      "problem": [
        "type": "object", "required": ["title", "status"],
        "properties": [
          "title": ["type": "string"], "status": ["type": "integer"], "code": ["type": "string"],
          "detail": ["type": "string"],
          "diagnostics": ["type": "array", "items": ["type": "string"]],
        ],
      ],
      "link": [
        "type": "object", "required": ["href"],
        "properties": [
          "href": ["type": "string"], "rel": ["type": "string"], "type": ["type": "string"],
          "title": ["type": "string"],
        ],
      ],
      "feature": [
        "type": "object", "required": ["type", "geometry", "properties"],
        "properties": [
          "type": ["type": "string", "enum": ["Feature"]],
          "id": ["oneOf": [["type": "integer"], ["type": "string"]]],
          "geometry": ["type": "object", "nullable": true],
          "properties": ["type": "object", "nullable": true],
          "links": ["type": "array", "items": ["$ref": "#/components/schemas/link"]],
        ],
      ],
      "featureCollection": [
        "type": "object", "required": ["type", "features"],
        "properties": [
          "type": ["type": "string", "enum": ["FeatureCollection"]],
          "features": ["type": "array", "items": ["$ref": "#/components/schemas/feature"]],
          "links": ["type": "array", "items": ["$ref": "#/components/schemas/link"]],
          "timeStamp": ["type": "string", "format": "date-time"],
          "numberMatched": ["type": "integer", "minimum": 0],
          "numberReturned": ["type": "integer", "minimum": 0],
        ],
      ],
    ]
  }
}
