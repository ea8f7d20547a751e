import Planning
import Terms

/// A word of the grammar of land documents.
struct Token {
  /// What it is.
  enum Kind: Equatable {
    /// A decimal number.
    case number(Double)
    /// Two plain numbers with a dash: a range of values, or a parcel number such as 03-02.
    case dashed(Double, Double)
    /// Latin letters and digits with inner dashes: a parcel number or a land-use code.
    case identifier
    case percent
    case area(AreaUnit)
    case metre
    /// Money: the unit in yuan.
    case money(Double)
    /// Places behind a number (个车位), or 100 m² of floor area that they are reckoned by (个/100㎡).
    case places(isPer100: Bool)
    case comparison(BoundSign)
    case indicator(Indicator)
    /// An indicator that is kept as a named extra.
    case otherIndicator
    case useName
    case areaLabel(AreaRole)
    case keyword(Keyword)
    case comma, listComma, colon, open, close, slash, plus, tilde, quoteOpen, quoteClose
    /// 。 ； !
    case sentenceEnd
    case softBreak
    /// A numbered clause begins.
    case paragraph
    /// Anything else, one scalar.
    case other
  }

  /// What an area label measures.
  enum AreaRole: Equatable {
    /// 用地面积, 宗地面积, 面积: the land of the thing spoken of.
    case land
    /// 总用地面积, 总面积: the land of all.
    case totalLand
    /// 建筑面积 and the like: not land.
    case other
  }

  var kind: Kind
  /// Its scalars in the prose.
  var range: Range<Int>
}

/// A comparison sign or the words for it.
struct BoundSign: Equatable, Sendable {
  /// Which end of the interval it sets.
  var isUpper: Bool
  /// Whether the number itself belongs to the interval.
  var isInclusive: Bool
  /// Whether it stands behind its number (以上, 以下, 以内).
  var isPostfix = false

  static let atMost = BoundSign(isUpper: true, isInclusive: true)
  static let below = BoundSign(isUpper: true, isInclusive: false)
  static let atLeast = BoundSign(isUpper: false, isInclusive: true)
  static let above = BoundSign(isUpper: false, isInclusive: false)
  static let orLess = BoundSign(isUpper: true, isInclusive: true, isPostfix: true)
  static let orMore = BoundSign(isUpper: false, isInclusive: true, isPostfix: true)
}

/// The structural words.
enum Keyword: Equatable, Sendable {
  /// 地块, 宗地.
  case parcel
  /// 地块编号, 宗地号.
  case parcelNumberLabel
  /// 用地性质, 土地用途 …
  case useLabel
  /// 为, 是.
  case copula
  /// Words between a label and its value that change nothing: 应, 控制在, 规划 …
  case filler
  /// 分别(为).
  case respectively
  /// 由.
  case from
  /// 调整为 …
  case adjustTo
  /// 调整前, 原规划.
  case before
  /// 调整后, 现状规划 …
  case after
  /// 保留现状.
  case keep
  /// 分为.
  case split
  /// 合并为.
  case merge
  /// 约.
  case about
  /// 其中.
  case including
  /// 等.
  case etcetera
  /// 和, 及, 与.
  case and
  /// 且, 并.
  case also
  /// 至, 到 between numbers.
  case through
  /// 之间.
  case between
  /// 均, 各.
  case each
  /// 上述地块.
  case aforesaid
  /// 其余 + 地块.
  case rest
  /// 改编为: a new number.
  case renumber
  /// 该, 本 + 地块.
  case this
  /// 不变: what was before goes on.
  case unchanged
  /// 号.
  case number
  /// 位于, 坐落.
  case locatedAt
  /// 东至 南至 西至 北至.
  case bound
  /// 不限, 不作要求.
  case unlimited
  /// 万平方米's kin for counts: 个, 宗, 块.
  case counter
}
