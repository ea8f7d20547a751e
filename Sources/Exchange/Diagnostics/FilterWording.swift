public import Filtering
internal import Planning
public import Terms

/// Makes the sentence and the advice of a filter's error from its facts.
public struct FilterWording: Sendable {
  /// The language of the words.
  public let language: Language

  /// Wording in a language.
  public init(_ language: Language) {
    self.language = language
  }

  /// What is wrong and at which character, counted from 1.
  public func sentence(for error: FilterError) -> String {
    let place = Words("第 \(error.offset + 1) 个字符", "character \(error.offset + 1)")[language]
    return
      "\(FilterWording.words(for: error)[language])\(language == .zh ? "（\(place)）" : " (\(place))")"
  }

  /// What to write instead; `nil` where there is nothing to say.
  public func advice(for error: FilterError) -> String? {
    guard !error.expected.isEmpty, error.reason != .tooLong, error.reason != .tooDeep else {
      return nil
    }
    let expected = error.expected.map { FilterWording.term($0)[language] }
    switch error.reason {
    case .unknownProperty:
      return Words(
        "可用的名称：\(expected.joined(separator: "、"))",
        "known are: \(expected.joined(separator: ", "))")[language]
    default:
      return Words(
        "此处应为 \(expected.joined(separator: " 或 "))",
        "expected here: \(expected.joined(separator: " or "))")[language]
    }
  }

  /// The text with a mark below the character that is meant; a long text is cut around it.
  public func excerpt(of error: FilterError, in text: String) -> String {
    let characters = text.unicodeScalars.map { $0.properties.isWhitespace ? " " : Character($0) }
    let start = max(0, min(error.offset, characters.count) - 40)
    let end = min(characters.count, start + 80)
    let before = String(characters[start..<min(error.offset, end)])
    return String(characters[start..<end]) + "\n"
      + String(repeating: " ", count: DisplayWidth.of(before)) + "^"
  }

  private static func words(for error: FilterError) -> Words {
    let seen = error.seen
    switch error.reason {
    case .unexpected:
      return seen.isEmpty
        ? Words("条件不完整", "the filter ends too early")
        : Words("条件中的“\(seen)”没有看懂", "“\(seen)” in the filter is not understood")
    case .notSupported:
      return Words("不支持 \(term(seen)[.zh])", "\(term(seen)[.en]) is not supported")
    case .unknownProperty: return Words("没有名为“\(seen)”的字段", "there is no property “\(seen)”")
    case .wrongKind: return Words("“\(seen)”的类型不对", "“\(seen)” is of another kind")
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
