internal import Characters
internal import Planning
internal import SimpleFeatures
internal import Terms

/// A small map of a finding as SVG: its shape over the boundary of the parcel and the features of the
/// layer, with scale bar and north arrow. Told apart without colours: the finding is hatched, the
/// parcel has a strong line, its neighbours a thin one, features of layers are dashed.
struct FindingDrawing {
  private let finding: Finding
  private let context: DrawingContext
  private let frame: DrawingFrame
  private let language: Language
  private let isGeographic: Bool

  /// A drawing; `nil` where the finding has no shape that can be drawn.
  init?(
    _ finding: Finding, _ context: DrawingContext, isGeographic: Bool, _ language: Language
  ) {
    guard let box = finding.shape?.envelope else { return nil }
    let subjects = context.features.filter { $0.kind == .subject }
      .compactMap { $0.shape.envelope }
    let whole = subjects.reduce(box) { $0.union($1) }
    // A place that would be too small to be seen in its parcel is shown by itself.
    let reach = max(whole.width, whole.height)
    let own = max(box.width, box.height)
    let shown = reach > max(60 * own, isGeographic ? 0.02 : 2_000) ? box : whole
    guard let frame = DrawingFrame(around: shown, isGeographic: isGeographic) else { return nil }
    self.frame = frame
    self.finding = finding
    self.context = context
    self.language = language
    self.isGeographic = isGeographic
  }

  /// The patterns that all drawings of a page share.
  static let patterns = """
    <svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>\
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" \
    patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff" fill-opacity="0.35"/>\
    <line x1="0" y1="0" x2="0" y2="6" stroke="#b00020" stroke-width="2"/></pattern>\
    <pattern id="dots" width="7" height="7" patternUnits="userSpaceOnUse">\
    <circle cx="2" cy="2" r="0.9" fill="#4a6b1f"/></pattern></defs></svg>

    """

  /// Writes the figure.
  ///
  /// - Parameter label: what the drawing shows, for those who cannot see it.
  func write(to html: inout HTMLText, label: String, system: String?) {
    html.open("figure")
    let (width, height) = (Int(DrawingFrame.width), Int(DrawingFrame.height))
    html.open(
      "svg",
      ["viewBox": "0 0 \(width) \(height)", "class": "map", "role": "img", "aria-label": label])
    html.markup("<rect width=\"\(width)\" height=\"\(height)\" fill=\"#fff\"/>")
    let path = DrawingPath(frame)
    var labels: [(x: Double, y: Double, text: String, isSubject: Bool)] = []
    for order in [Order.layer, .parcel, .subject] {
      for feature in context.features where Order(feature.kind) == order {
        let data = path.data(of: feature.shape)
        guard !data.isEmpty else { continue }
        html.markup("<path class=\"\(order.rawValue)")
        html.markup(feature.isSchematic ? " schematic\"" : "\"")
        html.markup(" fill-rule=\"evenodd\" d=\"\(data)\"/>")
        if order != .layer, let place = labelPlace(of: feature.shape) {
          labels.append((place.x, place.y, feature.label, order == .subject))
        }
      }
    }
    if let shape = finding.shape?.ofOneKind {
      let data = path.data(of: shape)
      let dimension = shape.type.dimension ?? 2
      html.markup("<path class=\"finding\(dimension)")
      html.markup(finding.isSchematic ? " schematic\"" : "\"")
      html.markup(" fill-rule=\"evenodd\" d=\"\(data)\"/>")
    }
    markSmall(in: &html)
    for label in labels.filter(\.isSubject) + labels.filter({ !$0.isSubject }).prefix(8) {
      html.open(
        "text",
        [
          "x": DrawingPath.number(label.x), "y": DrawingPath.number(label.y),
          "class": label.isSubject ? "label own" : "label",
        ])
      html.text(DisplayWidth.truncated(DisplayWidth.printable(label.text), to: 24))
      html.close("text", breaks: false)
    }
    writeFurniture(to: &html)
    html.close("svg")
    html.open("figcaption")
    html.text(caption(system: system))
    html.close("figcaption", breaks: false)
    html.close("figure")
  }

  /// In which order shapes are drawn.
  private enum Order: String {
    case layer, parcel, subject

    init(_ kind: DrawingContext.Feature.Kind) {
      switch kind {
      case .subject: self = .subject
      case .parcel: self = .parcel
      case .layer: self = .layer
      }
    }
  }

  /// The middle of the part of a shape's box that shows.
  private func labelPlace(of shape: Geometry) -> (x: Double, y: Double)? {
    guard let box = shape.envelope, box.intersects(frame.land) else { return nil }
    return frame.point(
      (max(box.minX, frame.land.minX) + min(box.maxX, frame.land.maxX)) / 2,
      (max(box.minY, frame.land.minY) + min(box.maxY, frame.land.maxY)) / 2)
  }

