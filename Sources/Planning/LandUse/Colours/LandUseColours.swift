/// The colours in which maps of national land planning show land-use classes.
///
/// The table is Data/vocabularies/land-use-colours.csv: the first and second level of MNR-2023. It
/// follows the colours that planners draw with by the ministry's drawing rules (国土空间总体规划制图规范);
/// rows that no source gave are marked `derived` there.
public struct LandUseColours: Sendable {
  /// The colours of this program.
  public static let standard = LandUseColours()

  /// What a use without a known class is drawn in.
  public static let unknown = MapColour(red: 200, green: 200, blue: 200)

  private let byCode: [String: MapColour]

  private init() {
    var byCode: [String: MapColour] = [:]
    for row in CSVText.rows(ofTable: "land-use-colours") where row.count == 6 {
      byCode[row[0]] = MapColour(hexadecimal: row[2])
    }
    self.byCode = byCode
  }

  /// The colour of a class: its own, else that of the nearest class above it; of another scheme that
  /// of its counterpart in MNR-2023, the surest first. `nil` where there is none.
  public func colour(of item: LandUseClass) -> MapColour? {
    let vocabulary = LandUseVocabulary.standard
    guard item.scheme == .mnr2023 else {
      for equivalent in vocabulary.equivalents(of: item, in: .mnr2023) {
        if let found = equivalent.to.flatMap({ colour(of: $0) }) { return found }
      }
      // A class that only sums up others has no counterpart; its children have.
      for child in vocabulary.children(of: item) {
        if let found = colour(of: child) { return found }
      }
      return nil
    }
    for ancestor in vocabulary.path(of: item).reversed() {
      if let found = byCode[ancestor.code] { return found }
    }
    return nil
  }

  /// The colour of a use as a plan writes it: of a mixed use (`070102/0702`, `1101-07`) that of the
  /// first code that is known. `nil` where none is.
  public func colour(of code: String, in scheme: LandUseScheme) -> MapColour? {
    let vocabulary = LandUseVocabulary.standard
    for part in [code] + LandUseCodes.split(code) {
      if let item = vocabulary[scheme, part], let found = colour(of: item) { return found }
    }
    return nil
  }
}
