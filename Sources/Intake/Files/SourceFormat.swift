/// What a file is, so how it is read.
public enum SourceFormat: String, Sendable, CaseIterable {
  /// A government document or a whole gazette as text.
  case text
  /// A PDF, read through pdftotext.
  case pdf
  /// A Word document, read through pandoc.
  case docx
  /// A table with commas.
  case csv
  /// A table with tabs.
  case tsv
  /// A workbook (.xlsx, .ods), read through ogr2ogr.
  case spreadsheet

  /// What a file is by its name and first bytes.
  static func detect(name: String, head: [UInt8]) -> SourceFormat {
    if head.starts(with: Array("%PDF".utf8)) { return .pdf }
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch ending {
    case "pdf": return .pdf
    case "docx": return .docx
    case "csv": return .csv
    case "tsv", "tab": return .tsv
    case "xlsx", "ods", "xls": return .spreadsheet
    default: return .text
    }
  }
}
