import Foundation
import Intake
import Planning
import SimpleFeatures

/// A coordinate text read to its end.
struct CoordinateTextReading {
  var batches: [FeatureTable] = []
  var diagnostics: [Diagnostic]
  var header: CoordinateTextHeader
  var dialect: CoordinateTextDialect?

  static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  init(_ bytes: [UInt8], chunkSize: Int = ByteSource.chunkSize) throws {
    var reader = CoordinateTextReader(ByteSource(bytes, name: "a/宗地.txt", chunkSize: chunkSize))
    var batches: [FeatureTable] = []
    diagnostics = try reader.read { batches.append($0) }
    self.batches = batches
    header = reader.header
    dialect = reader.dialect
  }

  init(_ text: String, encoding: String.Encoding = gb18030) throws {
    try self.init(Array(text.data(using: encoding) ?? Data()))
  }

  /// The only batch, or an empty one.
  var table: FeatureTable { batches.first ?? FeatureTable(name: "") }

  /// The codes and lines of what was found.
  var findings: [String] {
    diagnostics.map { "\($0.code.rawValue) \($0.line ?? 0) \($0.arguments.first ?? "")" }
  }

  /// The attribute of a parcel as text.
  func text(_ field: CoordinateTextField, _ parcel: Int = 0) -> String? {
    table.field(field.rawValue)?.values[parcel].text
  }

  /// A square of 100 m with its rows; `name` numbers its points from there.
  static func square(
    _ x: Int, _ y: Int, ring: Int = 1, first: Int = 1, size: Int = 100, isClosed: Bool = true
  ) -> String {
    let corners = [(x, y + size), (x + size, y + size), (x + size, y), (x, y)]
    var rows = corners.enumerated().map { place, corner in
      "J\(first + place),\(ring),\(corner.1).000,\(corner.0).000"
    }
    if isClosed { rows.append(rows[0]) }
    return rows.joined(separator: "\n")
  }

  /// A whole file of one parcel.
  static func file(
    _ heading: String, _ rows: String = square(37_517_000, 4_135_000), attributes: String = standard
  ) -> String {
    "[属性描述]\n\(attributes)\n[地块坐标]\n\(heading)\n\(rows)\n"
  }

  static let standard = """
    格式版本号=1.01版本
    数据产生单位=中阳县自然资源局
    数据产生日期=2026-5-1
    坐标系=2000国家大地坐标系
    几度分带=3
    投影类型=高斯克吕格
    计量单位=米
    带号=37
    精度=0.001
    转换参数=,,,,,,
    """
}
