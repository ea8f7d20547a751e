internal import Planning

/// A file of shapes of which nothing can go in; the diagnostics say why.
struct ShapeRefusedFile: Error {
  let diagnostics: [Diagnostic]
}
