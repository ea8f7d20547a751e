internal import Characters

/// The land uses that a searched word means.
///
/// A code means itself and the codes that begin with it. A name means the classes whose names have it
/// in them, all classes below those, and every use that is printed with it: 商业 means 旅馆用地, which
/// lies below 商业服务业用地, and 商住用地, which no scheme has. Worked out when it is asked, so that
/// registers of any age answer.
public struct LandUseSearch: Sendable {
  fileprivate struct ClassKey: Hashable {
    let scheme: LandUseScheme
    let code: String
  }

  /// A code, and what other spellings of it the schemes have.
  private let codes: [String]
  /// The words that a printed name may have in it, normalised.
  private let words: [String]
  private let classes: Set<ClassKey>

  /// The uses that a word means; `nil` where it can be neither a code nor a name of one.
  ///
  /// - Parameter word: normalised, see ``SearchText``.
  public init?(_ word: String) {
    let vocabulary = LandUseVocabulary.standard
    if word.allSatisfy(\.isASCII) {
      guard LandUseSearch.isCode(word) else { return nil }
      codes = LandUseScheme.allCases.compactMap { vocabulary[$0, word]?.code }.reduce(into: [word])
      {
        if !$0.contains($1) { $0.append($1) }
      }
      words = []
      classes = []
      return
    }
    guard !word.contains(where: { $0.isASCII && $0.isNumber }) else { return nil }
    let meant = [word] + EverydayUses.standard.names(of: word)
    codes = []
    words = meant
    var found = Set(meant.flatMap { vocabulary.classes(named: $0) })
    for item in vocabulary.classes where meant.contains(where: item.name.contains) {
      found.insert(item)
    }
    classes = Set(
      vocabulary.classes.lazy.filter { item in
        vocabulary.path(of: item).contains(where: found.contains)
      }.map { ClassKey(scheme: $0.scheme, code: $0.code) })
  }

  /// Two digits or more, or a letter with digits: `08`, `080403`, `R2`, `A33`.
  private static func isCode(_ word: String) -> Bool {
    word.wholeMatch(of: /\d{2,6}[A-Z]?|\d\d[A-Z]\d[A-Z]?|[A-Z]\d{0,3}/) != nil
  }

  /// Whether a use is among them.
  public func matches(_ use: LandUse) -> Bool {
    let printed = use.name.map(SearchText.normalized)
    if let printed, words.contains(where: printed.contains) { return true }
    let codes = use.code.map(LandUseCodes.split) ?? []
    if codes.contains(where: { code in self.codes.contains(where: code.uppercased().hasPrefix) }) {
      return true
    }
    let vocabulary = LandUseVocabulary.standard
    guard use.scheme == .unknown else {
      return codes.contains { classes.contains(of: use.scheme, $0) }
        || codes.isEmpty && matches(name: printed)
    }
    // Digits without a scheme mean several classes; the printed name tells which.
    guard printed == nil else { return matches(name: printed) }
    return codes.contains { code in
      vocabulary.schemes(havingCode: code).contains { classes.contains(of: $0, code) }
    }
  }

  /// Whether a name without code is that of a class among them; of a combined name any part counts.
  private func matches(name: String?) -> Bool {
    guard let name else { return false }
    let vocabulary = LandUseVocabulary.standard
    return ([name] + LandUseCodes.splitName(name)).contains { part in
      vocabulary.classes(named: part).contains { item in
        classes.contains(ClassKey(scheme: item.scheme, code: item.code))
          || item.scheme == .mnr2023 && codes.contains(where: item.code.hasPrefix)
      }
    }
  }

  /// Whether a use may be among them of which a register keeps only one text, a code or a name.
  public func mayMatch(_ text: String) -> Bool {
    matches(LandUseSearch.uses(in: text, scheme: .unknown)[0])
  }

  /// Whether any of the uses is among them whose codes and names a register keeps in one text.
  public func matches(joined text: String, scheme: LandUseScheme) -> Bool {
    LandUseSearch.uses(in: text, scheme: scheme).contains(where: matches)
  }

  /// Codes and names, each name behind its code, as ``SearchText/joined(_:)`` has joined them.
  private static func uses(in text: String, scheme: LandUseScheme) -> [LandUse] {
    var uses: [LandUse] = []
    for part in text.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init) {
      if part.allSatisfy(\.isASCII) {
        uses.append(LandUse(scheme: scheme, code: part))
      } else if let last = uses.indices.last, uses[last].name == nil {
        uses[last].name = part
      } else {
        uses.append(LandUse(scheme: scheme, name: part))
      }
    }
    return uses
  }
}

extension Set<LandUseSearch.ClassKey> {
  /// Whether a code's class is here; of a code that only divides a class further, that class.
  fileprivate func contains(of scheme: LandUseScheme, _ code: String) -> Bool {
    var code = code
    while !code.isEmpty {
      if let item = LandUseVocabulary.standard[scheme, code] {
        return contains(Element(scheme: item.scheme, code: item.code))
      }
      code.removeLast()
    }
    return false
  }
}

/// What people call land whose class has another name: 学校 for 教育用地.
///
/// The rows of Data/vocabularies/everyday-uses.csv: a word, and the words of the classes' names that
/// it means. The names themselves need no row.
struct EverydayUses: Sendable {
  static let standard = EverydayUses()

  private let meanings: [String: [String]]

  private init() {
    var meanings: [String: [String]] = [:]
    for row in SeparatedRows.cells(ofTable: "everyday-uses") where row.count == 2 {
      meanings[row[0]] = row[1].split(separator: " ").map(String.init)
    }
    self.meanings = meanings
  }

  /// The words of names that a word means, with or without 用地 at its end.
  func names(of word: String) -> [String] {
    meanings[word] ?? meanings[LandUseName.core(word)] ?? []
  }
}
