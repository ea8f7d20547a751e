import Planning

/// The row that begins a parcel, taken apart.
///
/// Programs write 4 to 14 fields. They are counted from both ends, and 面, 线 or 点 holds the middle:
/// before it stand number and name, behind it sheet, use, class and what more there is.
struct ParcelHeading {
  /// What the object is.
  enum Kind: Hashable {
    case area
    case line
    case point
  }

  /// The fields that are not blank, by title, in the row's order.
  var texts: [(title: String, text: String)] = []
  /// 面 where nothing is said.
  var kind = Kind.area
  /// The number of points as printed in the first field.
  var count: Int?
  /// Whether the first field may be the parcel's number instead of a count: the row has four fields.
  var mayBeginWithNumber = false
  /// The first field, where it may be the number.
  var firstField = ""
  /// The layout, where the row tells it.
  var dialect: CoordinateTextDialect?

  /// Takes a row's fields apart; `nil` where their number fits no layout.
  init?(_ fields: [String]) {
    guard let middle = ParcelHeading.middle(of: fields) else { return nil }
    let head = fields[..<middle]
    let tail = fields[(middle + 1)...]
    if let kind = ParcelHeading.kind(fields[middle]) { self.kind = kind }
    firstField = head.first ?? ""
    switch head.count {
    case 2:
      mayBeginWithNumber = true
      count = ParcelHeading.count(firstField)
      add(.name, head[1])
    case 4...:
      count = ParcelHeading.count(firstField)
      guard firstField.isEmpty || count != nil else { return nil }
      add(.area, head[1])
      if head.count == 6 {
        dialect = .provincialStandard
        add(.district, head[2])
        add(.village, head[3])
      } else {
        for (place, text) in head[2..<head.count - 2].enumerated() { addFurther(place + 1, text) }
      }
      add(.number, head[head.count - 2])
      add(.name, head[head.count - 1])
    default: return nil
    }
    add(.shape, fields[middle])
    addTail(Array(tail), isShort: head.count == 2)
    if head.count == 4, tail.count > 3 { dialect = .landConsolidation }
  }

  private mutating func addTail(_ tail: [String], isShort: Bool) {
    let titles: [CoordinateTextField] =
      isShort && tail.count == 1
      ? [.use]
      : [
        .sheet, .use, .landClass, .patchType, .landClassName, .gradeBefore, .gradeAfter, .remarks,
      ]
    for (place, text) in tail.enumerated() {
      if place < titles.count {
        add(titles[place], text)
      } else {
        addFurther(place + 1, text)
      }
    }
  }

  private mutating func add(_ field: CoordinateTextField, _ text: String) {
    if !text.isEmpty { texts.append((field.rawValue, text)) }
  }

  /// Keeps a field that no layout names.
  private mutating func addFurther(_ place: Int, _ text: String) {
    if !text.isEmpty { texts.append(("附加\(place)", text)) }
  }

  /// Where 面, 线 or 点 stands, or should stand.
  private static func middle(of fields: [String]) -> Int? {
    let usual: Int? =
      switch fields.count {
      case 4: 2
      case 7, 8: 4
      case 10: 6
      case 13...: 4
      default: nil
      }
    if let usual, kind(fields[usual]) != nil { return usual }
    if let found = fields.indices.dropFirst(2).first(where: { kind(fields[$0]) != nil }) {
      return found
    }
    // A blank one stands in its usual place.
    return usual.flatMap { fields[$0].isEmpty ? $0 : nil }
  }

  private static func kind(_ text: String) -> Kind? {
    switch text {
    case "面": .area
    case "线": .line
    case "点": .point
    default: nil
    }
  }

  private static func count(_ text: String) -> Int? {
    let digits = FoldedLine(text).text
    return digits.count <= 9 ? Int(digits) : nil
  }
}
