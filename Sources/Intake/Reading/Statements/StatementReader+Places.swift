internal import Terms
import Foundation
import Planning

/// Places, bounds and what is kept.
extension StatementReader {
  mutating func keep(_ index: Int) -> Int {
    for item in current { drafts[item].keepsCurrentUse = true }
    if !current.isEmpty { sentenceFacts += 1 }
    return index + 1
  }

  mutating func location(_ index: Int) -> Int {
    let start = grammar.skippingFillers(index + 1)
    let end = slotEnd(start)
    guard end > start, end - start < 60 else { return index + 1 }
    var words = Substring(grammar.text(start..<end))
    if words.hasSuffix("的") { words = words.dropLast() }
    if words.hasPrefix("于") { words = words.dropFirst() }
    for object in ["的原", "的宗地", "的地块", "的土地", "的一宗", "的一块"] {
      if let held = words.range(of: object) { words = words[..<held.lowerBound] }
    }
    guard words.count >= 2, quoteDepth == 0 else { return index + 1 }
    if let behind = isWithin(end, place: String(words)) { return behind }
    if let item = current.first, current.count == 1, !namesParcel(end) {
      if drafts[item].location == nil { drafts[item].location = String(words) }
    } else if namesParcel(end) {
      // 位于…的学校地块（编号A-05）: what stands before the last 的 is the place.
      let place = grammar.kind(end) == .open ? words.range(of: "的", options: .backwards) : nil
      pendingLocation = String(place.map { words[..<$0.lowerBound] } ?? words)
    } else if profile.approvesActs, current.isEmpty, !hasNumbers, profile.kind != .reclaim {
      let item = namelessDraft(at: index)
      current = [item]
      drafts[item].location = drafts[item].location ?? String(words)
    }
    return end
  }

  /// `X-02号宗地位于某片区A-3/04地块`: the plan's parcel that land for sale lies in is the same land by
  /// another number; the token behind it, `nil` where the sentence has no such subject.
  private mutating func isWithin(_ index: Int, place: String) -> Int? {
    guard profile.supplies, current.count == 1, let item = current.first,
      sentenceDrafts.contains(item), let own = drafts[item].id,
      let phrase = grammar.parcels(at: index), phrase.isCertain, phrase.ids.count == 1,
      let other = phrase.ids.first, other != own, !drafts.contains(where: { $0.id == other })
    else { return nil }
    if !drafts[item].aliases.contains(other) { drafts[item].aliases.append(other) }
    drafts[item].location = drafts[item].location ?? place + other
    return phrase.end
  }

  /// Whether a parcel's number stands at a token, perhaps in a bracket.
  private func namesParcel(_ index: Int) -> Bool {
    if grammar.parcels(at: index)?.isCertain == true { return true }
    return grammar.kind(index) == .open && grammar.parcels(at: index + 1)?.isCertain == true
  }

  /// Where a slot of free words ends: at punctuation, a measured number, the rights it belongs to.
  func slotEnd(_ start: Int) -> Int {
    var end = start
    while end < grammar.tokens.count {
      switch grammar.kind(end) {
      case .comma, .sentenceEnd, .paragraph, .softBreak, .areaLabel, .indicator, .keyword(.bound),
        .keyword(.useLabel), .colon, .quoteOpen:
        return end
      case .identifier, .dashed:
        if grammar.parcels(at: end)?.isCertain == true { return end }
        end += 1
      case .number where grammar.area(at: end) != nil: return end
      case .keyword(.about) where grammar.area(at: end) != nil: return end
      case .open:
        guard let close = grammar.closing(end) else { return end }
        let holdsFacts = (end + 1..<close).contains { place in
          if case .area = grammar.kind(place) { return true }
          return grammar.parcels(at: place)?.isCertain == true
        }
        if holdsFacts { return end }
        end = close
      case .other:
        let ahead = grammar.text(end..<min(end + 6, grammar.tokens.count))
        if ahead.hasPrefix("国有") || ahead.hasPrefix("土地使用权") || ahead.hasPrefix("建设用地使用权")
          || ahead.hasPrefix("宗地面积")
        {
          return end
        }
        end += 1
      default: end += 1
      }
    }
    return end
  }

  mutating func bounds(_ index: Int) -> Int {
    var end = index + 1
    while end < grammar.tokens.count, end - index < 80 {
      switch grammar.kind(end) {
      case .sentenceEnd, .paragraph, .areaLabel, .indicator, .keyword(.useLabel), .colon: break
      case .softBreak where grammar.parcels(at: end + 1) != nil: break
      default:
        end += 1
        continue
      }
      break
    }
    var words = Substring(grammar.text(index..<end))
    while let last = words.last, "，、, ".contains(last) { words = words.dropLast() }
    if let item = current.first, current.count == 1, drafts[item].bounds == nil {
      drafts[item].bounds = String(words)
    }
    return end
  }
}
