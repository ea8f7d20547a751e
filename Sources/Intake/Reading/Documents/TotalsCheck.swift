internal import Terms
import Foundation
import Planning

/// Tells where the totals of a document and the parcels it lists do not fit.
struct TotalsCheck {
  let document: LandDocument

  /// One diagnostic for each total that its members do not add up to. Totals of tables are checked
  /// where they are read.
  func diagnostics(_ lines: [Int: SourceLine]) -> [Diagnostic] {
    guard document.kind == .planApproval, !document.parcels.isEmpty else { return [] }
    return TotalComparison.comparisons(of: document).compactMap { comparison in
      let total = comparison.total
      guard comparison.differs, !comparison.isOfTable else { return nil }
      let line = total.place.lineStart
      return Diagnostic(
        .totalMismatch(
          total.landUseName ?? total.name ?? "", stated: total.area.squareMetres,
          members: comparison.sum),
        comparison.isPartial ? .info : .warning, file: document.place.file,
        line: line, excerpt: lines[line]?.text.trimmingCharacters(in: .whitespaces))
    }
  }
}
