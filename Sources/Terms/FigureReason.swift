/// Why a figure that a document prints is no fact.
///
/// Source: what land officers pass over when they take the facts out of a document.
public enum FigureReason: String, Term, Codable {
  /// The document lays down rules for everybody.
  case rule
  /// The document decides nothing: a draft, a wish, an answer.
  case noEffect = "no_effect"
  /// It is floor area, green area …, not land.
  case notLand = "not_land"
  /// It is a part of an area that is a fact, or the sum of such parts.
  case partOfSum = "part_of_sum"
  /// It says what was before.
  case former
  /// It says what must be so in general: 标准, 每户, 不足…的.
  case general

  /// It is of another matter than the land's price, term or number.
  case otherMatter = "other_matter"

  /// The reason in words.
  public var name: Words {
    switch self {
    case .rule: Words("一般规则", "a rule for everybody")
    case .noEffect: Words("文书不产生效力", "the document has no effect")
    case .notLand: Words("不是土地面积", "no area of land")
    case .partOfSum: Words("已读面积的一部分或合计", "a part or a sum of areas that were read")
    case .former: Words("原有情况", "the state before")
    case .otherMatter: Words("与本宗土地无关的金额、年限或编号", "a sum, a time or a number of another matter")
    case .general: Words("一般要求", "a general requirement")
    }
  }
}
