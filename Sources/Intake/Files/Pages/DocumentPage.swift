/// A page as its words stand on it, with the lines that are drawn. Measures are in points from the
/// upper left corner.
struct DocumentPage {
  var width: Double
  var height: Double
  var words: [PageWord] = []
  var rules: [PageRule] = []
}

/// A box on a page.
struct PageBox: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  /// The middle, downwards.
  var middle: Double { (top + bottom) / 2 }
  /// The middle, sideways.
  var centre: Double { (left + right) / 2 }

  func holds(x: Double, y: Double) -> Bool {
    x >= left && x <= right && y >= top && y <= bottom
  }
}

/// A word on a page.
struct PageWord {
  var text: String
  var box: PageBox

  /// The size of its type: a Chinese character is as wide as it is high, other letters half so.
  var size: Double {
    let halves = text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
    return box.width * 2 / Double(max(halves, 1))
  }
}

/// A line drawn along an axis.
struct PageRule {
  var isHorizontal: Bool
  /// Where it lies: how far down where it is horizontal, else how far to the right.
  var at: Double
  var from: Double
  var to: Double
}

extension PageRule {
  /// The line between two points; `nil` where it is slanted or a dot.
  init?(from a: (x: Double, y: Double), to b: (x: Double, y: Double)) {
    let (width, height) = (abs(a.x - b.x), abs(a.y - b.y))
    if height < 0.5, width > 3 {
      self.init(isHorizontal: true, at: (a.y + b.y) / 2, from: min(a.x, b.x), to: max(a.x, b.x))
    } else if width < 0.5, height > 3 {
      self.init(isHorizontal: false, at: (a.x + b.x) / 2, from: min(a.y, b.y), to: max(a.y, b.y))
    } else {
      return nil
    }
  }
}
