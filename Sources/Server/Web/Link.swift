/// A link to another resource.
///
/// Source: RFC 8288; OGC 17-069r4, 7.4.
struct Link: Sendable {
  var address: String
  var relation: String
  var type: String?
  var title: String?

  /// A link; its address is whole.
  init(_ address: String, _ relation: String, _ type: String? = nil, _ title: String? = nil) {
    self.address = address
    self.relation = relation
    self.type = type
    self.title = title
  }

  var json: JSONValue {
    JSONValue.object([
      "href": .text(address), "rel": .text(relation), "type": .optional(type),
      "title": .optional(title),
    ]).compact
  }
}
