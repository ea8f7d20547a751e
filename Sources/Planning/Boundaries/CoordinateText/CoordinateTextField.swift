/// An attribute of a parcel in a coordinate text, named as land bureaus name it.
public enum CoordinateTextField: String, Hashable, Sendable, CaseIterable {
  /// How many points the parcel has. It is counted anew and not kept.
  case pointCount = "界址点数"
  /// The stated area as printed: in hectares, unless a unit stands behind it.
  case area = "地块面积"
  case number = "地块编号"
  case name = "地块名称"
  /// 面, 线 or 点.
  case shape = "记录图形属性"
  case sheet = "图幅号"
  case use = "地块用途"
  case landClass = "地类编码"
  case district = "行政区代码"
  case village = "村名"
  case patchType = "图斑类型"
  case landClassName = "地类"
  case gradeBefore = "等别前"
  case gradeAfter = "等别后"
  case remarks = "备注"
  /// The names of the points, where they are not J1, J2 … (see ``PointNames``).
  case pointNames = "点号"
  /// The numbers of the rings in the shape's order, divided by commas, where they are not 1, 2 …
  case ringNumbers = "圈号"
}
