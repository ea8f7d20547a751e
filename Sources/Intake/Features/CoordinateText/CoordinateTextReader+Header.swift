import Planning
import SimpleFeatures

/// Sections before the parcels, which say what the file is.
extension CoordinateTextReader {
  /// So many lines of the header are kept; a longer one is no header.
  static let longestHeader = 10_000

  mutating func begin(
    section name: String, _ receive: (FeatureTable) throws -> Void
  ) throws {
    switch name {
    case "地块坐标": try beginCoordinates(receive)
    case "属性描述":
      if section == .coordinates { beginHeader() }
      section = .attributes
    default:
      if section == .coordinates { beginHeader() }
      current.sections.append(CoordinateTextHeader.Section(name: name))
      section = .other
    }
  }

  /// Begins the header of a further file that was joined to the first.
  private mutating func beginHeader() {
    if parcelCount > 0 { current = CoordinateTextHeader() }
  }

  /// Keeps a line of a section.
  mutating func keep(_ line: FoldedLine, _ text: String) {
    guard section != .none else {
      // Before any section stands nothing that the format knows.
      if !saidStray { say(.section, text) }
      saidStray = true
      return
    }
    let entry = line.entry ?? CoordinateTextHeader.Entry("", String(line.printed))
    let length = current.attributes.count + current.sections.reduce(0) { $0 + $1.entries.count }
    guard length < Self.longestHeader else {
      if length == Self.longestHeader { say(.tooLong, text) }
      return
    }
    if section == .attributes {
      current.attributes.append(entry)
    } else if let last = current.sections.indices.last {
      current.sections[last].entries.append(entry)
    }
  }

  /// Begins the parcels, once the header is known, and says what is to be said of it.
  mutating func beginCoordinates(_ receive: (FeatureTable) throws -> Void) throws {
    section = .coordinates
    let stated = current.coordinateSystem
    let notes = current.notes
    if stated != table.coordinateSystem || notes != table.notes { try handOver(receive) }
    table.coordinateSystem = stated
    table.notes = notes
    if parcelCount == 0 { header = current }
    for entry in current.unreadableNumbers {
      diagnostics.add(
        .valueNotUnderstood(of: file, field: entry.key, entry.value), .warning, line: line)
    }
    if let parameters = current.conversionParameters {
      diagnostics.add(.conversionParametersStated(parameters), .info, line: line)
    }
  }
}