  /// A ring around a place that is hard to see.
  private func markSmall(in html: inout HTMLText) {
    guard let box = finding.shape?.envelope else { return }
    let (a, b) = (frame.point(box.minX, box.maxY), frame.point(box.maxX, box.minY))
    guard max(b.x - a.x, b.y - a.y) < 14 else { return }
    let (x, y) = (DrawingPath.number((a.x + b.x) / 2), DrawingPath.number((a.y + b.y) / 2))
    html.markup("<circle class=\"mark\" cx=\"\(x)\" cy=\"\(y)\" r=\"13\"/>")
  }

  /// Frame, north arrow and scale bar, and 示意 where that is so.
  private func writeFurniture(to html: inout HTMLText) {
    let (width, height) = (DrawingFrame.width, DrawingFrame.height)
    func number(_ value: Double) -> String { DrawingPath.number(value) }
    let bar = frame.barLength
    let (left, right) = (10.0, 10 + bar * frame.scale)
    let y = height - 12
    html.markup(
      "<rect class=\"plate\" x=\"4\" y=\"\(number(y - 17))\" "
        + "width=\"\(number(right + 8))\" height=\"25\"/>"
        + "<path class=\"bar\" d=\"M\(number(left)) \(number(y - 4))V\(number(y))H\(number(right))"
        + "V\(number(y - 4))\"/><text class=\"small\" x=\"\(number((left + right) / 2))\" "
        + "y=\"\(number(y - 5))\">")
    html.text(
      bar >= 1_000
        ? NumberText.decimal(bar / 1_000, places: 0) + Words(" 千米", " km")[language]
        : NumberText.decimal(bar, places: 3) + Words(" 米", " m")[language])
    html.markup("</text>")
    let x = width - 16
    html.markup(
      "<rect class=\"plate\" x=\"\(number(x - 12))\" y=\"4\" width=\"24\" height=\"40\"/>"
        + "<path d=\"M\(number(x)) 8L\(number(x + 6)) 28L\(number(x)) 24L\(number(x - 6)) 28Z\"/>"
        + "<text class=\"small\" x=\"\(number(x))\" y=\"40\">")
    html.text(Words("北", "N")[language])
    html.markup("</text>")
    if finding.isSchematic || context.features.contains(where: \.isSchematic) {
      html.markup("<rect class=\"plate\" x=\"4\" y=\"4\" width=\"74\" height=\"20\"/>")
      html.markup("<text class=\"stamp\" x=\"41\" y=\"19\">")
      html.text(Words("示意", "schematic")[language])
      html.markup("</text>")
    }
    html.markup(
      "<rect class=\"border\" x=\"0.5\" y=\"0.5\" width=\"\(number(width - 1))\" "
        + "height=\"\(number(height - 1))\"/>")
  }

  /// What the lines mean, and where the lower left corner is.
  private func caption(system: String?) -> String {
    let own =
      switch finding.shape?.ofOneKind?.type.dimension {
      case 0: Words("红点：问题位置", "red dot: the finding")
      case 1: Words("红线：问题位置", "red line: the finding")
      default: Words("斜线（红）：问题位置", "hatched red: the finding")
      }
    var parts = [own[language]]
    let kinds = context.features.map(\.kind)
    if kinds.contains(.subject) {
      parts.append(Words("粗线：对象", "strong line: the subject")[language])
    }
    if kinds.contains(.parcel) {
      parts.append(Words("细线：相邻地块", "thin line: other parcels")[language])
    }
    var layers: [String] = []
    for feature in context.features {
      guard case .layer = feature.kind, !layers.contains(feature.label) else { continue }
      layers.append(feature.label)
    }
    if !layers.isEmpty {
      let names = layers.prefix(4).joined(separator: Words("、", ", ")[language])
      parts.append(Words("点状虚线：\(names)", "dotted and dashed: \(names)")[language])
    }
    let places = isGeographic ? 6 : 1
    let east = NumberText.decimal(frame.land.minX, places: places)
    let north = NumberText.decimal(frame.land.minY, places: places)
    let corner =
      isGeographic
      ? Words("左下角：东经 \(east)°，北纬 \(north)°", "lower left: \(east)° E, \(north)° N")
      : Words("左下角：东 \(east)，北 \(north)", "lower left: E \(east), N \(north)")
    let mark = system.map { Words("（\($0)）", " (\($0))")[language] } ?? ""
    return parts.joined(separator: Words("；", "; ")[language]) + Words("。", ". ")[language]
      + corner[language] + mark
  }
}
