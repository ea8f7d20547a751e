public import Characters

/// The text of a file as its readers saw it, kept with the facts that were read from it.
public struct SourceText: Hashable, Sendable {
  /// The sheet of a workbook, whose lines are counted by themselves; `nil` where the file is one text.
  public var name: String?
  /// How many lines it has.
  public let lineCount: Int
  /// The lines in UTF-8, each with a line feed at its end.
  public let packed: PackedBytes
  /// Which documents of the file were read from it; all where it is one text.
  public var documents: Range<Int>?

  /// A text that was kept before.
  public init(name: String?, lineCount: Int, packed: PackedBytes) {
    self.name = name
    self.lineCount = lineCount
    self.packed = packed
  }

  /// A text whose lines are ended by LF, CRLF or CR.
  public init(_ text: String, name: String? = nil) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 1)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x0A where previous == 0x0D: break
      case 0x0A, 0x0D: bytes.append(0x0A)
      default: bytes.append(byte)
      }
      previous = byte
    }
    if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
    self.init(name: name, ended: bytes)
  }

  /// Lines with their numbers, in order; where numbers are left out the lines are blank.
  public init(_ lines: some Sequence<(number: Int, text: String)>, name: String? = nil) {
    var bytes: [UInt8] = []
    var count = 0
    for line in lines {
      while count + 1 < line.number {
        bytes.append(0x0A)
        count += 1
      }
      bytes += line.text.utf8
      bytes.append(0x0A)
      count += 1
    }
    self.init(name: name, ended: bytes)
  }

  private init(name: String?, ended bytes: [UInt8]) {
    self.init(
      name: name, lineCount: bytes.count { $0 == 0x0A }, packed: PackedBytes(bytes))
  }

  /// Some of its lines; `nil` where it is damaged.
  public func lines(_ numbers: ClosedRange<Int>) -> [SourceExcerpt.Line]? {
    guard let bytes = packed.unpacked() else { return nil }
    var lines: [SourceExcerpt.Line] = []
    var number = 1
    var start = bytes.startIndex
    while start < bytes.endIndex, number <= numbers.upperBound {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      if number >= numbers.lowerBound {
        lines.append(
          SourceExcerpt.Line(
            number: number, text: String(decoding: bytes[start..<end], as: UTF8.self)))
      }
      number += 1
      start = min(end + 1, bytes.endIndex)
    }
    return lines
  }
}

/// A file as it was read, byte for byte: kept where its text alone does not say what it showed.
public struct SourceOriginal: Hashable, Sendable {
  /// What is told of it.
  public struct Label: Hashable, Sendable {
    /// The file's name, without its folder.
    public var name: String
    /// Its media type: `application/pdf`.
    public var mediaType: String
    /// How many bytes it has.
    public var size: Int

    /// A label.
    public init(name: String, mediaType: String, size: Int) {
      self.name = name
      self.mediaType = mediaType
      self.size = size
    }
  }

  /// What is told of it.
  public let label: Label
  /// Its bytes.
  public let packed: PackedBytes

  /// An original that was kept before.
  public init(label: Label, packed: PackedBytes) {
    self.label = label
    self.packed = packed
  }

  /// The original of a file.
  ///
  /// - Parameter name: the file's name as the user gave it.
  public init(_ bytes: [UInt8], name: String, mediaType: String) {
    label = Label(
      name: name.split(separator: "/").last.map(String.init) ?? name, mediaType: mediaType,
      size: bytes.count)
    packed = PackedBytes(bytes)
  }

  /// The largest file that is kept, in bytes: a row of SQLite holds a thousand million.
  public static let mostBytes = 512 << 20
}

extension SourceOriginal.Label: Encodable {
  /// Writes `name`, `media_type` and `size`.
  public func encode(to encoder: any Encoder) throws {
    var json = JSONMembers(encoder)
    try json("name", name)
    try json("media_type", mediaType)
    try json("size", size)
  }
}

/// What a register keeps of a file beside the facts.
public struct KeptSource: Hashable, Sendable {
  /// Its text; of a workbook one for each sheet.
  public var texts: [SourceText]
  /// The file itself, where it is kept.
  public var original: SourceOriginal?

  /// What is kept of a file.
  public init(texts: [SourceText], original: SourceOriginal? = nil) {
    self.texts = texts
    self.original = original
  }

  /// The text that a document was read from, counted from 0; `nil` where there is but one.
  public func text(ofDocument index: Int) -> Int? {
    texts.count < 2 ? nil : texts.firstIndex { $0.documents?.contains(index) == true }
  }
}
