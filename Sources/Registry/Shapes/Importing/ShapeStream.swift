internal import Planning
internal import SimpleFeatures

/// The stretches of one file as they come out of the pipe.
struct ShapeStream {
  private var first: ShapeBatch?
  private let pipe: BatchPipe<ShapePiece>
  /// How many features came out so far.
  private(set) var count = 0
  /// What to know about the file; whole after the last stretch.
  private(set) var diagnostics: [Diagnostic] = []
  /// About how many features there will be.
  let expected: Int
  /// Where the shapes lie.
  let placing: ShapePlacing
  /// What the file says of all.
  let facts: ShapeFileFacts
  /// Whether the places of the features are lines.
  let placesAreLines: Bool

  init(first: ShapeBatch, pipe: BatchPipe<ShapePiece>, expected: Int) {
    self.first = first
    self.pipe = pipe
    self.expected = expected
    placing = first.placing
    facts = first.facts
    placesAreLines = first.prepared.table.placesAreLines
  }

  /// The next stretch; `nil` after the last.
  mutating func next() throws -> ShapeBatch? {
    if let batch = first {
      first = nil
      return told(batch)
    }
    switch try pipe.next() {
    case .batch(let batch): return told(batch)
    case .end(let diagnostics):
      self.diagnostics += diagnostics
      return nil
    case nil: return nil
    }
  }

  /// Adds what was found while storing.
  mutating func add(_ diagnostics: [Diagnostic]) { self.diagnostics += diagnostics }

  private mutating func told(_ batch: ShapeBatch) -> ShapeBatch {
    count += batch.prepared.featureCount
    return batch
  }
}
