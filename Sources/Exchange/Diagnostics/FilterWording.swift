public import Filtering
public import Terms

/// Makes the sentence and the advice of a filter's error from its facts.
public struct FilterWording: Sendable {
  /// The language of the words.
  public let language: Language

  /// Wording in a language.
  public init(_ language: Language) {
    self.language = language
  }

  /// At which character, counted from 1, what is wrong.
  ///
  /// - Parameter name: what the condition is called: `--where`, `filter`.
  public func sentence(for error: FilterError, in name: String) -> String {
    let place = error.offset + 1
    return Words("\(name) 第 \(place) 个字符：", "at character \(place) of \(name): ")[language]
      + FilterWording.words(for: error)[language]
  }

  /// What to write instead; `nil` where there is nothing to say.
  public func advice(for error: FilterError) -> String? {
    guard error.reason != .tooLong, error.reason != .tooDeep else { return nil }
    let listed = (language == .zh ? error.titles : error.expected)
      .map { FilterWording.term($0)[language] }
    var parts: [String] = []
    if !error.nearest.isEmpty {
      let names = error.nearest
      parts.append(
        Words(
          "是否指 \(names.joined(separator: "、"))", "did you mean \(names.joined(separator: ", "))?"
        )[language])
    }
    if !listed.isEmpty {
      let isChoice = error.reason == .unknownProperty || error.reason == .unknownValue
      parts.append(
        isChoice
          ? Words(
            "可用：\(listed.joined(separator: "、"))", "known are: \(listed.joined(separator: ", "))")[
              language]
          : Words(
            "此处应为 \(listed.joined(separator: " 或 "))",
            "expected here: \(listed.joined(separator: " or "))")[language])
    }
    return parts.isEmpty ? nil : parts.joined(separator: language == .zh ? "；" : " ")
  }

  private static func words(for error: FilterError) -> Words {
    let seen = error.seen
    switch error.reason {
    case .unexpected:
      return seen.isEmpty
        ? Words("条件不完整", "the filter ends too early")
        : Words("“\(seen)”没有看懂", "“\(seen)” is not understood")
    case .notSupported:
      return Words("不支持 \(term(seen)[.zh])", "\(term(seen)[.en]) is not supported")
    case .unknownProperty: return Words("没有名为“\(seen)”的字段", "there is no property “\(seen)”")
    case .wrongKind: return Words("“\(seen)”的类型不对", "“\(seen)” is of another kind")
    case .unknownValue: return Words("没有“\(seen)”这样的值", "there is no value “\(seen)” here")
    case .badLiteral: return Words("“\(seen)”写法有误", "“\(seen)” is malformed")
    case .tooLong:
      return Words("条件太长：\(seen) 字节", "the filter is too long: \(seen) bytes")
    case .tooDeep: return Words("条件嵌套太深", "the filter is nested too deep")
    }
  }

  private static let terms: [String: Words] = [
    "property": Words("字段名", "a property"), "value": Words("值", "a value"),
    "number": Words("数字", "a number"), "text": Words("带单引号的文字", "a text in single quotes"),
    "boolean": Words("TRUE 或 FALSE", "TRUE or FALSE"), "shape": Words("图形", "a shape"),
    "date": Words("DATE('2025-06-30') 这样的日期", "a day as DATE('2025-06-30')"),
    "timestamp": Words("TIMESTAMP('…Z') 这样的时刻", "an instant as TIMESTAMP('…Z')"),
    "arithmetic": Words("算术运算", "arithmetic"), "array": Words("数组", "an array"),
    "a closed ring": Words("闭合的环", "a closed ring"),
    "four points at least": Words("至少四个点", "four points at least"),
    "two points at least": Words("至少两个点", "two points at least"),
    "x y, or x y z, alike in all points": Words(
      "各点一致的 x y 或 x y z", "x y, or x y z, alike in all points"),
    "BBOX with heights": Words("带高程的 BBOX", "a BBOX with heights"),
  ]

  private static func term(_ key: String) -> Words { terms[key] ?? Words(key, key) }
}
