import Planning
import Terms

/// A day that counts from another: 交地后6个月内开工.
struct RelativeDay: Hashable {
  var day: ActDay
  var base: ActDay
  var months = 0
  var days = 0
}

/// Reads the days of an act: 约定开工时间:2027年3月10日, 2027年9月30日前竣工, 挂牌时间自…至….
struct DayReader {
  /// A day at a place; of two of a kind that with the higher rank counts.
  struct Day {
    var day: ActDay
    var date: CalendarDate
    var place: Int
    var rank = 1
  }

  let grammar: Grammar
  private var text: [Unicode.Scalar] { grammar.prose.plain }

  /// The days of some clauses of one sentence.
  func days(in clauses: [Clause]) -> [Day] {
    var days: [Day] = []
    // 挂牌时间自…起,至…截止: the label holds for the end of the range too.
    var open: (day: ActDay, rank: Int)?
    var year: Int?
    for clause in clauses where !clause.isConditional {
      let dates = dates(in: clause.range, year: year)
      year = dates.last?.date.year ?? year
      var start = clause.range.lowerBound
      for (index, date) in dates.enumerated() {
        let next = dates[safe: index + 1]?.range.lowerBound ?? clause.range.upperBound
        let between = String(text[start..<date.range.lowerBound])
        if let label = label(in: clause, start..<date.range.lowerBound) {
          open = label
        } else if !(index == 0 && between.begins(withAnyOf: "至 到 止")
          || index > 0 && isRange(between))
        {
          open = verb(in: clause, date.range.upperBound..<next).map { ($0, 1) }
        }
        start = date.range.upperBound
        guard let open else { continue }
        days.removeAll { $0.day == open.day && open.day == .closing && $0.rank <= open.rank }
        if !days.contains(where: { $0.day == open.day }) {
          days.append(
            Day(day: open.day, date: date.date, place: date.range.lowerBound, rank: open.rank))
        }
      }
      if dates.isEmpty, let label = label(in: clause, clause.range) { open = label }
    }
    return days
  }

  private func isRange(_ words: String) -> Bool {
    words.mentions(anyOf: "至 到 - ~ 起") && words.count <= 14
  }

  private func label(in clause: Clause, _ range: Range<Int>) -> (day: ActDay, rank: Int)? {
    let word = clause.words.last {
      if case .label(.day) = $0.part { return range.contains($0.range.lowerBound) }
      return false
    }
    guard let word, case .label(.day(let day)) = word.part else {
      // 拍卖会定于…举行; 投标:…至…: the meeting or the step itself.
      let words = String(text[range])
      let isSale =
        words.has("拍卖会") || words.ends(withAnyOf: "投标: 挂牌: 报价: 竞价: 投标时间: 拍卖时间:")
      return isSale ? (.closing, 3) : nil
    }
    let name = String(text[word.range])
    // By when the deposit is paid is not by when bids are.
    let head = String(
      text[max(range.lowerBound, word.range.lowerBound - 10)..<word.range.lowerBound])
    if day == .closing, head.has("保证金") { return nil }
    // Bidding ends after applying: its end is the end of the sale.
    return (day, name.mentions(anyOf: "挂牌 报价 竞价 投标") ? 3 : name.mentions(anyOf: "截止") ? 2 : 1)
  }

  /// `2027年3月10日前开工`: the verb behind the date.
  private func verb(in clause: Clause, _ range: Range<Int>) -> ActDay? {
    let word = clause.words.first {
      if case .day = $0.part { return range.contains($0.range.lowerBound) }
      return false
    }
    guard let word, case .day(let day) = word.part else { return nil }
    let before = String(text[range.lowerBound..<word.range.lowerBound])
    // A term of months stands between: the verb's day counts from the date.
    guard before.count <= 14, !before.has("月内"), !before.has("日内") else { return nil }
    guard day == .signed else { return day }
    // 应于…前签订 has not been signed; only a paper of the supply is meant.
    let behind = String(
      text[word.range.upperBound..<min(clause.range.upperBound, word.range.upperBound + 30)])
    let isDue =
      before.begins(withAnyOf: "前 之前 以前") || String(text[clause.range]).mentions(anyOf: "应 须 必须")
    return !isDue && behind.mentions(anyOf: "合同 决定书 确认书") ? .signed : nil
  }

