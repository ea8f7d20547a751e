/// What facts about one piece of land are gathered by: the parcel's number, or the name of a plot
/// without number.
///
/// Numbers repeat across plans, so the facts under one key may belong to several parcels;
/// ``PlotFolding`` tells them apart.
public enum PlotKey {
  /// The key of a number: `ｎｘ－０３ 号地块` and `NX-03` have the same.
  ///
  /// - Returns: `nil` where nothing is left of the text.
  public static func ofNumber(_ number: some StringProtocol) -> String? {
    if isPlain(number.utf8) { return String(number) }
    var key = Substring(SearchText.normalized(number))
    while let suffix = suffixes.first(where: { key.hasSuffix($0) && key.count > $0.count }) {
      key = key.dropLast(suffix.count)
    }
    while let prefix = prefixes.first(where: { key.hasPrefix($0) && key.count > $0.count }) {
      key = key.dropFirst(prefix.count)
    }
    return key.isEmpty ? nil : String(key)
  }

  /// Whether a number is its own key, as most are: there are 190 000 in a county.
  private static func isPlain(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty
      && bytes.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
      }
  }

  /// The key of a shape without number and name. It begins with `=#`.
  public static func ofShape(_ digest: UInt64) -> String {
    "=#" + String(digest, radix: 16, uppercase: true)
  }

  /// The key of a name. It begins with `=`, so that it never equals a number's.
  public static func ofName(_ name: some StringProtocol) -> String? {
    let key = SearchText.normalized(name)
    return key.isEmpty ? nil : "=" + key
  }

  /// The key of a statement: by number, else by name, else by location.
  public static func of(_ statement: ParcelStatement) -> String? {
    (statement.parcelID ?? statement.aliases.first).flatMap(ofNumber)
      ?? statement.name.flatMap(ofName) ?? statement.location.flatMap(ofName)
  }

  /// The key of an act: by number, else by name, else by the number of its contract, which makes no
  /// parcel.
  public static func of(_ transaction: LandTransaction) -> String? {
    (transaction.parcelID ?? transaction.aliases.first).flatMap(ofNumber)
      ?? (transaction.name ?? transaction.contractNumber ?? transaction.supervisionNumber)
      .flatMap(ofName)
  }

  /// The keys of all other numbers by which the land of a statement is known.
  public static func others(of statement: ParcelStatement) -> [String] {
    others(statement.aliases, than: of(statement))
  }

  /// The keys of all other numbers by which the land of an act is known: also those of its contract.
  public static func others(of act: LandTransaction) -> [String] {
    others(
      act.aliases + [act.contractNumber, act.supervisionNumber].compactMap(\.self), than: of(act))
  }

  private static func others(_ numbers: [String], than own: String?) -> [String] {
    guard !numbers.isEmpty else { return [] }
    var seen = Set([own].compactMap(\.self))
    return numbers.compactMap { ofNumber($0) }.filter { seen.insert($0).inserted }
  }

  /// Whether the key is a number's.
  public static func isNumber(_ key: String) -> Bool { !key.hasPrefix("=") }

  private static let suffixes = ["地块", "宗地", "号", "#"]
  private static let prefixes = ["地块", "宗地", "编号"]
}
