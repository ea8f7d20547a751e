import Exchange
import Terms

/// Named values below one another: labels in one column, values in the next, long ones wrapped.
struct FieldBlock {
  private var fields: [(label: String, lines: [String])] = []

  /// Adds a value; `nil` and empty ones are left out.
  mutating func append(_ label: Words, _ value: String?) {
    append(label.text, value)
  }

  /// Adds a value under a label that is the document's own.
  mutating func append(_ label: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    fields.append((DisplayWidth.printable(label), [DisplayWidth.printable(value)]))
  }

  /// Adds several values, each on lines of its own.
  mutating func append(_ label: Words, _ values: [String]) {
    guard !values.isEmpty else { return }
    fields.append((label.text, values.map { DisplayWidth.printable($0) }))
  }

  /// The lines of the block, two columns in.
  func lines(width: Int?) -> [String] {
    let widest = fields.map { DisplayWidth.of($0.label) }.max() ?? 0
    let room = width.map { max(12, $0 - widest - 4) } ?? Int.max
    return fields.flatMap { field -> [String] in
      let wrapped = field.lines.flatMap { DisplayWidth.wrapped($0, to: room) }
      return wrapped.enumerated().map { index, text in
        "  " + DisplayWidth.padded(index == 0 ? field.label : "", to: widest) + "  " + text
      }
    }
  }
}
