public import Characters

/// A land use as a document states it: a scheme, a code and a name, of which the document may have
/// printed only some.
public struct LandUse: Hashable, Sendable {
  /// The scheme of the code.
  public var scheme: LandUseScheme
  /// The code as printed, a string (leading zeros count), or as the name settles it.
  public var code: String?
  /// The name as printed.
  public var name: String?
  /// Whether the code was not printed but follows from the name.
  public var codeInferred: Bool
  /// Its share of a mixed use, in percent.
  public var share: UseShare?

  /// A land use.
  public init(
    scheme: LandUseScheme, code: String? = nil, name: String? = nil, codeInferred: Bool = false
  ) {
    self.scheme = scheme
    self.code = code
    self.name = name
    self.codeInferred = codeInferred
  }
}

extension LandUse: JSONRecord {
  /// A use of which nothing is known.
  public static var blank: LandUse { LandUse(scheme: .unknown) }

  /// Reads or writes the use; that its code is inferred only where it is.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("scheme", &scheme)
    try json("code", &code)
    try json("name", &name)
    try json("code_inferred", &codeInferred, leftOut: !codeInferred)
    try json("share", &share)
  }
}

/// The share that one use of a mixed use may or must have.
public struct UseShare: Hashable, Sendable {
  /// The least share in percent; `nil` where none is stated.
  public var least: Double?
  /// The greatest share in percent; `nil` where none is stated.
  public var greatest: Double?

  /// A share; both ends are alike where the document prints one number.
  public init(least: Double?, greatest: Double?) {
    self.least = least
    self.greatest = greatest
  }
}

extension UseShare: JSONRecord {
  /// A share without ends.
  public static var blank: UseShare { UseShare(least: nil, greatest: nil) }

  /// Reads or writes the ends there are.
  public mutating func exchange(_ json: inout JSONExchange) throws {
    try json("min_percent", &least)
    try json("max_percent", &greatest)
  }
}

/// A national classification of land use.
public enum LandUseScheme: String, Hashable, Sendable, Codable, CaseIterable {
  /// 国土空间调查、规划、用途管制用地用海分类指南 (自然资发〔2023〕234号), in force from 2023-11-22.
  case mnr2023 = "MNR-2023"
  /// The same guide for trial use (自然资办发〔2020〕51号), in force from 2020-11-17.
  case mnr2020 = "MNR-2020"
  /// 土地利用现状分类 GB/T 21010-2017.
  case gbt21010 = "GB/T21010-2017"
  /// 城市用地分类与规划建设用地标准 GB 50137-2011.
  case gb50137 = "GB50137-2011"
  /// 第三次全国国土调查工作分类, of which only the codes that depart from GB/T 21010 are known here
  /// (05H1, 0508, 08H2A, 1208 …).
  case survey3 = "SURVEY-3"
  /// A code or name whose scheme the document does not tell.
  case unknown

  /// The scheme in which a plan dated so writes bare numeric codes, or `.unknown` before 2020-11-17
  /// and for undated plans.
  ///
  /// The digits alone never decide: 37 codes of GB/T 21010 mean something else in the 2023 guide.
  public static func ofNumericCodes(on date: CalendarDate?) -> LandUseScheme {
    guard let date else { return .unknown }
    if let start = CalendarDate(year: 2023, month: 11, day: 22), date >= start { return .mnr2023 }
    if let start = CalendarDate(year: 2020, month: 11, day: 17), date >= start { return .mnr2020 }
    return .unknown
  }
}
