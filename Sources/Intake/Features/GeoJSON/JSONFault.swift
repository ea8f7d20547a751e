import Planning

/// What is wrong with a JSON text or a shape in it.
struct JSONFault: Error, Hashable {
  var reason: Diagnostic.RecordFlaw
  /// The byte, counted from the record's first.
  var offset: Int

  init(_ reason: Diagnostic.RecordFlaw, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// Whether the text itself is broken, so that its brackets cannot be trusted.
  var isSyntactic: Bool { reason == .json || reason == .nesting }
}
