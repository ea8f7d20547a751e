public import Answers
internal import Characters
public import Foundation
internal import Planning

/// A format in which all facts of a register leave it and come back without loss.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
  /// One JSON object.
  case json
  /// JSON Lines: one record a line.
  case jsonl
  /// CSV: one record a row.
  case csv

  /// The facts of a register in this format.
  public func data(of export: RegisterExport, byteOrderMark: Bool = false) throws -> Data {
    switch self {
    case .json:
      return try ExportFormat.json(of: export)
    case .jsonl:
      return Data(try FactLines.lines(of: export).map { $0 + Data("\n".utf8) }.joined())
    case .csv:
      return try FactTable.csv(of: FactLines.lines(of: export), byteOrderMark: byteOrderMark)
    }
  }

  /// The export as one JSON object, its long list made element by element.
  private static func json(of export: RegisterExport) throws -> Data {
    var data = Data("{\n  \"document_versions\" : ".utf8)
    data.append(try JSONText.pretty(list: export.documentVersions, indentation: 2))
    data.append(Data(",\n  \"format\" : ".utf8))
    data.append(try JSONText.line(export.format))
    data.append(Data(",\n  \"version\" : \(export.version)\n}\n".utf8))
    return data
  }

  /// The facts that a file in this format holds.
  ///
  /// - Throws: ``ExportFault`` where it is not such a file, or of a newer version.
  public func export(from data: Data) throws -> RegisterExport {
    let text = try ExportFormat.text(of: data)
    let export: RegisterExport
    switch self {
    case .json:
      do {
        export = try JSONDecoder().decode(RegisterExport.self, from: Data(text.utf8))
      } catch {
        throw ExportFault(record: nil, reason: ExportFault.reason(of: error))
      }
    case .jsonl:
      export = try FactLines.export(
        from: Data(text.utf8).split(separator: UInt8(ascii: "\n")))
    case .csv:
      export = try FactLines.export(from: try FactTable.lines(of: text))
    }
    guard export.format == RegisterExport.format else {
      throw ExportFault(record: nil, reason: "the format is \(export.format)")
    }
    guard export.version <= RegisterExport.formatVersion else {
      throw ExportFault(
        record: nil,
        reason: "version \(export.version) is newer than \(RegisterExport.formatVersion)")
    }
    return export
  }

  /// The text of a file; bytes that are none are named with their line.
  private static func text(of data: Data) throws -> String {
    do {
      return try TextDecoder.text(Array(data))
    } catch {
      throw ExportFault(
        record: nil, reason: "line \(error.line) is no text (byte \(error.offset + 1))")
    }
  }

  /// The format of a file that begins so, or `nil` where it is no export of a register.
  public static func ofExport(beginningWith data: Data) -> ExportFormat? {
    let start = String(decoding: data.prefix(4_096), as: UTF8.self)
    let bare = start.hasPrefix("\u{FEFF}") ? String(start.dropFirst()) : start
    if bare.hasPrefix("record,of,") { return .csv }
    let line = bare.prefix { !$0.isNewline }
    guard bare.first == "{" else { return nil }
    if line.contains("\"record\":\"register\""), line.contains(RegisterExport.format) {
      return .jsonl
    }
    return bare.contains("\"document_versions\"") ? .json : nil
  }
}

/// Why an export cannot be read: which record, and what is wrong with it.
public struct ExportFault: Error, Hashable, Sendable {
  /// The record, counted from 1; `nil` where it concerns the whole.
  public var record: Int?
  /// What is wrong with it.
  public var reason: String

  /// A fault.
  public init(record: Int?, reason: String) {
    self.record = record
    self.reason = reason
  }

  /// What a decoding error says, in short: the key and what is wrong with it.
  static func reason(of error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.map(\.stringValue).joined(separator: ".")
    }
    return switch error {
    case .keyNotFound(let key, _): "\(key.stringValue) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "\(path(context)) is of another type"
    case .dataCorrupted(let context):
      context.codingPath.isEmpty ? "not JSON" : "\(path(context)): \(context.debugDescription)"
    @unknown default: "\(error)"
    }
  }
}
