import Foundation
import Planning

/// Land uses: `二类城镇住宅用地（070102）`, `070102/0702`, `居住用地/商业用地（0701/0901）`, `R2二类居住用地`.
extension Grammar {
  /// Uses read from a phrase.
  struct UsePhrase {
    var uses: [LandUse]
    /// The names as one text, as printed.
    var printed: String
    var hasCode: Bool
    var end: Int
  }

  /// Land uses from a token on.
  ///
  /// - Parameters:
  ///   - isLabelled: whether a label (用地性质 …) stands before; then any text is a name, else
  ///     only a name of the vocabulary or one with a code behind it.
  ///   - isSingle: whether 、 divides the uses of several parcels, not of one.
  func landUse(at index: Int, isLabelled: Bool, isSingle: Bool = false) -> UsePhrase? {
    var names: [String] = []
    var current: Range<Int>?
    var codes: [String] = []
    var shares: [Int: UseShare] = [:]
    var knowsName = false
    var isJoined = false
    var place = index
    func closeName() {
      if let range = current { names.append(trimmed(text(range))) }
      current = nil
    }
    func extend(to end: Int) { current = (current?.lowerBound ?? place)..<end }

    scan: while let kind = kind(place) {
      switch kind {
      case .comma where current != nil && isTrailingCode(place + 1):
        closeName()
        codes += LandUseCode.codes(in: plain(place + 1))
        place += 2
        break scan
      case .listComma where !isSingle && isCodedName(place + 1) && !codes.isEmpty:
        closeName()
        isJoined = true
        place += 1
      case .useName:
        if !isLabelled, let range = current, startsPlain(range) { current = nil }
        if !codes.isEmpty, current == nil, names.count >= codes.count, !isJoined { break scan }
        isJoined = false
        knowsName = true
        extend(to: place + 1)
        place += 1
      case .identifier, .number, .dashed:
        let read = LandUseCode.codes(in: plain(place))
        guard !read.isEmpty, !isMeasured(place), isInScheme(read) || isLabelled
        else { break scan }
        if kind != .identifier, current == nil, !isLabelled, names.isEmpty { break scan }
        closeName()
        codes += read
        place += 1
      case .slash, .plus:
        guard current != nil || !codes.isEmpty || !names.isEmpty else { break scan }
        closeName()
        place += 1
      case .open:
        guard let close = closing(place) else { break scan }
        let inside = self.codes(inBrackets: place + 1..<close - 1)
        if inside.isEmpty {
          if isCompatibility(place + 1..<close - 1) { place = close }
          break scan
        }
        closeName()
        codes += inside
        place = close
        if let share = share(at: place) {
          shares[codes.count - 1] = share.share
          place = share.end
        }
        // More names may follow: `住宅用地（0701）/商业用地（0901）`, `…（0701）兼容…（0901）`.
        guard let next = nextCodedName(place, isSingle: isSingle) else { break scan }
        place = next
        isJoined = true
      case .tilde:
        // `物流仓储-居住用地`.
        guard current != nil, continuesName(place + 1) else { break scan }
        extend(to: place + 1)
        place += 1
      case .softBreak:
        // A name broken by a line end goes on only into a bracket or the rest of a word.
        guard self.kind(place + 1) == .open || (self.kind(place + 1) == .slash) else { break scan }
        place += 1
      case .other, .keyword(.and), .keyword(.parcel), .keyword(.also), .keyword(.this),
        .keyword(.from), .keyword(.through), .keyword(.number), .keyword(.including),
        .keyword(.useLabel), .keyword(.filler), .otherIndicator, .listComma:
        guard isLabelled || !knowsName || isJoined || "兼容".contains(text(place)),
          extendsName(place, isLabelled: isLabelled, current: current)
        else { break scan }
        extend(to: place + 1)
        place += 1
      default:
        break scan
      }
    }
    closeName()
    names = names.filter { !$0.isEmpty }
    guard !names.isEmpty || !codes.isEmpty else { return nil }
    guard names.allSatisfy({ $0.count <= 40 }) else { return nil }
    guard isLabelled || knowsName || !codes.isEmpty else { return nil }
    let printed = names.joined(separator: "/")
    var uses = uses(names: names, codes: codes)
    for (index, share) in shares where uses.indices.contains(index) { uses[index].share = share }
    return UsePhrase(uses: uses, printed: printed, hasCode: !codes.isEmpty, end: place)
  }

  // MARK: Names

