public import SimpleFeatures

/// Shapes: validity, vertices that stand twice, spikes, the direction of rings, the same shape twice,
/// complexity, what was mended.
public struct ShapeRules: Sendable {
  /// What is wrong with a shape, or odd.
  public enum Flaw: Hashable, Sendable {
    /// It is not valid.
    case invalid(ShapeFault)
    /// It cannot be worked with: the reason's key, and what the library said.
    case notProcessable(reason: String, message: String)
    /// Vertices that stand at the place of the one before.
    case duplicateVertices(Int)
    /// Places where the boundary turns back upon itself.
    case spikes(Int)
    /// Rings that run the wrong way.
    case misdirectedRings(Int)
    /// Another thing has the same shape.
    case duplicate(of: CheckedShape)
    /// How much it is made of.
    case size(vertices: Int, parts: Int, holes: Int)
    /// It was mended.
    case repaired(ShapeRepair)
  }

  private let rules: RuleBook

  /// The rules of a book.
  public init(_ book: RuleBook) {
    rules = book
  }

  /// Whether a shape made of so much may be too complex: others need not be judged.
  public func mayBeComplex(vertices: Int, parts: Int, holes: Int) -> Bool {
    Double(vertices) > rules.number(.shapeComplexity, "vertices")
      || Double(parts) > rules.number(.shapeComplexity, "parts")
      || Double(holes) > rules.number(.shapeComplexity, "holes")
  }

  /// Judges one flaw of a shape.
  ///
  /// - Parameter place: where it is, in the register's coordinate system.
  public func judge(
    _ flaw: Flaw, of shape: CheckedShape, at place: Geometry?,
    into findings: inout FindingCollector
  ) {
    var subjects = [shape.subject]
    var detail = ""
    var other: CheckedShape?
    let code: RuleCode
    var values: [String: FindingValue]
    switch flaw {
    case .invalid(let fault):
      code = .shapeInvalid
      values = ["reason": .shapeReason(fault.reason)]
      detail = fault.reason
    case .notProcessable(let reason, let message):
      code = .shapeNotProcessable
      values = ["reason": .shapeReason(reason), "message": .text(message)]
      detail = reason
    case .duplicateVertices(let count):
      code = .shapeDuplicateVertex
      values = ["count": .count(count)]
    case .spikes(let count):
      code = .shapeSpike
      values = [
        "count": .count(count), "angle": .number(rules.number(.shapeSpike, "angle")),
        "length": .metres(rules.number(.shapeSpike, "length")),
      ]
    case .misdirectedRings(let count):
      code = .shapeRingDirection
      values = ["count": .count(count)]
    case .duplicate(let same):
      code = .shapeDuplicate
      subjects.append(same.subject)
      other = same
      values = ["other": .text(same.subject.name)]
    case .size(let vertices, let parts, let holes):
      guard mayBeComplex(vertices: vertices, parts: parts, holes: holes) else { return }
      code = .shapeComplexity
      values = ["vertices": .count(vertices), "parts": .count(parts), "holes": .count(holes)]
    case .repaired(let repair):
      code = .shapeRepaired
      values = [
        "reason": .shapeReason(repair.fault.reason),
        "before": .squareMetres(repair.squareMetresBefore),
        "after": .squareMetres(repair.squareMetresAfter),
      ]
    }
    values["subject"] = .text(shape.subject.name)
    findings.add(code, at: shape.stage, subjects: subjects, values: values) { finding in
      finding.detail = detail
      finding.shape = place
      finding.take(shape)
      if let other {
        finding.take(other, squareMetres: shape.squareMetres)
        finding.share = nil
      }
    }
  }
}
