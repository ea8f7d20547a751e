public import Answers
internal import Characters
public import Foundation
public import Planning

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