  private func extendsName(_ place: Int, isLabelled: Bool, current: Range<Int>?) -> Bool {
    let word = text(place)
    switch kind(place) {
    case .other:
      if !isLabelled && current == nil { return startsUnknownName(place) }
      return word.unicodeScalars.allSatisfy {
        $0.isHan || $0.isLatin || "·“”\"'兼".unicodeScalars.contains($0)
      }
    case .listComma:
      return current != nil && isLabelled && isVocabularyName(place - 1)
        && isVocabularyName(place + 1)
        && !isMeasuredName(place + 1)
    case .keyword(.filler), .keyword(.useLabel):
      return current != nil && word.ends(withAnyOf: "用地 规划 性质 控制")
        && kind(place + 1) != .colon && isLabelled
    case .keyword(.and), .keyword(.also), .keyword(.this), .keyword(.from), .keyword(.through),
      .keyword(.number), .keyword(.including), .keyword(.parcel):
      return current != nil && isLabelled && nameGoesOn(place + 1)
    case .otherIndicator:
      return current != nil && isLabelled
    default: return false
    }
  }

  /// Whether a word behind a small word still belongs to a name: some 用地 or 设施 must follow soon.
  private func nameGoesOn(_ index: Int) -> Bool {
    for place in index..<min(index + 12, tokens.count) {
      switch kind(place) {
      case .useName: return true
      case .other:
        let word = text(place)
        if word == "地" { return true }
      default: return false
      }
    }
    return false
  }

  /// An unknown name in free text counts only when a bracket with a code follows it: `新型产业用地（M0）`.
  private func startsUnknownName(_ index: Int) -> Bool {
    for place in index..<min(index + 16, tokens.count) {
      switch kind(place) {
      case .other, .useName, .tilde, .slash, .keyword(.and): continue
      case .open:
        guard let close = closing(place), text(place - 1) == "地" || isVocabularyName(place - 1)
        else {
          return false
        }
        return !codes(inBrackets: place + 1..<close - 1).isEmpty
      default: return false
      }
    }
    return false
  }

  private func isVocabularyName(_ index: Int) -> Bool { kind(index) == .useName }

  private func isMeasuredName(_ index: Int) -> Bool { area(at: index + 1) != nil }

  private func continuesName(_ index: Int) -> Bool {
    switch kind(index) {
    case .useName: true
    case .other: tokens[index].range.count == 1 && prose.plain[tokens[index].range.lowerBound].isHan
    default: false
    }
  }

  private func trimmed(_ name: String) -> String {
    var name = Substring(name)
    for ending in ["的", "，", ","] where name.hasSuffix(ending) {
      name = name.dropLast(ending.count)
    }
    return String(name)
  }

  /// The token at which another name with a code goes on behind a bracket, `nil` where none does.
  private func nextCodedName(_ index: Int, isSingle: Bool) -> Int? {
    switch kind(index) {
    case .slash, .plus: return index
    case .keyword(.and), .listComma:
      guard !isSingle, isVocabularyName(index + 1), kind(index + 2) == .open,
        let close = closing(index + 2),
        !codes(inBrackets: index + 3..<close - 1).isEmpty, area(at: close) == nil,
        !isMeasuredName(close - 1)
      else { return nil }
      return index + 1
    case .other where text(index) == "兼":
      let next = skippingBreaks(text(index + 1) == "容" ? index + 2 : index + 1)
      return isVocabularyName(next) ? next : nil
    default: return nil
    }
  }

  /// `（基层医疗卫生设施用地，080602）`: a code of a scheme behind a comma.
  private func isTrailingCode(_ index: Int) -> Bool {
    switch kind(index) {
    case .identifier, .number: break
    default: return false
    }
    let read = LandUseCode.codes(in: plain(index))
    guard read.count == 1, isInScheme(read), !isMeasured(index) else { return false }
    switch kind(index + 1) {
    case .close, .comma, .sentenceEnd, nil: return true
    default: return false
    }
  }

  /// `B2商务用地`: a code glued to the front of a name.
  private func isCodedName(_ index: Int) -> Bool {
    guard kind(index) == .identifier, isVocabularyName(index + 1) else { return false }
    let read = LandUseCode.codes(in: plain(index))
    return !read.isEmpty && isInScheme(read)
  }

  /// Whether a run has no word of the vocabulary yet: 安排, 建设.
  private func startsPlain(_ range: Range<Int>) -> Bool {
    range.allSatisfy { kind($0) == .other }
  }
}
