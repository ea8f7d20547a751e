/// A table whose cells are divided by drawn lines.
struct RuledTable {
  /// The places of the lines between columns, left to right.
  let columns: [Double]
  /// The places of the lines between rows, from the top.
  let rows: [Double]
  private let vertical: [PageRule]
  private let horizontal: [PageRule]

  /// A pen's width and the carelessness of programs that draw.
  private static let tolerance = 3.0

  var box: PageBox {
    PageBox(
      left: columns.first ?? 0, top: rows.first ?? 0, right: columns.last ?? 0,
      bottom: rows.last ?? 0)
  }

  /// The tables on a page, the smallest first. A frame around text is none.
  static func tables(of rules: [PageRule]) -> [RuledTable] {
    guard rules.count >= 4, rules.count <= 20_000 else { return [] }
    return groups(rules).compactMap(RuledTable.init).sorted {
      $0.box.width * $0.box.height < $1.box.width * $1.box.height
    }
  }

  private init?(_ rules: [PageRule]) {
    vertical = rules.filter { !$0.isHorizontal }
    horizontal = rules.filter(\.isHorizontal)
    guard vertical.count >= 1, horizontal.count >= 2 else { return nil }
    // A table may be open at its sides.
    let ends = horizontal.flatMap { [$0.from, $0.to] }
    let feet = vertical.flatMap { [$0.from, $0.to] }
    columns = Tracks.clustered(
      vertical.map(\.at) + [ends.min() ?? 0, ends.max() ?? 0], within: Self.tolerance)
    rows = Tracks.clustered(
      horizontal.map(\.at) + [feet.min() ?? 0, feet.max() ?? 0], within: Self.tolerance)
    guard columns.count >= 2, rows.count >= 2, columns.count + rows.count > 4,
      columns.count * rows.count <= 40_000
    else { return nil }
  }

  /// Rules that touch, together: swept by their place, so that a page of many is fast.
  private static func groups(_ rules: [PageRule]) -> [[PageRule]] {
    var sets = DisjointSets(rules.count)
    let across = rules.indices.filter { rules[$0].isHorizontal }.sorted {
      rules[$0].at < rules[$1].at
    }
    let places = across.map { rules[$0].at }
    for index in rules.indices where !rules[index].isHorizontal {
      let rule = rules[index]
      var place = places.partitioningIndex { $0 >= rule.from - tolerance }
      while place < across.count, places[place] <= rule.to + tolerance {
        let other = rules[across[place]]
        if other.from - tolerance <= rule.at, rule.at <= other.to + tolerance {
          sets.join(index, across[place])
        }
        place += 1
      }
    }
    var groups: [Int: [PageRule]] = [:]
    for index in rules.indices { groups[sets.root(index), default: []].append(rules[index]) }
    return groups.keys.sorted().compactMap { groups[$0] }
  }

  /// The lines of the table: a row a line, cells that are joined as one.
  func lines(with words: [PageWord]) -> [String] {
    SpannedTable.lines(cells(with: words))
  }

  /// The cells of each row, with the text that stands in them.
  func cells(with words: [PageWord]) -> [[SpannedCell]] {
    let (height, width) = (rows.count - 1, columns.count - 1)
    let right = walls(vertical, at: columns, across: rows)
    let below = walls(horizontal, at: rows, across: columns)
    var sets = DisjointSets(height * width)
    for row in 0..<height {
      for column in 0..<width {
        let index = row * width + column
        if column + 1 < width, !right[column + 1][row] { sets.join(index, index + 1) }
        if row + 1 < height, !below[row + 1][column] { sets.join(index, index + width) }
      }
    }
    var texts: [Int: [PageWord]] = [:]
    for word in words.flatMap(divided) {
      let row = gap(of: word.box.middle, in: rows)
      let column = gap(of: word.box.centre, in: columns)
      texts[sets.root(row * width + column), default: []].append(word)
    }
    var extents: [Int: (row: Int, column: Int)] = [:]
    for index in 0..<height * width {
      let root = sets.root(index)
      let last = extents[root] ?? (0, 0)
      extents[root] = (max(last.row, index / width), max(last.column, index % width))
    }
    return (0..<height).map { row in
      (0..<width).compactMap { column in
        let root = sets.root(row * width + column)
        // The root is the first of its cell.
        guard root == row * width + column, let last = extents[root] else { return nil }
        return SpannedCell(
          text: PageText.joined(texts[root] ?? []), down: last.row - row + 1,
          across: last.column - column + 1)
      }
    }
  }

  /// Where a line is drawn between two rows or columns, for each step along it.
  private func walls(_ rules: [PageRule], at tracks: [Double], across: [Double]) -> [[Bool]] {
    var walls = [[Bool]](
      repeating: [Bool](repeating: false, count: max(0, across.count - 1)), count: tracks.count)
    for rule in rules {
      let track = Tracks.index(of: rule.at, in: tracks)
      for step in walls[track].indices {
        let middle = (across[step] + across[step + 1]) / 2
        if rule.from - 1 <= middle, middle <= rule.to + 1 { walls[track][step] = true }
      }
    }
    return walls
  }

  private func gap(of value: Double, in tracks: [Double]) -> Int {
    min(max(0, tracks.partitioningIndex { $0 > value } - 1), tracks.count - 2)
  }

  /// A word that goes over a line between columns, as where two cells stand close, taken apart there.
  private func divided(_ word: PageWord) -> [PageWord] {
    let scalars = Array(word.text.unicodeScalars)
    let first = gap(of: word.box.left + 1.5, in: columns)
    let last = gap(of: word.box.right - 1.5, in: columns)
    guard first < last, scalars.count > 1,
      vertical.contains(where: {
        abs($0.at - columns[first + 1]) < Self.tolerance && $0.from <= word.box.middle
          && $0.to >= word.box.middle
      })
    else { return [word] }
    // Other letters are half as wide as Chinese characters. Where the kind of letter changes close by,
    // the cells meet there: a figure must not lose its first digit.
    let line = columns[first + 1]
    let half = word.size / 2
    var place = word.box.left
    var best: (count: Int, place: Double, distance: Double)?
    for (count, scalar) in scalars.enumerated() {
      if count > 0 {
        let isChange =
          scalars[count - 1].value >= 0x2E80 && scalar.value < 0x2E80
          || scalars[count - 1].value < 0x2E80 && scalar.value >= 0x2E80
        let distance = abs(place - line) - (isChange ? half * 3 : 0)
        if distance < best?.distance ?? .infinity { best = (count, place, distance) }
      }
      place += scalar.value < 0x2E80 ? half : half * 2
    }
    guard let best else { return [word] }
    let (count, middle) = (best.count, best.place)
    var (head, tail) = (word, word)
    head.text = String(scalars[..<count])
    head.box.right = middle
    tail.text = String(scalars[count...])
    tail.box.left = middle
    return [head] + divided(tail)
  }
}

/// Things that belong together, found pair by pair. The root of a set is its lowest member.
struct DisjointSets {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  mutating func root(_ index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    parents[max(a, b)] = min(a, b)
  }
}

extension Array {
  /// The first index of a sorted array from which on a condition holds.
  func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
