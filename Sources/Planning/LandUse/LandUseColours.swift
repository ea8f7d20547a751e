internal import Characters

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
    for row in SeparatedRows.cells(ofTable: "land-use-colours") where row.count == 6 {
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

/// A colour of a map: red, green and blue from 0 to 255 each.
public struct MapColour: Hashable, Sendable {
  /// The part of red.
  public let red: UInt8
  /// The part of green.
  public let green: UInt8
  /// The part of blue.
  public let blue: UInt8

  /// A colour.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// A colour written as `#FFFF2D`; `nil` where it is not so written.
  public init?(hexadecimal text: some StringProtocol) {
    guard text.utf8.count == 7, text.utf8.first == UInt8(ascii: "#"),
      let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    self.init(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }

  /// The colour as `#FFFF2D`.
  public var hexadecimal: String {
    let digits = Array("0123456789ABCDEF")
    return [red, green, blue].reduce(into: "#") { text, part in
      text.append(digits[Int(part >> 4)])
      text.append(digits[Int(part & 15)])
    }
  }
}
