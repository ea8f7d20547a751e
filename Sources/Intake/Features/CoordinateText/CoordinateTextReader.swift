public import Planning
public import SimpleFeatures

/// Reads a coordinate text (勘测定界界址点坐标交换格式) of any dialect, parcel by parcel.
///
/// x and y of a shape are the first and second number of a row; which is northing, and in which
/// unit and zone they are, is left to whoever judges by their size. Attributes are text as printed,
/// named by ``CoordinateTextField``; fields that no layout names are 附加1, 附加2 …
/// Tolerated without a word: any encoding of ``TextBlocks``, full-width punctuation, blanks, braces,
/// rings that are not closed, any name of a point. The length of a side (增减挂钩) follows from the
/// points and is not kept.
///
/// Source: the format's text and the deviations collected from programs that write it; see
/// Documentation/CoordinateText.md.
public struct CoordinateTextReader: FeatureReader {
  /// What the file says of itself. Where several files were joined, what the first says; each batch
  /// has the coordinate system of its own.
  public internal(set) var header = CoordinateTextHeader()
  /// The dialect of the first parcel, where it can be told.
  public internal(set) var dialect: CoordinateTextDialect?

  let file: String
  let layer: String
  var blocks: TextBlocks
  var diagnostics: DiagnosticTally
  var section = Section.none
  /// The header in force.
  var current = CoordinateTextHeader()
  var line = 0
  var table: FeatureTable
  var fields = FieldTableBuilder(CoordinateTextReader.columns)
  var parcel: OpenParcel?
  var parcelCount = 0
  /// Whether a row without a parcel was said.
  var saidStray = false

  /// Where the reader is.
  enum Section: Equatable {
    /// Before any section.
    case none
    /// 属性描述
    case attributes
    /// 地块坐标
    case coordinates
    /// Another one, the last of the header's.
    case other
  }

  /// A parcel whose rows are being read.
  struct OpenParcel {
    var heading: ParcelHeading
    var line: Int
    var excerpt: String
    var rows: ParcelRows
    var mark: GeometryColumn.Mark
    /// Whether a row could not be read, so that the parcel does not go in.
    var isBroken = false
  }

  static let columns = [
    CoordinateTextField.number, .name, .area, .shape, .sheet, .use, .landClass,
  ].map(\.rawValue)

  /// A reader of a file.
  public init(_ source: ByteSource) {
    file = source.name
    let last = source.name.split(separator: "/").last.map(String.init) ?? source.name
    layer = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
    blocks = TextBlocks(source)
    diagnostics = DiagnosticTally(file: source.name)
    table = FeatureTable(name: layer)
    table.placesAreLines = true
  }

  /// Reads the whole file; see ``FeatureReader/read(_:)``. It can be read once.
  public mutating func read(
    _ receive: (FeatureTable) throws -> Void
  ) throws -> [Diagnostic] {
    while let block = try blocks.next() { try read(block, receive) }
    try finishParcel(receive)
    try handOver(receive)
    if blocks.endedInsideCharacter {
      diagnostics.add(.unreadableFile(.truncated), .error, line: line)
    }
    if section != .coordinates, parcelCount == 0 {
      diagnostics.add(.recordNotUnderstood(.section), .error)
    } else if parcelCount == 0, !saidStray {
      diagnostics.add(.unreadableFile(.lacks("@")), .error, line: line)
    }
    return diagnostics.diagnostics
  }

  /// Reads some whole lines.
  private mutating func read(
    _ block: [UInt8], _ receive: (FeatureTable) throws -> Void
  ) throws {
    var start = 0
    while start < block.count {
      var end = start
      while end < block.count, block[end] != 0x0A, block[end] != 0x0D { end += 1 }
      line += 1
      if parcel != nil, let row = PointRow(block, from: start, to: end) {
        add(row, block)
      } else if parcel != nil, end > start, block[start] >= 0x80,
        let row = PointRow(block, from: start, to: end, anyName: true),
        let name = blocks.text(block[row.name])
      {
        add(row.named(0..<name.utf8.count), Array(name.utf8))
      } else if end > start {
        try readLine(block[start..<end], receive)
      }
      let isPair = end + 1 < block.count && block[end] == 0x0D && block[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
    }
  }

  @inline(__always)
  private mutating func add(_ row: PointRow, _ bytes: [UInt8]) {
    parcel?.rows.add(row, bytes, to: &table.shapes)
  }

  /// Reads a line that is no point row of ASCII characters.
  private mutating func readLine(
    _ bytes: ArraySlice<UInt8>, _ receive: (FeatureTable) throws -> Void
  ) throws {
    guard let text = blocks.text(bytes) else {
      if CoordinateTextReader.endsAsHeading(bytes) {
        // The rows that follow are of a parcel that stays out, and not of the one before.
        try finishParcel(receive)
        saidStray = true
      }
      parcel?.isBroken = true
      say(.encoding, String(decoding: bytes.prefix(200), as: UTF8.self))
      return
    }
    let line = FoldedLine(text)
    guard !line.isBlank, line.text != "{", line.text != "}" else { return }
    if let name = line.section {
      try finishParcel(receive)
      try begin(section: name, receive)
    } else if section != .other, let fields = line.headingFields {
      try finishParcel(receive)
      if section != .coordinates { try beginCoordinates(receive) }
      begin(parcel: fields, text)
    } else if section == .coordinates {
      readRow(line, text)
    } else {
      keep(line, text)
    }
  }

  /// Whether a line that is no text ends as the heading of a parcel does.
  private static func endsAsHeading(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.last { $0 > 0x20 && $0 != 0x2C && $0 != 0x7B } == 0x40
  }

  /// Reads a row of a point in other than ASCII characters, or says what is wrong with it.
  private mutating func readRow(_ line: FoldedLine, _ text: String) {
    let bytes = Array(line.text.utf8)
    guard parcel != nil else {
      // Rows of a heading that was not understood are said once, with the heading.
      if !saidStray { say(.header, text) }
      saidStray = true
      return
    }
    guard let row = PointRow(bytes, from: 0, to: bytes.count, anyName: true) else {
      parcel?.isBroken = true
      say(PointRow.fault(of: bytes), text)
      return
    }
    add(row, bytes)
  }

  /// Says what is wrong with a line.
  mutating func say(_ flaw: Diagnostic.RecordFlaw, _ text: String, line: Int? = nil) {
    let text = String(text.prefix(200))
    diagnostics.add(
      .recordNotUnderstood(flaw, text: text), .error, line: line ?? self.line, excerpt: text)
  }
}
