internal import Characters
internal import Planning
internal import Terms

/// Writes a style as QGIS keeps its own (QML), for QGIS 3.22 and later.
///
/// Source: the QML files that QGIS 3.22 writes; there is no specification.
public enum QMLStyle {
  /// The style's text.
  public static func text(_ style: MapStyle) -> String {
    var children = [renderer(style)]
    if let labeling = labeling(style) { children.append(labeling) }
    children.append(.node("layerGeometryType", text: geometryType(style.shape)))
    let root = XMLNode.node(
      "qgis",
      [
        "version": "3.22.0", "styleCategories": "Symbology|Labeling",
        "labelsEnabled": style.labels.isEmpty ? "0" : "1",
      ], children)
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + root.lines
  }

  private static func geometryType(_ shape: MapStyle.Shape) -> String {
    switch shape {
    case .point: "0"
    case .line: "1"
    case .polygon: "2"
    }
  }

  private static func renderer(_ style: MapStyle) -> XMLNode {
    let symbols =
      style.categories.map(\.symbol) + [style.other] + (style.exception.map { [$0.symbol] } ?? [])
    let list = XMLNode.node(
      "symbols", [:],
      symbols.enumerated().map { symbol($0.element, name: String($0.offset), style: style) })
    guard let field = style.field else {
      return .node(
        "renderer-v2", ["type": "singleSymbol", "symbollevels": "0", "enableorderby": "0"], [list])
    }
    var categories = style.categories.enumerated().map { index, category in
      XMLNode.node(
        "category",
        [
          "symbol": String(index), "value": category.value, "label": category.label,
          "render": "true", "type": "string",
        ])
    }
    // A category without a value takes all others.
    categories.append(
      .node(
        "category",
        [
          "symbol": String(style.categories.count), "value": "", "label": style.otherLabel,
          "render": "true", "type": "string",
        ]))
    var attribute = field
    if let exception = style.exception {
      // The renderer has one field; the exception's value takes the place of the category's.
      let value = SQLWord.text(exception.value)
      attribute =
        "if(\(SQLWord.name(exception.field)) = \(value), \(value), \(SQLWord.name(field)))"
      categories.append(
        .node(
          "category",
          [
            "symbol": String(style.categories.count + 1), "value": exception.value,
            "label": exception.label, "render": "true", "type": "string",
          ]))
    }
    return .node(
      "renderer-v2",
      [
        "type": "categorizedSymbol", "attr": attribute, "symbollevels": "0", "enableorderby": "0",
        "forceraster": "0",
      ], [.node("categories", [:], categories), list])
  }

  private static func symbol(
    _ symbol: MapStyle.Symbol, name: String, style: MapStyle
  ) -> XMLNode {
    let type =
      switch style.shape {
      case .point: "marker"
      case .line: "line"
      case .polygon: "fill"
      }
    return .node(
      "symbol",
      ["type": type, "name": name, "alpha": "1", "clip_to_extent": "1", "force_rhr": "0"],
      layers(symbol, name: name, style: style))
  }

  private static func layers(
    _ symbol: MapStyle.Symbol, name: String, style: MapStyle
  ) -> [XMLNode] {
    let stroke = style.isSchematic ? "dash" : "solid"
    switch style.shape {
    case .point:
      return [
        layer(
          "SimpleMarker",
          [
            ("name", "circle"), ("color", colour(symbol.fill ?? symbol.outline)),
            ("outline_color", colour(symbol.outline)), ("outline_width", "0.2"), ("size", "2.4"),
            ("size_unit", "MM"),
          ])
      ]
    case .line:
      return [
        line(symbol.outline, width: symbol.width, dash: stroke, mark: style.schematicMark)
      ]
    case .polygon:
      var layers = [
        layer(
          "SimpleFill",
          [
            ("color", colour(symbol.fill ?? symbol.outline, opacity: symbol.opacity)),
            ("style", symbol.fill == nil ? "no" : "solid"), ("joinstyle", "miter"),
            ("outline_color", colour(symbol.outline)), ("outline_style", stroke),
            ("outline_width", number(symbol.width)), ("outline_width_unit", "MM"),
          ], style.schematicMark.map { [dashed($0)] } ?? [])
      ]
      if let hatch = symbol.hatch {
        let lines = XMLNode.node(
          "symbol",
          [
            "type": "line", "name": "@\(name)@1", "alpha": "1", "clip_to_extent": "1",
            "force_rhr": "0",
          ], [line(hatch.colour, width: 0.2, dash: "solid")])
        layers.append(
          layer(
            "LinePatternFill",
            [
              ("angle", String(hatch.angle)), ("distance", number(hatch.distance)),
              ("distance_unit", "MM"), ("line_width", "0.2"), ("line_width_unit", "MM"),
              ("offset", "0"), ("offset_unit", "MM"), ("color", colour(hatch.colour)),
            ], [lines]))
      }
      return layers
    }
  }

