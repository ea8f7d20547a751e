public import SimpleFeatures

/// What a coordinate text says of itself before its parcels.
public struct CoordinateTextHeader: Hashable, Sendable {
  /// A line `key=value`, as printed; the key is empty where a line has no `=`.
  public struct Entry: Hashable, Sendable {
    /// What stands before `=`.
    public var key: String
    /// What stands behind it.
    public var value: String

    /// An entry.
    public init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// A section that is neither 属性描述 nor 地块坐标, such as 项目信息.
  public struct Section: Hashable, Sendable {
    /// The name without brackets.
    public var name: String
    /// Its lines.
    public var entries: [Entry]

    /// A section.
    public init(name: String, entries: [Entry] = []) {
      self.name = name
      self.entries = entries
    }
  }

  /// The lines of the section 属性描述.
  public var attributes: [Entry] = []
  /// The other sections, in the file's order.
  public var sections: [Section] = []

  /// Nothing is said.
  public init() {}

  /// An attribute of 属性描述; `nil` where it is missing or blank. Setting one keeps its place.
  public subscript(_ key: String) -> String? {
    get { attributes.first { $0.key == key && !$0.value.isEmpty }?.value }
    set {
      if let index = attributes.firstIndex(where: { $0.key == key }) {
        attributes[index].value = newValue ?? ""
      } else if let newValue {
        attributes.append(Entry(key, newValue))
      }
    }
  }

  /// An entry of any section; `nil` where it is missing or blank.
  public func value(_ key: String) -> String? {
    self[key]
      ?? sections.lazy.flatMap(\.entries).first { $0.key == key && !$0.value.isEmpty }?.value
  }

  /// All that is said under a key; of a key that stands twice the first, 属性描述 before all else.
  public var notes: [String: String] {
    let entries = attributes + sections.flatMap(\.entries)
    return Dictionary(
      entries.filter { !$0.key.isEmpty && !$0.value.isEmpty }.map { ($0.key, $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What is said of the coordinate system. The order of the axes is left to the numbers.
  public var coordinateSystem: StatedCoordinateSystem {
    var stated = StatedCoordinateSystem()
    stated.datum = self["坐标系"]
    stated.zoneWidth = (self["几度分带"] ?? self["分带"]).flatMap(Self.wholeNumber)
    stated.zone = self["带号"].flatMap(Self.wholeNumber)
    stated.unit = self["计量单位"]
    return stated
  }

  /// The keys whose values should be whole numbers and are not, with the values.
  public var unreadableNumbers: [Entry] {
    attributes.filter {
      ["几度分带", "分带", "带号"].contains($0.key) && !$0.value.isEmpty
        && Self.wholeNumber($0.value) == nil
    }
  }

  /// The parameters of 转换参数, where any of them is not zero.
  public var conversionParameters: String? {
    guard let text = self["转换参数"],
      text.contains(where: { ("1"..."9").contains(Self.folded($0)) })
    else { return nil }
    return text
  }

  /// The number in `40`, `40带`, `3度`, `第40带`, `４０`.
  private static func wholeNumber(_ text: String) -> Int? {
    var digits = text.map(folded).filter { !$0.isWhitespace && $0 != "第" }
    for word in ["度带", "度分带", "度", "带", "°"] where String(digits).hasSuffix(word) {
      digits.removeLast(word.count)
      break
    }
    guard (1...2).contains(digits.count) else { return nil }
    return Int(String(digits))
  }

  private static func folded(_ character: Character) -> Character {
    guard let value = character.unicodeScalars.first?.value, (0xFF10...0xFF19).contains(value),
      let digit = Unicode.Scalar(value - 0xFEE0)
    else { return character }
    return Character(digit)
  }
}
