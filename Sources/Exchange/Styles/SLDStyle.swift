internal import Characters
internal import Planning
internal import Terms

/// Writes a style as Styled Layer Descriptor 1.1 with Symbology Encoding.
///
/// Source: OGC 05-078r4 and 05-077r4. Hatching is a graphic fill of the marks `shape://slash` and
/// `shape://backslash`, which QGIS and GeoServer know.
public enum SLDStyle {
  /// The style's text.
  ///
  /// - Parameters:
  ///   - style: the style.
  ///   - layer: the name of the layer it belongs to.
  public static func text(_ style: MapStyle, layer: String) -> String {
    var rules = style.categories.map { category in
      rule(
        category.label, filter: condition(category.value, style), category.symbol, style)
    }
    if let exception = style.exception {
      rules.append(
        rule(
          exception.label, filter: equal(exception.field, exception.value), exception.symbol, style
        ))
    }
    // Only where nothing else fits; a style of one symbol has no filter at all.
    rules.append(
      rule(
        style.otherLabel, filter: style.field == nil ? nil : .node("se:ElseFilter"),
        style.other, style))
    var collections = [XMLNode.node("se:FeatureTypeStyle", [:], rules)]
    if let mark = style.schematicMark, style.shape == .polygon {
      let outline = line(style.other.outline, width: style.other.width, isDashed: true)
      collections.append(
        .node(
          "se:FeatureTypeStyle", [:],
          [
            .node(
              "se:Rule", [:],
              [
                .node("se:Name", text: "示意"),
                filter(isSchematic(mark)),
                .node("se:LineSymbolizer", [:], [outline]),
              ])
          ]))
    }
    let root = XMLNode.node(
      "StyledLayerDescriptor",
      [
        "version": "1.1.0", "xmlns": "http://www.opengis.net/sld",
        "xmlns:se": "http://www.opengis.net/se", "xmlns:ogc": "http://www.opengis.net/ogc",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": "http://www.opengis.net/sld "
          + "http://schemas.opengis.net/sld/1.1.0/StyledLayerDescriptor.xsd",
      ],
      [
        .node(
          "NamedLayer", [:],
          [
            .node("se:Name", text: layer),
            .node(
              "UserStyle", [:], [.node("se:Name", text: style.name)] + collections),
          ])
      ])
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.lines
  }

  /// The condition of a category, from which the exceptions are left out.
  private static func condition(_ value: String, _ style: MapStyle) -> XMLNode {
    let isCategory = equal(style.field ?? "", value)
    guard let exception = style.exception else { return isCategory }
    return .node(
      "ogc:And", [:],
      [isCategory, .node("ogc:Not", [:], [equal(exception.field, exception.value)])])
  }

  private static func rule(
    _ label: String, filter: XMLNode?, _ symbol: MapStyle.Symbol, _ style: MapStyle
  ) -> XMLNode {
    var children = [
      XMLNode.node("se:Name", text: label),
      .node("se:Description", [:], [.node("se:Title", text: label)]),
    ]
    if let filter {
      if case .element("se:ElseFilter", _, _) = filter {
        children.append(filter)
      } else {
        children.append(self.filter(filter))
      }
    }
    return .node("se:Rule", [:], children + symbolizers(symbol, style))
  }

  private static func filter(_ condition: XMLNode) -> XMLNode {
    .node("ogc:Filter", ["xmlns:ogc": "http://www.opengis.net/ogc"], [condition])
  }

  private static func equal(_ field: String, _ value: String) -> XMLNode {
    .node(
      "ogc:PropertyIsEqualTo", [:],
      [.node("ogc:PropertyName", text: field), .node("ogc:Literal", text: value)])
  }

  private static func isSchematic(_ mark: MapStyle.SchematicMark) -> XMLNode {
    switch mark {
    case .quality(let field): equal(field, BoundaryQuality.schematic.rawValue)
    case .flag(let field): equal(field, "1")
    }
  }

  private static func symbolizers(_ symbol: MapStyle.Symbol, _ style: MapStyle) -> [XMLNode] {
    switch style.shape {
    case .point: return [point(symbol)]
    case .line:
      return [
        .node(
          "se:LineSymbolizer", [:],
          [line(symbol.outline, width: symbol.width, isDashed: style.isSchematic)])
      ]
    case .polygon:
      var fill: [XMLNode] = []
      if let colour = symbol.fill {
        fill.append(
          .node(
            "se:Fill", [:],
            [parameter("fill", colour.hexadecimal)]
              + (symbol.opacity < 1
                ? [parameter("fill-opacity", NumberText.plain(symbol.opacity))] : [])))
      }
      // Where a layer tells the quality, schematic outlines are drawn dashed by a rule of their own.
      fill.append(line(symbol.outline, width: symbol.width, isDashed: style.isSchematic))
      var all = [XMLNode.node("se:PolygonSymbolizer", [:], fill)]
      if let hatch = symbol.hatch {
        all.append(.node("se:PolygonSymbolizer", [:], [fillOf(hatch)]))
      }
      return all
    }
  }

  private static func fillOf(_ hatch: MapStyle.Hatch) -> XMLNode {
    let mark = XMLNode.node(
      "se:Mark", [:],
      [
        .node(
          "se:WellKnownName", text: hatch.angle == 45 ? "shape://slash" : "shape://backslash"),
        line(hatch.colour, width: 0.2, isDashed: false),
      ])
    return .node(
      "se:Fill", [:],
      [
        .node(
          "se:GraphicFill", [:],
          [.node("se:Graphic", [:], [mark, .node("se:Size", text: pixels(hatch.distance * 1.4))])])
      ])
  }

  private static func point(_ symbol: MapStyle.Symbol) -> XMLNode {
    let mark = XMLNode.node(
      "se:Mark", [:],
      [
        .node("se:WellKnownName", text: "circle"),
        .node("se:Fill", [:], [parameter("fill", (symbol.fill ?? symbol.outline).hexadecimal)]),
        line(symbol.outline, width: 0.2, isDashed: false),
      ])
    return .node(
      "se:PointSymbolizer", [:], [.node("se:Graphic", [:], [mark, .node("se:Size", text: "8")])])
  }

  private static func line(_ colour: MapColour, width: Double, isDashed: Bool) -> XMLNode {
    .node(
      "se:Stroke", [:],
      [
        parameter("stroke", colour.hexadecimal), parameter("stroke-width", pixels(width)),
        parameter("stroke-linejoin", "mitre"),
      ] + (isDashed ? [parameter("stroke-dasharray", "6 3")] : []))
  }

  private static func parameter(_ name: String, _ value: String) -> XMLNode {
    .node("se:SvgParameter", ["name": name], text: value)
  }

  /// A length in pixels of 0.28 mm, the unit of Symbology Encoding.
  private static func pixels(_ millimetres: Double) -> String {
    NumberText.decimal(millimetres / 0.28, places: 2)
  }
}

/// Names and texts as SQL and QGIS expressions write them.
enum SQLWord {
  /// A column's name in double quotes.
  static func name(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
  }

  /// A text in single quotes. A backslash is doubled, which QGIS takes for an escape.
  static func text(_ text: String) -> String {
    "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "''"))'"
  }
}
