import Exchange
import Terms

extension Wording.Help {
  static let publish = Words(
    "发布一份干净的 GeoPackage，供 QGIS 等软件打开。", "Write a clean GeoPackage for QGIS and other programs.")
  static let publishMore = Words(
    """
    只含现行内容：地块、参考图层、供地等行为、隐患点、文书，附用地配色（QML 和 SLD）、字段说明和来源。\
    单个文件，可以放在只读的文件夹里；不是登记库，不能再导入文书。写完并检查后才改名到位。

    示例：yulin publish -o map.gpkg --store land.gpkg
    """,
    """
    It has what is in force: parcels, reference layers, acts, sites and documents, with the national \
    colours of land use (QML and SLD), descriptions of the columns, and where everything comes from. \
    It is one file that may lie in a folder nobody can write to, and no register: nothing can be \
    imported into it. The file is checked and then appears whole or not at all.

    Example: yulin publish -o map.gpkg --store land.gpkg
    """)
  static let publishOutput = Words("要写的 GeoPackage 文件。", "The GeoPackage to write.")
}

extension Wording {
  static let publishNeedsAFile = Words(
    "发布的是数据库文件，不能写到标准输出。", "a GeoPackage is a database and cannot be written to standard output.")

  static func published(_ layers: Int, to path: String) -> Words {
    Words("已发布 \(layers) 个图层到 \(path)", "\(layers) layers published to \(path)")
  }
}
