import Foundation
import Planning

/// Compares the totals of a document with the parcels it lists.
struct TotalsCheck {
  let document: LandDocument

  /// One diagnostic for each total that its members do not add up to. Totals of tables are checked
  /// where they are read.
  func diagnostics(_ lines: [Int: SourceLine]) -> [Diagnostic] {
    guard document.kind == .planApproval, !document.parcels.isEmpty else { return [] }
    if isPartialList { return [] }
    return document.totals.compactMap { total in
      let members: [ParcelStatement]
      if let use = total.landUseName {
        members = document.parcels.filter { parcel in
          (total.plan == nil || parcel.plan == total.plan)
            && parcel.landUse.count == 1 && parcel.landUse.contains { sameUse($0.name, use) }
        }
      } else if isWhole(total) {
        members = document.parcels
      } else {
        return nil
      }
      guard !members.isEmpty, members.allSatisfy({ $0.area != nil }) else { return nil }
      let sum = members.compactMap { $0.area?.squareMetres }.reduce(0, +)
      let tolerance = max(1, total.area.squareMetres * 1e-4)
      guard abs(sum - total.area.squareMetres) > tolerance else { return nil }
      let line = total.place.lineStart
      // Far less than the whole: the document lists only some of its parcels.
      let isPartial = total.landUseName == nil && sum < total.area.squareMetres / 2
      return Diagnostic(
        .totalMismatch, isPartial ? .info : .warning, file: document.place.file, line: line,
        excerpt: lines[line]?.text.trimmingCharacters(in: .whitespaces),
        arguments: [
          total.landUseName ?? total.name ?? "", "\(total.area.squareMetres)", "\(sum)",
        ])
    }
  }

  /// Whether the document sums a whole plan by use and then lists only some of its parcels.
  private var isPartialList: Bool {
    let parcels = document.parcels.compactMap { $0.area?.squareMetres }.reduce(0, +)
    return document.totals.contains { whole in
      let others = document.totals.filter { $0.landUseName != nil && $0 != whole }
      guard others.count > 1 else { return false }
      let sum = others.reduce(0) { $0 + $1.area.squareMetres }
      return abs(sum - whole.area.squareMetres) <= max(1, sum * 1e-4) && parcels < sum * 0.98
    }
  }

  private func isWhole(_ total: AreaTotal) -> Bool {
    guard let name = total.name, !document.parcels.isEmpty else { return false }
    return ["总用地面积", "规划总用地面积", "总面积", "规划用地总面积", "建设用地总面积"].contains(name)
  }

  /// 文化用地 and 文化设施用地 are one use.
  private func sameUse(_ name: String?, _ other: String) -> Bool {
    guard let name else { return false }
    func bare(_ text: String) -> String {
      text.replacingOccurrences(of: "用地", with: "").replacingOccurrences(of: "设施", with: "")
    }
    return bare(name) == bare(other)
  }
}
