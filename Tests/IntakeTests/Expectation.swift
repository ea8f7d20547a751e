import Foundation

/// What a sample document must give: the facts its author is certain of, as JSON in the contract's
/// keys, held against what was read.
struct Expectation {
  let expected: [String: Any]
  let read: [String: Any]

  /// Every fact that is missing, differs, or was read though it is not there; empty where all is well.
  func differences() -> [String] {
    let wanted = list(expected, "documents").filter { !isWithoutFacts($0) }
    let found = list(read, "documents")
    var differences: [String] = []
    for document in found where !wanted.contains(where: { isSame($0, document) }) {
      if wanted.count == 1, found.count == 1 { continue }
      differences.append("unexpected document \(text(document["title"]))")
    }
    for document in wanted {
      let match = found.first { isSame(document, $0) } ?? (wanted.count == 1 ? found.first : nil)
      guard let match else {
        differences.append("missing document \(text(document["title"]))")
        continue
      }
      differences += compare(document, match)
    }
    return differences
  }

  // MARK: Documents

  private func isWithoutFacts(_ document: [String: Any]) -> Bool {
    text(document["kind"]) == "other" && list(document, "parcels").isEmpty
      && list(document, "transactions").isEmpty
  }

  private func isSame(_ a: [String: Any], _ b: [String: Any]) -> Bool {
    if a["number"] != nil || b["number"] != nil { return text(a["number"]) == text(b["number"]) }
    return text(a["title"]) == text(b["title"])
  }

  private func compare(_ wanted: [String: Any], _ found: [String: Any]) -> [String] {
    let name = text(wanted["number"])
    var differences = subset(
      wanted.filter {
        ["number", "title", "date", "issuer", "addressee", "kind"].contains($0.key)
      },
      found, at: name)
    for key in ["parcels", "transactions"] where wanted[key] != nil {
      // What a document of acts says of land stands in its acts.
      let lands = key == "parcels" ? list(found, "transactions") : []
      differences += members(
        list(wanted, key), list(found, key), orIn: lands, at: "\(name) \(key)")
    }
    for total in list(wanted, "totals")
    where !list(found, "totals").contains(where: { subset(total, $0, at: "").isEmpty }) {
      differences.append("\(name) missing total \(total)")
    }
    return differences
  }

  /// Parcels or acts, matched by what names them; none may be missing, none too many.
  private func members(
    _ wanted: [[String: Any]], _ found: [[String: Any]], orIn others: [[String: Any]],
    at path: String
  ) -> [String] {
    var left = found
    var differences: [String] = []
    for member in wanted {
      let candidates = left.indices.filter { self.name(left[$0]) == self.name(member) }
      guard
        let index = candidates.first(where: { subset(member, left[$0], at: "").isEmpty })
          ?? candidates.first
      else {
        let land = member.filter { $0.key != "keeps_current_use" }
        let other = others.first { self.name($0) == self.name(member) }
        differences +=
          other.map { subset(land, $0, at: "\(path) \(name(member))") }
          ?? ["\(path) missing \(name(member))"]
        continue
      }
      differences += subset(member, left[index], at: "\(path) \(name(member))")
      differences += extraBounds(member, left[index], at: "\(path) \(name(member))")
      left.remove(at: index)
    }
    return differences + left.map { "\(path) unexpected \(name($0))" }
  }

  private func name(_ member: [String: Any]) -> String {
    for key in ["parcel_id", "party", "name", "location"] where !text(member[key]).isEmpty {
      return text(member[key])
    }
    return "?"
  }

  /// Indicators that were read though the document gives none.
  private func extraBounds(
    _ wanted: [String: Any], _ found: [String: Any], at path: String
  ) -> [String] {
    guard let wanted = wanted["indicators"] as? [String: Any],
      let found = found["indicators"] as? [String: Any]
    else { return [] }
    return found.keys.filter { wanted[$0] == nil }.map { "\(path) unexpected \($0)" }
      + wanted.keys.flatMap { key -> [String] in
        let bounds = found[key] as? [String: Any] ?? [:]
        let certain = wanted[key] as? [String: Any] ?? [:]
        return ["min", "max"].filter { bounds[$0] != nil && certain[$0] == nil }
          .map { "\(path) unexpected \(key).\($0)" }
      }
  }

  // MARK: Values

  /// What of `wanted` is not in `found`.
  private func subset(_ wanted: Any, _ found: Any?, at path: String) -> [String] {
    switch (wanted, found) {
    case (is NSNull, _): return []
    case (let wanted as [String: Any], let found as [String: Any]):
      return wanted.flatMap { subset($0.value, found[$0.key], at: "\(path).\($0.key)") }
    case (let wanted as [Any], let found as [Any]):
      guard wanted.count == found.count else {
        return ["\(path): \(wanted.count) wanted, \(found.count) read"]
      }
      return zip(wanted, found).enumerated().flatMap {
        subset($1.0, $1.1, at: "\(path)[\($0)]")
      }
    case (let wanted as NSNumber, let found as NSNumber):
      return abs(wanted.doubleValue - found.doubleValue) < 0.01
        ? [] : ["\(path): \(wanted) wanted, \(found) read"]
    case (let wanted as NSNumber, nil) where wanted == false as NSNumber: return []
    case (is String, is String):
      return text(wanted) == text(found)
        ? [] : ["\(path): \(text(wanted)) wanted, \(text(found)) read"]
    case (let wanted as [Any], nil) where wanted.isEmpty: return []
    case (let wanted as [String: Any], nil) where wanted.isEmpty: return []
    default: return ["\(path): \(wanted) wanted, \(found.map { "\($0)" } ?? "nothing") read"]
    }
  }

  private func list(_ object: [String: Any], _ key: String) -> [[String: Any]] {
    object[key] as? [[String: Any]] ?? []
  }

  /// A text without spaces and in one width.
  private func text(_ value: Any?) -> String {
    guard let value = value as? String else { return "" }
    return value.filter { !$0.isWhitespace }.precomposedStringWithCompatibilityMapping
  }
}
