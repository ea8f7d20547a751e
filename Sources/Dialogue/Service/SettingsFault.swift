internal import Exchange
public import Terms

/// What is wrong with settings, in words.
public enum SettingsFault {
  /// What a decoder says.
  public static func words(of error: any Error) -> Words {
    func key(_ path: [any CodingKey]) -> String { path.map(\.stringValue).joined(separator: ".") }
    switch error {
    case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
      return Words(
        "不认识“\(key(context.codingPath))”", context.debugDescription)
    case DecodingError.typeMismatch(_, let context):
      return Words(
        "“\(key(context.codingPath))”的类型不对",
        "“\(key(context.codingPath))” is of the wrong type")
    case DecodingError.keyNotFound(let missing, let context):
      let name = key(context.codingPath + [missing])
      return Words("缺少“\(name)”", "“\(name)” is missing")
    case DecodingError.valueNotFound(_, let context):
      return Words(
        "“\(key(context.codingPath))”没有值", "“\(key(context.codingPath))” has no value")
    default: return Words("不是有效的 JSON", "it is no JSON")
    }
  }
}
