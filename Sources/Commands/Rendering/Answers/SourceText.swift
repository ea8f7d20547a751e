import Exchange
import Planning

/// The place a fact is printed at: `公报.txt:912-918`.
enum SourceText {
  static func place(_ place: SourcePlace) -> String {
    place.lineStart == place.lineEnd
      ? "\(place.file):\(place.lineStart)"
      : "\(place.file):\(place.lineStart)-\(place.lineEnd)"
  }

  /// A document with date and lines on one line; a boundary file is named once, with its place.
  static func line(_ reference: DocumentReference) -> String {
    let version =
      reference.version > 1
      ? Wording.newVersion(reference.version).text : nil
    let name = reference.name == reference.place.file ? nil : reference.name
    return [reference.date?.description, name, version, place(reference.place)]
      .compactMap { $0 }.joined(separator: "  ")
  }
}
