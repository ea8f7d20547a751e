internal import Exchange
internal import Planning
public import Registry
internal import Terms

extension Failure {
  /// Why a question about a place is not put, in words; the diagnostics of a file are said apart.
  public init(_ fault: PlaceFault, of what: String) {
    switch fault {
    case .unknownLayer(let name, let known):
      self.init(
        "unknown_layer", .noSuchLayer(name),
        Words.known(known), kind: .wrongUse)
    case .outside(let system):
      self.init(
        "outside_projection",
        Words(
          "“\(what)”离登记库坐标系 \(system) 的使用范围太远",
          "“\(what)” lies too far from where the register's \(system) is used"), kind: .refused)
    case .nothingToCheck:
      self.init(
        NotCheckedReason.nothingToCheck.key, .nothingToCheck,
        kind: .notFound)
    case .notPoints(let file):
      self.init(
        "not_points",
        Words("“\(file)”中有不是点的图形", "“\(file)” holds shapes that are no points"),
        Words(
          "--ids 只用于点；面和线请不带 --ids 查询",
          "--ids is for points; ask about areas and lines without it"), kind: .wrongUse)
    case .refused(let diagnostics):
      let first = diagnostics.first { $0.severity == .error } ?? diagnostics.first
      self.init(
        first?.code.rawValue ?? "refused", Words("不能按“\(what)”查询", "“\(what)” cannot be looked up"),
        kind: .refused)
    }
  }
}
