import Exchange
import Planning
import Terms

/// A parcel's history: for each document, what it changed.
struct HistoryText {
  let parcel: ParcelRecord
  let width: Int?

  func lines() -> [String] {
    var lines = [DisplayWidth.printable(parcel.label)]
    var block: (source: DocumentReference, fields: FieldBlock)?
    func close() {
      guard let block else { return }
      lines.append("")
      lines.append(DisplayWidth.printable(SourceText.line(block.source)))
      lines += block.fields.lines(width: width)
    }
    for change in parcel.history {
      if block?.source != change.source {
        close()
        block = (change.source, FieldBlock())
      }
      block?.fields.append(Words(property: change.property), step(change))
    }
    close()
    return lines
  }

  private func step(_ change: ParcelChange) -> String {
    func text(_ value: PropertyValue) -> String {
      value.text(of: change.property, .current)
    }
    return switch (change.old, change.new) {
    case (nil, let new?): text(new)
    case (let old?, let new?): "\(text(old)) → \(text(new))"
    case (let old?, nil): Wording.formerly(text(old)).text
    case (nil, nil): "–"
    }
  }
}
