/// What a document does, beside what it is about: whether the facts it states are in force by it.
///
/// Source: the forms of official documents (党政机关公文处理工作条例, 2012, art. 8) as county governments
/// use them for land.
public enum DocumentForce: String, Term, Codable {
  /// Approves or decides (批复, 决定, 同意).
  case decides
  /// Says no (不同意, 不予批准).
  case refuses
  /// Takes back a decision (撤销, 作废).
  case revokes
  /// Ends rules or plans (废止).
  case repeals
  /// Shows a draft for comment (公示, 征求意见).
  case proposes
  /// Asks a superior (请示).
  case requests
  /// Answers somebody (答复).
  case replies
  /// Makes known what is decided, or what will be sold (公告).
  case announces
  /// Tells what happened (结果公示, 情况).
  case reports
  /// Promises something (承诺).
  case promises
  /// Lays down rules for everybody (办法, 细则).
  case rules

  private var row: (name: Words, synonyms: [String]) {
    switch self {
    case .decides: (Words("批准决定", "decides"), ["批准", "决定", "同意"])
    case .refuses: (Words("不予批准", "refuses"), ["不同意", "不批准"])
    case .revokes: (Words("撤销", "revokes"), ["作废"])
    case .repeals: (Words("废止", "repeals"), ["失效"])
    case .proposes: (Words("草案公示", "proposes"), ["草案", "公示", "征求意见", "拟定"])
    case .requests: (Words("请示申请", "requests"), ["请示", "申请"])
    case .replies: (Words("答复", "replies"), ["回复"])
    case .announces: (Words("公告", "announces"), ["公布"])
    case .reports: (Words("结果情况", "reports"), ["结果", "情况"])
    case .promises: (Words("承诺", "promises"), [])
    case .rules: (Words("规则", "rules"), ["办法", "细则", "规定"])
    }
  }

  /// What it is called.
  public var name: Words { row.name }
  /// Other words that people ask for it by.
  public var synonyms: [String] { row.synonyms }

  /// Whether the land facts that such a document states are in force by it.
  public var putsFactsInForce: Bool {
    switch self {
    case .decides, .announces, .reports: true
    default: false
    }
  }

  /// Whether such a document has effect at all: a draft, a wish, a refusal and an answer have none
  /// on the land.
  public var hasEffect: Bool {
    switch self {
    case .decides, .announces, .reports, .revokes, .repeals, .rules: true
    case .refuses, .proposes, .requests, .replies, .promises: false
    }
  }
}
