internal import Characters

/// What a scheme is: its title, its document and when it is in force.
public struct LandUseSchemeFacts: Hashable, Sendable, Codable {
  /// The scheme.
  public let scheme: LandUseScheme
  /// Its title.
  public let title: String
  /// The document or standard that sets it, where there is one.
  public let document: String?
  /// The first day in force, where known.
  public let inForceFrom: CalendarDate?
  /// The day another took its place, or `nil`.
  public let replacedOn: CalendarDate?
  /// How many classes the published scheme has, where known.
  public let classCount: Int?
  /// What its codes look like.
  public let codeForm: String
  /// How sure the row is.
  public let confidence: LandUseConfidence
  /// What a reader should know, in English.
  public let note: String?
  /// The same in Chinese.
  public let noteChinese: String?

  enum CodingKeys: String, CodingKey {
    case scheme, title, document
    case inForceFrom = "in_force_from"
    case replacedOn = "replaced_on"
    case classCount = "class_count"
    case codeForm = "code_form"
    case confidence, note
    case noteChinese = "note_zh"
  }

  init?(fields: [String]) {
    guard fields.count == 10, let scheme = LandUseScheme(rawValue: fields[0]) else { return nil }
    self.scheme = scheme
    title = fields[1]
    document = fields[2].isEmpty ? nil : fields[2]
    inForceFrom = CalendarDate(iso: fields[3])
    replacedOn = CalendarDate(iso: fields[4])
    classCount = Int(fields[5])
    codeForm = fields[6]
    confidence = LandUseConfidence(rawValue: fields[7]) ?? .low
    note = fields[8].isEmpty ? nil : fields[8]
    noteChinese = fields[9].isEmpty ? nil : fields[9]
  }
}

extension LandUseVocabulary {
  /// The schemes that the program knows, in the order of `LandUseScheme.allCases`.
  public var schemes: [LandUseSchemeFacts] {
    SeparatedRows.cells(ofTable: "schemes").compactMap(LandUseSchemeFacts.init(fields:))
  }
}

/// One class of a land-use scheme: `MNR-2023 070102 二类城镇住宅用地`.
///
/// A code means nothing without its scheme: 37 second-level codes of GB/T 21010 stand for something
/// else in the 2023 guide.
public struct LandUseClass: Hashable, Sendable {
  /// The scheme it belongs to.
  public let scheme: LandUseScheme
  /// The code, a string: leading zeros count.
  public let code: String
  /// The name in the scheme.
  public let name: String
  /// The level in the tree, 1 for the root classes.
  public let level: Int
  /// The code of the class above, or `nil` for a root.
  public let parent: String?
  /// How sure the row is, by its sources.
  public let confidence: LandUseConfidence
  /// What the row's reader should know, in English, or `nil`.
  public let note: String?
  /// The same in Chinese.
  public let noteChinese: String?

  /// A class.
  public init(
    scheme: LandUseScheme, code: String, name: String, level: Int, parent: String? = nil,
    confidence: LandUseConfidence = .high, note: String? = nil, noteChinese: String? = nil
  ) {
    self.scheme = scheme
    self.code = code
    self.name = name
    self.level = level
    self.parent = parent
    self.confidence = confidence
    self.note = note
    self.noteChinese = noteChinese
  }

  /// Whether the class is local practice and no class of the published scheme (such as M0).
  public var isLocal: Bool { confidence == .low }
}

extension LandUseClass: Codable {
  enum CodingKeys: String, CodingKey {
    case scheme, code, name, level, parent, confidence, note
    case noteChinese = "note_zh"
  }
}

/// The spellings of a land-use name that count as one.
public enum LandUseName {
  /// The name in half width and without spaces, quotes and brackets' content kept.
  public static func folded(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      if (0xFF01...0xFF5E).contains(scalar.value),
        let half = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        result.unicodeScalars.append(half)
      } else if !ignored.contains(scalar) {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let ignored: Set<Unicode.Scalar> = [
    "\u{200B}", "\u{FEFF}", "“", "”", "‘", "’", "\"", "'",
  ]

  /// The folded name without its ending 用地, 用海 or 地: `中小学用地` and `中小学` are one.
  public static func core(_ folded: String) -> String {
    for suffix in ["用地", "地"] where folded.hasSuffix(suffix) {
      let rest = folded.dropLast(suffix.count)
      return rest.count >= 2 ? String(rest) : folded
    }
    return folded
  }

  /// The core without 设施 at its end and without 与, 和, 及: `文化设施` and `文化` are one.
  public static func loose(_ core: String) -> String {
    var result = core.hasSuffix("设施") && core.count > 3 ? String(core.dropLast(2)) : core
    result.removeAll { $0 == "与" || $0 == "和" || $0 == "及" }
    return result
  }
}

/// The codes of a mixed use in one printed run: `070102/0702`, `070102+0901`, `1101-07`.
public enum LandUseCodes {
  /// The codes of a run, the main one first; one code gives itself.
  public static func split(_ run: some StringProtocol) -> [String] {
    LandUseName.folded(run).split { separators.contains($0) }.map(String.init)
  }

  private static let separators: Set<Character> = [
    "/", "+", "-", "、", ",", "，", ";", "；", "－", "—", "–", "&", "|", "·",
  ]

  /// The parts of a mixed name: `物流仓储-居住用地` is 物流仓储 and 居住用地. What stands in brackets
  /// is left out.
  static func splitName(_ name: String) -> [String] {
    var plain = ""
    var depth = 0
    for character in LandUseName.folded(name) {
      switch character {
      case "(", "（", "[", "【", "〔": depth += 1
      case ")", "）", "]", "】", "〕": depth = max(0, depth - 1)
      default: if depth == 0 { plain.append(character) }
      }
    }
    return plain.split { separators.contains($0) || $0 == "兼" || $0 == "和" || $0 == "及" }
      .map(String.init)
  }
}
