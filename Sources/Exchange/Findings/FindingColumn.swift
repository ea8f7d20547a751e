internal import Planning
internal import SimpleFeatures
public import Terms

/// An attribute of a finding in tables: CSV, GeoJSON and GeoPackage have the same.
public struct FindingColumn: Sendable {
  /// What a column holds.
  public enum Kind: String, Sendable {
    case text = "TEXT"
    case integer = "INTEGER"
    case real = "REAL"
    /// 0 or 1.
    case flag = "BOOLEAN"
    /// An instant.
    case instant = "DATETIME"
  }

  /// Its name.
  public let name: String
  /// What it holds.
  public let kind: Kind
  /// Its name for people.
  public let title: Words
  /// What to know about it.
  public let note: Words?
  let value: @Sendable (FindingRow) -> FieldValue

  init(
    _ name: String, _ kind: Kind = .text, _ title: Words, _ note: Words? = nil,
    _ value: @escaping @Sendable (FindingRow) -> FieldValue
  ) {
    self.name = name
    self.kind = kind
    self.title = title
    self.note = note
    self.value = value
  }

  /// The names of the columns that hold 0 or 1.
  public static var flags: Set<String> { Set(all.filter { $0.kind == .flag }.map(\.name)) }
}

/// A finding with the words of its rule, for the columns.
struct FindingRow {
  let finding: Finding
  let rule: Rule?
  let text: FindingText

  var subject: FindingSubject? { finding.subjects.first }
  var source: DocumentReference? { finding.sources.first }
}

extension FindingColumn {
  /// All columns in order.
  public static let all: [FindingColumn] = [
    FindingColumn("id", .text, Words("问题编号", "finding"), Words("接受问题时使用", "to accept it by")) {
      .text($0.finding.id)
    },
    FindingColumn("code", .text, Words("规则代码", "rule code")) { .text($0.finding.code.rawValue) },
    FindingColumn("title", .text, Words("规则", "rule")) {
      .text($0.text.title(of: $0.finding.code))
    },
    FindingColumn("family", .text, Words("类别", "family")) { .words($0.rule?.family.rawValue) },
    FindingColumn(
      "severity", .text, Words("严重程度", "severity"),
      Words("error 错误；warning 警告；info 提示", "error, warning or info")
    ) { .text($0.finding.severity.rawValue) },
    FindingColumn("message", .text, Words("问题", "message")) {
      .text($0.text.sentence(for: $0.finding))
    },
    FindingColumn("advice", .text, Words("处理建议", "advice")) {
      .words($0.text.advice(for: $0.finding))
    },
    FindingColumn(
      "responsibility", .text, Words("处理单位", "whose work"),
      Words("sender 报送单位；bureau 登记单位", "sender or bureau")
    ) { .words($0.rule?.responsibility.rawValue) },
    FindingColumn("subject_kind", .text, Words("对象类型", "kind of subject")) {
      .words($0.subject?.kind.rawValue)
    },
    FindingColumn("subject", .text, Words("对象", "subject")) { .words($0.subject?.label) },
    FindingColumn("subject_group", .text, Words("所属规划或图层", "plan or layer")) {
      .words($0.subject?.group)
    },
    FindingColumn("other_subjects", .text, Words("相关对象", "other subjects")) { row in
      let others = row.finding.subjects.dropFirst().map { $0.text(row.text.language) }
      return .words(others.joined(separator: Words("；", "; ")[row.text.language]))
    },
    FindingColumn(
      "conclusion", .text, Words("结论", "conclusion"),
      Words("conflict 冲突；conditional 有条件允许", "conflict or conditional")
    ) { .words($0.finding.conclusion?.rawValue) },
    FindingColumn("area_m2", .real, Words("面积（平方米）", "area (m²)")) {
      .number($0.finding.squareMetres)
    },
    FindingColumn("area_mu", .real, Words("面积（亩）", "area (mu)")) {
      .number($0.finding.squareMetres.map(AreaText.roundedMu))
    },
    FindingColumn("share_percent", .real, Words("占对象面积（%）", "share of the subject (%)")) {
      .number($0.finding.share)
    },
    FindingColumn(
      "sliver", .flag, Words("狭长", "sliver"),
      Words("面积和宽度极小，多因制图误差", "so thin that it comes from drawing")
    ) { .flag($0.finding.isSliver) },
    FindingColumn(
      "schematic", .flag, Words("示意", "schematic"),
      Words("涉及示意图形，不得作为权属或审批依据", "a schematic shape takes part: no basis for decisions")
    ) { .flag($0.finding.isSchematic) },
    FindingColumn(
      "state", .text, Words("状态", "state"), Words("open 未处理；accepted 已接受", "open or accepted")
    ) { .text($0.finding.acceptance == nil ? "open" : "accepted") },
    FindingColumn("accepted_reason", .text, Words("接受理由", "reason")) {
      .words($0.finding.acceptance?.reason)
    },
    FindingColumn("accepted_by", .text, Words("接受人", "accepted by")) {
      .words($0.finding.acceptance?.author)
    },
    FindingColumn("accepted_at", .instant, Words("接受时间（UTC）", "accepted at (UTC)")) {
      .words($0.finding.acceptance?.recordedAt)
    },
    FindingColumn("documents", .text, Words("依据文件", "documents")) { row in
      var names: [String] = []
      for source in row.finding.sources where !names.contains(source.name) {
        names.append(source.name)
      }
      return .words(names.joined(separator: Words("；", "; ")[row.text.language]))
    },
    FindingColumn("file", .text, Words("来源文件", "file")) { .words($0.source?.place.file) },
    FindingColumn("line_start", .integer, Words("起始行", "first line")) {
      $0.source.map { .integer(Int64($0.place.lineStart)) } ?? .none
    },
    FindingColumn("line_end", .integer, Words("终止行", "last line")) {
      $0.source.map { .integer(Int64($0.place.lineEnd)) } ?? .none
    },
  ]
}

extension FieldValue {
  /// A text; nothing where it is empty.
  static func words(_ text: String?) -> FieldValue {
    text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none
  }

  /// A number; nothing where it is not finite.
  static func number(_ value: Double?) -> FieldValue {
    value.flatMap { $0.isFinite ? .real($0) : nil } ?? .none
  }

  static func flag(_ value: Bool) -> FieldValue { .integer(value ? 1 : 0) }
}
