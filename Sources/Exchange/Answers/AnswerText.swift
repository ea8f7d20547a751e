public import Answers
internal import Characters
public import Foundation
public import Planning

/// Answers as JSON Lines and CSV.
public enum AnswerText {
  /// One record a line, each a JSON object with its kind under `record`.
  public static func lines(of lists: [RecordList]) throws -> Data {
    var data = Data()
    for list in lists {
      switch list {
      case .parcels(let records): data += try lines(records, named: list.recordName)
      case .documents(let records): data += try lines(records, named: list.recordName)
      case .transactions(let records): data += try lines(records, named: list.recordName)
      case .sites(let records): data += try lines(records, named: list.recordName)
      case .apart(let records): data += try lines(records, named: list.recordName)
      case .totals(let records): data += try lines(records, named: list.recordName)
      case .places(let records): data += try lines(records, named: list.recordName)
      case .placedParcels(let records): data += try lines(records, named: list.recordName)
      case .placedLayers(let records): data += try lines(records, named: list.recordName)
      }
    }
    return data
  }

  /// One record a line, with its kind under `record`.
  static func lines(_ records: [some Encodable], named name: String) throws -> Data {
    var data = Data()
    for record in records {
      data.append(try JSONText.line(NamedRecord(name: name, record: record)))
      data.append(UInt8(ascii: "\n"))
    }
    return data
  }

  /// One record a row. Lists of several kinds share a table: the first column, `record`, says the
  /// kind, and a column that a kind does not have is empty. A list written in parts has the header
  /// in the first alone.
  public static func csv(
    of lists: [RecordList], byteOrderMark: Bool, hasHeader: Bool = true
  ) -> Data {
    let tables = lists.map(\.table)
    var columns: [String] = []
    for table in tables {
      for column in table.columns where !columns.contains(column) { columns.append(column) }
    }
    var csv = CSVWriter(byteOrderMark: byteOrderMark, formulas: .neutralised)
    let isMixed = lists.count > 1
    if hasHeader { csv.append((isMixed ? ["record"] : []) + columns) }
    for (list, table) in zip(lists, tables) {
      let positions = columns.map { table.columns.firstIndex(of: $0) }
      for row in table.rows {
        let cells = positions.map { position in position.flatMap { row[$0] } }
        csv.append((isMixed ? [list.recordName] : []) + cells)
      }
    }
    return Data(csv.text.utf8)
  }
}

extension LookupAnswer {
  /// The records found, parcels first; kinds of which nothing was found are left out but for the
  /// parcels, which head an answer without any.
  public var lists: [RecordList] {
    if let here {
      return [
        .places([PlaceRecord(answer: self, here: here)]),
        .placedParcels(here.parcels.map { PlacedParcel(query: query, found: $0) }),
        .placedLayers(here.layers.map { PlacedLayer(query: query, answer: $0) }),
      ]
    }
    let all: [RecordList] = [
      .parcels(parcels), .documents(documents), .transactions(transactions),
      .apart(proposals + ended), .sites(sites), .totals(totals),
    ]
    let found = all.filter { $0.count > 0 }
    return found.isEmpty ? [.parcels([])] : found
  }
}

extension RecordList {
  /// The records of several answers, one list a kind.
  public static func gathered(_ answers: [LookupAnswer]) -> [RecordList] {
    var all = LookupAnswer(query: "", moment: .now)
    var (places, parcels, layers) = ([PlaceRecord](), [PlacedParcel](), [PlacedLayer]())
    for answer in answers {
      for case .places(let some) in answer.lists { places += some }
      for case .placedParcels(let some) in answer.lists { parcels += some }
      for case .placedLayers(let some) in answer.lists { layers += some }
      guard answer.here == nil else { continue }
      all.parcels += answer.parcels
      all.documents += answer.documents
      all.transactions += answer.transactions
      all.proposals += answer.proposals
      all.ended += answer.ended
      all.sites += answer.sites
      all.totals += answer.totals
    }
    guard !places.isEmpty else { return all.lists }
    let ofPlaces: [RecordList] = [
      .places(places), .placedParcels(parcels), .placedLayers(layers),
    ]
    return all.lists.filter { $0.count > 0 } + ofPlaces
  }
}

/// A record with its kind under `record`, beside its own keys.
private struct NamedRecord<Record: Encodable>: Encodable {
  let name: String
  let record: Record

  func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json.members(of: record)
    try json("record", name)
  }
}

extension AnswerText {
  /// Answers about codes, one a line.
  public static func lines(of answers: [some Encodable]) throws -> Data {
    var data = Data()
    for answer in answers {
      data.append(try JSONText.line(answer))
      data.append(UInt8(ascii: "\n"))
    }
    return data
  }

  /// Answers about codes: one row for each equivalent, or for a class that has none.
  public static func csv(of answers: [CodeAnswer], byteOrderMark: Bool) -> Data {
    var csv = CSVWriter(byteOrderMark: byteOrderMark, formulas: .neutralised)
    csv.append([
      "query", "scheme", "code", "name", "level", "parent", "matched_by", "to_scheme", "to_code",
      "to_name", "relation", "confidence", "note", "note_zh",
    ])
    for answer in answers {
      for match in answer.matches {
        let item = match.item
        let left: [String?] = [
          answer.query, item.scheme.rawValue, item.code, item.name, String(item.level),
          item.parent, match.matchedBy.rawValue,
        ]
        for row in match.equivalents {
          csv.append(
            left + [
              row.to?.scheme.rawValue, row.to?.code, row.to?.name, row.relation.rawValue,
              row.confidence.rawValue, row.note, row.noteChinese,
            ])
        }
        if match.equivalents.isEmpty {
          csv.append(left + [nil, nil, nil, nil, nil, item.note, item.noteChinese])
        }
      }
    }
    return Data(csv.text.utf8)
  }

  /// Classes of a scheme, one a row.
  public static func csv(of classes: [LandUseClass], byteOrderMark: Bool) -> Data {
    var csv = CSVWriter(byteOrderMark: byteOrderMark, formulas: .neutralised)
    csv.append(["scheme", "code", "name", "level", "parent", "confidence", "note", "note_zh"])
    for item in classes {
      csv.append([
        item.scheme.rawValue, item.code, item.name, String(item.level), item.parent,
        item.confidence.rawValue, item.note, item.noteChinese,
      ])
    }
    return Data(csv.text.utf8)
  }

  /// Schemes, one a row.
  public static func csv(of schemes: [LandUseSchemeFacts], byteOrderMark: Bool) -> Data {
    var csv = CSVWriter(byteOrderMark: byteOrderMark, formulas: .neutralised)
    csv.append([
      "scheme", "title", "document", "in_force_from", "replaced_on", "class_count", "code_form",
      "confidence", "note", "note_zh",
    ])
    for fact in schemes {
      csv.append([
        fact.scheme.rawValue, fact.title, fact.document, fact.inForceFrom?.description,
        fact.replacedOn?.description, fact.classCount.map(String.init), fact.codeForm,
        fact.confidence.rawValue, fact.note, fact.noteChinese,
      ])
    }
    return Data(csv.text.utf8)
  }
}
