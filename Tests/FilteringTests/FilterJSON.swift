import Filtering
import Foundation
import Filtering
import Planning
import SimpleFeatures

/// A value of JSON, to compare trees.
enum FilterJSON: Hashable, Decodable {
  case null
  case boolean(Bool)
  case number(Double)
  case text(String)
  case list([FilterJSON])
  case object([String: FilterJSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([FilterJSON].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: FilterJSON].self))
    }
  }

  private static func operation(_ name: String, _ arguments: [FilterJSON]) -> FilterJSON {
    .object(["op": .text(name), "args": .list(arguments)])
  }

  /// The tree as CQL2 JSON writes it.
  init(_ filter: FilterExpression) {
    switch filter {
    case .constant(let value): self = .boolean(value)
    case .and(let parts): self = .operation("and", parts.map(FilterJSON.init))
    case .or(let parts): self = .operation("or", parts.map(FilterJSON.init))
    case .not(let part): self = .operation("not", [FilterJSON(part)])
    case .comparison(let a, let sign, let b):
      self = .operation(sign.rawValue, [FilterJSON(a), FilterJSON(b)])
    case .between(let a, let b, let c):
      self = .operation("between", [FilterJSON(a), FilterJSON(b), FilterJSON(c)])
    case .among(let a, let list):
      self = .operation("in", [FilterJSON(a), .list(list.items.map(FilterJSON.init))])
    case .like(let a, let pattern):
      let text = FilterJSON.text(pattern.text)
      self = .operation(
        "like", [FilterJSON(a), pattern.isCaseInsensitive ? .operation("casei", [text]) : text])
    case .isNull(let a): self = .operation("isNull", [FilterJSON(a)])
    case .match: self = .null
    case .spatial(let question):
      self = .operation(
        question.relation.rawValue, [FilterJSON(question.first), FilterJSON(question.second)])
    }
  }

  private init(_ operand: FilterOperand) {
    switch operand {
    case .property(let name): self = .object(["property": .text(name)])
    case .caseInsensitive(let inner): self = .operation("casei", [FilterJSON(inner)])
    case .first: self = .null
    case .value(let value):
      switch value {
      case .missing, .shape: self = .null
      case .boolean(let value): self = .boolean(value)
      case .integer(let value): self = .number(Double(value))
      case .real(let value): self = .number(value)
      case .text(let value): self = .text(value)
      case .date(let value): self = .object(["date": .text(value.description)])
      case .timestamp: self = .null
      }
    }
  }

  private init(_ operand: SpatialPredicate.Operand) {
    switch operand {
    case .property(let name): self = .object(["property": .text(name)])
    case .geometry(let geometry): self = FilterJSON(geometry)
    case .box(let box):
      self = .object([
        "bbox": .list([box.minX, box.minY, box.maxX, box.maxY].map(FilterJSON.number))
      ])
    }
  }

  private init(_ geometry: Geometry) {
    let names: [GeometryType: String] = [
      .point: "Point", .lineString: "LineString", .polygon: "Polygon", .multiPoint: "MultiPoint",
      .multiLineString: "MultiLineString", .multiPolygon: "MultiPolygon",
      .geometryCollection: "GeometryCollection",
    ]
    let name = FilterJSON.text(names[geometry.type] ?? "")
    guard geometry.type != .geometryCollection else {
      self = .object([
        "type": name, "geometries": .list(geometry.members.map(FilterJSON.init)),
      ])
      return
    }
    let parts = (0..<geometry.partCount).map { part -> FilterJSON in
      let rings = geometry.rings(ofPart: part).map { ring in
        FilterJSON.list(
          geometry.vertices(ofRing: ring).map { vertex in
            let xy = geometry.xy[2 * vertex...2 * vertex + 1].map(FilterJSON.number)
            return .list(xy + (geometry.z.isEmpty ? [] : [.number(geometry.z[vertex])]))
          })
      }
      guard geometry.type.partType != .polygon else { return .list(rings) }
      guard geometry.type.partType != .point, let line = rings.first else {
        if case .list(let points)? = rings.first, let point = points.first { return point }
        return .null
      }
      return line
    }
    self = .object([
      "type": name,
      "coordinates": geometry.type.isMultiple ? .list(parts) : parts.first ?? .null,
    ])
  }
}
