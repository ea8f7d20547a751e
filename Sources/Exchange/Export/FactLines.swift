import Answers
import Characters
import Foundation
import Planning

/// An export as a sequence of records, one JSON object each: first the format, then each document
/// version followed by its facts.
enum FactLines {
  /// The records as JSON, each on one line.
  static func lines(of export: RegisterExport) throws -> [Data] {
    var lines: [Data] = []
    func append(_ kind: FactKind, _ document: Int?, _ fact: some Codable) throws {
      lines.append(try JSONText.line(FactRecord(kind, of: document, fact)))
    }
    try append(.register, nil, FormatFact(format: export.format, version: export.version))
    for (index, version) in export.documentVersions.enumerated() {
      let number = index + 1
      try append(.document, number, DocumentFact(version))
      for fact in version.document.parcels { try append(.parcel, number, fact) }
      for fact in version.document.totals { try append(.total, number, fact) }
      for fact in version.document.transactions { try append(.transaction, number, fact) }
      for fact in version.document.sites { try append(.site, number, fact) }
      for fact in version.document.lineage { try append(.lineage, number, fact) }
      for fact in version.document.administrativeChanges {
        try append(.administrativeChange, number, fact)
      }
    }
    return lines
  }

  /// Puts an export together again from its records.
  ///
  /// - Throws: ``ExportFault`` with the number of the record that does not fit.
  static func export(from lines: some Sequence<Data>) throws -> RegisterExport {
    var reading = Reading()
    for (index, line) in lines.enumerated() {
      do {
        try reading.take(line)
      } catch let fault as ExportFault {
        throw fault
      } catch {
        throw ExportFault(record: index + 1, reason: ExportFault.reason(of: error))
      }
    }
    return try reading.export()
  }

  private struct Reading {
    private var format: FormatFact?
    private var versions: [RegisterExport.Version] = []
    private let decoder = JSONDecoder()

    mutating func take(_ line: Data) throws {
      let head = try decoder.decode(FactHead.self, from: line)
      if head.record == .register {
        format = try fact(line)
        return
      }
      if head.record == .document {
        let fact: DocumentFact = try fact(line)
        guard head.of == versions.count + 1 else { throw misplaced(head) }
        versions.append(
          RegisterExport.Version(
            version: fact.version, recordedAt: fact.recordedAt, source: fact.source,
            document: fact.document))
        return
      }
      guard head.of == versions.count, let last = versions.indices.last else {
        throw misplaced(head)
      }
      switch head.record {
      case .parcel: versions[last].document.parcels.append(try fact(line))
      case .total: versions[last].document.totals.append(try fact(line))
      case .transaction: versions[last].document.transactions.append(try fact(line))
      case .site: versions[last].document.sites.append(try fact(line))
      case .lineage: versions[last].document.lineage.append(try fact(line))
      case .administrativeChange:
        versions[last].document.administrativeChanges.append(try fact(line))
      case .register, .document: break
      }
    }

    func export() throws -> RegisterExport {
      guard let format else { throw ExportFault(record: 1, reason: "no format record") }
      var export = RegisterExport(documentVersions: versions)
      export.format = format.format
      export.version = format.version
      return export
    }

    private func fact<Fact: Codable>(_ line: Data) throws -> Fact {
      try decoder.decode(FactRecord<Fact>.self, from: line).fact
    }

    private func misplaced(_ head: FactHead) -> ExportFault {
      ExportFault(
        record: nil,
        reason:
          "\(head.record.rawValue) of document \(head.of ?? 0) after document \(versions.count)")
    }
  }
}
