internal import Exchange
public import Terms
// Words that several failures share.
extension Words {
  /// What there is to choose from; `nil` where there is nothing.
  public static func known(_ names: [String]) -> Words? {
    names.isEmpty
      ? nil
      : Words(
        "可用：\(names.joined(separator: "、"))", "known are: \(names.joined(separator: ", "))")
  }

  /// A file is there already.
  public static func fileExists(_ path: String) -> Words {
    Words("已有文件 \(path)", "there is a file \(path) already")
  }

  /// What to do where a file is there already.
  public static let overwriteIt = Words("要覆盖请加 --overwrite", "replace it with --overwrite")

  /// Nothing can be asked of a register without shapes.
  public static let nothingToCheck = Words(
    "未查：登记库中既没有界线也没有图层", "not checked: the register has neither boundaries nor layers")

  /// There is no layer of a name.
  public static func noSuchLayer(_ name: String) -> Words {
    Words("没有图层“\(name)”", "there is no layer “\(name)”")
  }

  /// There is no rule of a code.
  public static func noSuchRule(_ code: String) -> Words {
    Words("没有规则“\(code)”", "there is no rule “\(code)”")
  }

  /// Nothing was found.
  public static func notFound(_ query: String) -> Words {
    Words("没有找到“\(query)”", "nothing found for “\(query)”")
  }

  /// A text names no coordinate system.
  public static func notACoordinateSystem(_ text: String) -> Words {
    Words("“\(text)”不是坐标系，应写作 EPSG:4525。", "“\(text)” is no coordinate system; write EPSG:4525.")
  }
}