  // MARK: Relative days

  /// Days that count from another of the same act; 个工作日 are no calendar days.
  func relativeDays(in clauses: [Clause]) -> [RelativeDay] {
    var found: [RelativeDay] = []
    for clause in clauses where !clause.isConditional {
      let verbs = clause.words.compactMap { word -> (day: ActDay, range: Range<Int>)? in
        if case .day(let day) = word.part { return (day, word.range) }
        return nil
      }
      guard verbs.count >= 2 else { continue }
      for (base, target) in zip(verbs, verbs.dropFirst()) where base.day != target.day {
        let between = text[base.range.upperBound..<target.range.lowerBound]
        let words = String(between)
        guard words.begins(withAnyOf: "后 之日起 之日 起 完成后 合同后 合同之日起 出让合同之日起 出让合同后 之后"),
          !words.has("工作日")
        else { continue }
        var relative = RelativeDay(day: target.day, base: base.day)
        guard let start = between.firstIndex(where: { $0.isDigit || Numerals.isNumeral($0) }) else {
          continue
        }
        let end =
          between[start...].firstIndex { !$0.isDigit && !Numerals.isNumeral($0) }
          ?? between.endIndex
        guard let count = Numerals.count(between[start..<end]) ?? Int(String(between[start..<end]))
        else { continue }
        let unit = String(between[end...])
        if unit.begins(withAnyOf: "个月 月") {
          relative.months = count
        } else if unit.hasPrefix("年") {
          relative.months = count * 12
        } else if unit.begins(withAnyOf: "日 天") {
          relative.days = count
        } else {
          continue
        }
        found.append(relative)
      }
    }
    return found
  }

  // MARK: Dates

  private func dates(
    in range: Range<Int>, year: Int?
  ) -> [(date: CalendarDate, range: Range<Int>)] {
    var dates: [(date: CalendarDate, range: Range<Int>)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if index > range.lowerBound, text[index - 1].isDigit {
        index += 1
        continue
      }
      let tail = Array(text[index..<min(index + 16, range.upperBound)])
      if let match = Numerals.dateMatch(tail, at: 0) {
        dates.append((match.date, index..<index + match.length))
        index += match.length
      } else if let year = dates.last?.date.year ?? year, let match = monthAndDay(tail, of: year) {
        dates.append((match.date, index..<index + match.length))
        index += match.length
      } else {
        index += 1
      }
    }
    return dates
  }

  /// `至11月19日`: the year is that of the date before.
  private func monthAndDay(
    _ tail: [Unicode.Scalar], of year: Int
  ) -> (date: CalendarDate, length: Int)? {
    let head = Array("\(year)年".unicodeScalars)
    guard tail.first?.isDigit == true, let match = Numerals.dateMatch(head + tail, at: 0) else {
      return nil
    }
    return tail[..<min(match.length - head.count, tail.count)].contains("月")
      ? (match.date, match.length - head.count) : nil
  }
}

extension RelativeDay {
  /// The day, where that which it counts from is known.
  func date(from dates: [ActDay: CalendarDate]) -> CalendarDate? {
    guard let base = dates[base] else { return nil }
    var year = base.year + (base.month - 1 + months) / 12
    var month = (base.month - 1 + months) % 12 + 1
    var day = base.day + days
    while true {
      let length = RelativeDay.length(of: month, year)
      // A month that has no such day ends on its last.
      if days == 0 { return CalendarDate(year: year, month: month, day: min(day, length)) }
      guard day > length else { return CalendarDate(year: year, month: month, day: day) }
      day -= length
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  private static func length(of month: Int, _ year: Int) -> Int {
    (28...31).last { CalendarDate(year: year, month: month, day: $0) != nil } ?? 28
  }
}
