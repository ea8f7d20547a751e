import Exchange
import Planning

/// A command as it is typed again in a shell, at the moment of an answer.
enum RepeatedCommand {
  /// The command that repeats a lookup.
  static func lookup(
    _ what: String, _ options: PlaceOptions, store: String, at moment: Moment
  ) -> String {
    var words = ["yulin", "lookup", what] + options.arguments
    if let day = moment.asOf { words += ["--as-of", day.description] }
    if let instant = moment.knownAt { words += ["--known-at", instant] }
    words += ["--explain", "--store", store]
    return words.map(quoted).joined(separator: " ")
  }

  /// A word as a shell takes it for one: between single quotes where it has to be.
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "-_./:,+@%=".unicodeScalars.contains(scalar)
      }
    return isPlain ? word : "'" + word.replacing("'", with: #"'\''"#) + "'"
  }
}
