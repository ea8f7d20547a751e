internal import Foundation
internal import Intake

/// A file of shapes that Yulin itself reads; a converted copy goes away with the value.
struct ReadableShapes: Sendable {
  /// The file.
  let url: URL
  /// The copy that another program made.
  let converted: ConvertedFile?

  /// Whether areas are drawn as closed lines.
  var drawsAreasAsLines: Bool { converted?.format == .dxf }
}
