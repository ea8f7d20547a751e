/// The names of a shape's boundary points (点号) as one short text.
///
/// Names are divided by `,`, rings by `;`, and a run of numbers is written by its ends:
/// `J01~J04;J05~J08`. `%`, `;` and `~` inside a name are written `%25`, `%3B` and `%7E`. A ring's
/// closing row is left out where it repeats the name of the first.
public enum PointNames {
  /// The text of the names of some rings, from end to end.
  public static func text(of rings: [[String]]) -> String {
    rings.map(text(ofRing:)).joined(separator: ";")
  }

  private static func text(ofRing names: [String]) -> String {
    var pieces: [String] = []
    var index = 0
    while index < names.count {
      var end = index
      while end + 1 < names.count, successor(of: names[end]) == names[end + 1] { end += 1 }
      if end - index >= 2 {
        pieces.append(escaped(names[index]) + "~" + escaped(names[end]))
        index = end + 1
      } else {
        pieces.append(escaped(names[index]))
        index += 1
      }
    }
    return pieces.joined(separator: ",")
  }

  /// The names of each ring; `nil` where the text is none that ``text(of:)`` makes, or holds more
  /// than `limit` names.
  public static func rings(of text: String, limit: Int) -> [[String]]? {
    var rings: [[String]] = []
    var count = 0
    for ring in text.split(separator: ";", omittingEmptySubsequences: false) {
      var names: [String] = []
      for piece in ring.split(separator: ",", omittingEmptySubsequences: false) {
        let ends = piece.split(separator: "~", omittingEmptySubsequences: false)
        guard let first = ends.first.flatMap(plain) else { return nil }
        names.append(first)
        count += 1
        guard ends.count > 1 else { continue }
        guard ends.count == 2, let last = plain(ends[1]) else { return nil }
        while let name = names.last, name != last {
          guard count <= limit, let next = successor(of: name) else { return nil }
          names.append(next)
          count += 1
        }
      }
      rings.append(names)
    }
    return count <= limit ? rings : nil
  }

  /// The name with the number at its end raised by one; its leading zeros keep their places.
  private static func successor(of name: String) -> String? {
    var bytes = Array(name.utf8)
    var index = bytes.count
    while index > 0, (0x30...0x39).contains(bytes[index - 1]) {
      index -= 1
      guard bytes[index] == 0x39 else {
        bytes[index] += 1
        return String(decoding: bytes, as: UTF8.self)
      }
      bytes[index] = 0x30
    }
    guard index < bytes.count else { return nil }
    bytes.insert(0x31, at: index)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func escaped(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == 0x25 || $0 == 0x3B || $0 == 0x7E }) else { return name }
    return name.map { $0 == "%" ? "%25" : $0 == ";" ? "%3B" : $0 == "~" ? "%7E" : String($0) }
      .joined()
  }

  private static func plain(_ text: Substring) -> String? {
    guard text.utf8.contains(0x25) else { return String(text) }
    var name = ""
    var rest = text
    while let first = rest.first {
      guard first == "%" else {
        name.append(first)
        rest.removeFirst()
        continue
      }
      switch rest.prefix(3) {
      case "%25": name.append("%")
      case "%3B": name.append(";")
      case "%7E": name.append("~")
      default: return nil
      }
      rest.removeFirst(3)
    }
    return name
  }
}
