import ArgumentParser
import Exchange
import Registry

/// How files are read where that is not to be found out.
struct ReadingOptions: ParsableArguments {
  @Option(name: .customLong("as"), help: .init(Wording.Help.importAs.text, valueName: "word"))
  var words: [String] = []

  @Option(help: .init(Wording.Help.columns.text, valueName: "printed=known,…"))
  var columns: [String] = []

  @Option(help: .init(Wording.Help.county.text, valueName: "name"))
  var county: String?

  @Flag(help: .init(Wording.Help.ocr.text))
  var ocr = false

  func validate() throws {
    let known = try options()
    if isShapes, known.kind != nil || !known.kinds.isEmpty {
      throw ValidationError(Wording.documentsAreNoShapes.text)
    }
  }

  /// Whether the files are shapes, whatever their names.
  var isShapes: Bool { words.contains("boundary") || isLayer }

  /// Whether the shapes go into a layer.
  var isLayer: Bool { words.contains("layer") }

  /// The options as the reader takes them.
  func options() throws -> SourceReader.Options {
    var options = SourceReader.Options()
    options.county = county
    options.recognises = ocr
    for word in words where !["boundary", "layer"].contains(word) && !options.take(word) {
      throw ValidationError(
        Wording.notReadAs(word, ["boundary", "layer"] + SourceReader.words).text)
    }
    for pair in columns.flatMap({ $0.split { $0 == "," || $0 == "，" } }) {
      let sides = pair.split(separator: "=", maxSplits: 1).map {
        String($0.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
      }
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else {
        throw ValidationError(Wording.notAColumn(String(pair)).text)
      }
      options.columns[sides[0]] = sides[1]
    }
    return options
  }
}
