// Made by Scripts/generate-page from Web. Do not edit.
// swift-format-ignore-file

/// The files of the map page.
enum PageText {
  /// The files by name.
  static let files: [String: String] = [
    "app.js": appJs,
    "controls.js": controlsJs,
    "data.css": dataCss,
    "draw.js": drawJs,
    "findings.js": findingsJs,
    "index.html": indexHtml,
    "map.css": mapCss,
    "notation.js": notationJs,
    "panel.js": panelJs,
    "parcel.js": parcelJs,
    "plane.js": planeJs,
    "search.js": searchJs,
    "service.js": serviceJs,
    "stage.js": stageJs,
    "tile.js": tileJs,
    "tiles.js": tilesJs,
    "words.js": wordsJs,
  ]
}
