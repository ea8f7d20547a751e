/// A geodetic datum that Chinese land data come in.
///
/// Source: the EPSG register; the names are those that files print (勘测定界 exchange files, ESRI
/// and EPSG definitions).
public enum GeodeticDatum: String, Hashable, Sendable, Codable, CaseIterable {
  /// 2000国家大地坐标系
  case cgcs2000
  /// 1980西安坐标系
  case xian1980
  /// 1954北京坐标系
  case beijing1954
  /// 新1954北京坐标系
  case newBeijing
  /// WGS 84
  case wgs84

  /// The EPSG code of its system in degrees.
  public var geographicCode: Int {
    switch self {
    case .cgcs2000: 4490
    case .xian1980: 4610
    case .beijing1954: 4214
    case .newBeijing: 4555
    case .wgs84: 4326
    }
  }

  /// The name in Chinese, as land files print it.
  public var chineseName: String {
    switch self {
    case .cgcs2000: "2000国家大地坐标系"
    case .xian1980: "1980西安坐标系"
    case .beijing1954: "1954北京坐标系"
    case .newBeijing: "新1954北京坐标系"
    case .wgs84: "WGS84坐标系"
    }
  }

  /// The name in the EPSG register.
  public var name: String {
    switch self {
    case .cgcs2000: "CGCS2000"
    case .xian1980: "Xian 1980"
    case .beijing1954: "Beijing 1954"
    case .newBeijing: "New Beijing"
    case .wgs84: "WGS 84"
    }
  }

  /// The datum of a name as printed, whatever its case, spaces and punctuation; `nil` where the name
  /// is of no datum, or of more than one.
  public init?(printed: String) {
    // What the program itself writes, at every question about a point, need not be searched for.
    guard printed != "CGCS2000" else {
      self = .cgcs2000
      return
    }
    let text = Self.folded(printed)
    guard let first = Self.signs.first(where: { sign in sign.words.contains(where: text.contains) })
    else { return nil }
    let rest = Self.signs.filter { sign in
      sign.datum != first.datum && sign.words.contains(where: text.contains)
    }
    let contradicted = rest.contains { !($0.datum == .beijing1954 && first.datum == .newBeijing) }
    guard !contradicted else { return nil }
    self = first.datum
  }

  /// Words that name a datum, folded; New Beijing first, for its names hold those of Beijing 1954.
  private static let signs: [(datum: GeodeticDatum, words: [String])] = [
    (.newBeijing, ["新1954", "新54", "新北京54", "新北京1954", "newbeijing"]),
    (
      .cgcs2000,
      [
        "cgcs2000", "2000国家", "国家2000", "大地2000", "大地坐标系2000", "china2000",
        "chinageodeticcoordinatesystem2000", "2000坐标系",
      ]
    ),
    (
      .xian1980,
      ["西安80", "西安1980", "80西安", "1980西安", "80国家", "1980国家", "xian80", "xian1980", "国家80", "1980年"]
    ),
    (
      .beijing1954,
      ["北京54", "北京1954", "54北京", "1954北京", "54国家", "1954国家", "beijing54", "beijing1954", "1954年北京"]
    ),
    (.wgs84, ["wgs84", "wgs1984"]),
  ]

  /// Letters in lower case and digits, full-width ones as the narrow; all else is dropped.
  static func folded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      var scalar = scalar
      if (0xFF01...0xFF5E).contains(scalar.value),
        let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        scalar = narrow
      }
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { continue }
      folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
    return String(folded)
  }
}