  private static func line(
    _ colour: MapColour, width: Double, dash: String, mark: MapStyle.SchematicMark? = nil
  ) -> XMLNode {
    layer(
      "SimpleLine",
      [
        ("line_color", self.colour(colour)), ("line_style", dash), ("line_width", number(width)),
        ("line_width_unit", "MM"), ("capstyle", "flat"), ("joinstyle", "miter"),
      ], mark.map { [dashed($0)] } ?? [])
  }

  private static func layer(
    _ type: String, _ options: [(String, String)], _ children: [XMLNode] = []
  ) -> XMLNode {
    .node(
      "layer", ["class": type, "enabled": "1", "locked": "0", "pass": "0"],
      [
        .node(
          "Option", ["type": "Map"],
          options.map { name, value in
            .node("Option", ["type": "QString", "name": name, "value": value])
          })
      ] + children)
  }

  /// Dashes the outline of a feature that is only schematic.
  private static func dashed(_ mark: MapStyle.SchematicMark) -> XMLNode {
    let property = XMLNode.node(
      "Option", ["type": "Map", "name": "outlineStyle"],
      [
        .node("Option", ["type": "bool", "name": "active", "value": "true"]),
        .node(
          "Option",
          [
            "type": "QString", "name": "expression",
            "value": "if(\(condition(mark)), 'dash', 'solid')",
          ]),
        .node("Option", ["type": "int", "name": "type", "value": "3"]),
      ])
    return .node(
      "data_defined_properties", [:],
      [
        .node(
          "Option", ["type": "Map"],
          [
            .node("Option", ["type": "QString", "name": "name", "value": ""]),
            .node("Option", ["type": "Map", "name": "properties"], [property]),
            .node("Option", ["type": "QString", "name": "type", "value": "collection"]),
          ])
      ])
  }

  /// Whether a feature is schematic, as an expression.
  private static func condition(_ mark: MapStyle.SchematicMark) -> String {
    switch mark {
    case .quality(let field):
      "\(SQLWord.name(field)) = \(SQLWord.text(BoundaryQuality.schematic.rawValue))"
    case .flag(let field): SQLWord.name(field)
    }
  }

  private static func labeling(_ style: MapStyle) -> XMLNode? {
    guard !style.labels.isEmpty else { return nil }
    var expression = "coalesce(\(style.labels.map(SQLWord.name).joined(separator: ", ")), '')"
    if let mark = style.schematicMark {
      expression += " || if(\(condition(mark)), '\(MapStyle.schematic)', '')"
    }
    let settings = XMLNode.node(
      "settings", ["calloutType": "simple"],
      [
        .node(
          "text-style",
          [
            "fieldName": expression, "isExpression": "1", "fontFamily": "Noto Sans CJK SC",
            "fontSize": "7", "fontSizeUnit": "Point", "textColor": "30,30,30,255",
            "textOpacity": "1", "multilineHeight": "1",
          ],
          [
            .node(
              "text-buffer",
              [
                "bufferDraw": "1", "bufferSize": "0.8", "bufferSizeUnits": "MM",
                "bufferColor": "255,255,255,255", "bufferOpacity": "0.85", "bufferJoinStyle": "128",
              ])
          ]),
        .node("text-format", ["wrapChar": "", "autoWrapLength": "12", "multilineAlign": "1"]),
        .node(
          "placement",
          [
            "placement": "1", "centroidInside": "1", "centroidWhole": "0", "priority": "5",
            "polygonPlacementFlags": "2",
          ]),
        .node(
          "rendering",
          [
            "drawLabels": "1", "scaleVisibility": "1", "scaleMin": "0",
            "scaleMax": String(style.labelScale), "obstacle": "1", "mergeLines": "0",
          ]),
      ])
    return .node("labeling", ["type": "simple"], [settings])
  }

  private static func colour(_ colour: MapColour, opacity: Double = 1) -> String {
    "\(colour.red),\(colour.green),\(colour.blue),\(Int((opacity * 255).rounded()))"
  }

  private static func number(_ value: Double) -> String { NumberText.plain(value) }
}
