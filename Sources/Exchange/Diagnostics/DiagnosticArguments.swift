internal import Characters
internal import Terms

extension DiagnosticWording {
  /// The values of a diagnostic, ready for a sentence; one that is missing reads `?`.
  struct Arguments {
    private let values: [String]
    private let language: Language

    init(_ values: [String], _ language: Language) {
      self.values = values
      self.language = language
    }

    var isEmpty: Bool { values.first.map(\.isEmpty) ?? true }

    /// A value as it came; numbers without float noise.
    subscript(_ index: Int) -> String {
      guard values.indices.contains(index), !values[index].isEmpty else { return "?" }
      // A number with a point is no code: 650.0 is said as 650.
      if let number = Double(values[index]), values[index].contains(".") {
        return NumberText.plain(number)
      }
      return DisplayWidth.printable(values[index])
    }

    /// Whether there is a value.
    func has(_ index: Int) -> Bool { values.indices.contains(index) && !values[index].isEmpty }

    /// A value that is a code and not a number, though it may look like one.
    func raw(_ index: Int) -> String { has(index) ? DisplayWidth.printable(values[index]) : "?" }

    /// A value that is an area in square metres, in square metres.
    func exactArea(_ index: Int) -> String {
      guard let squareMetres = number(index) else { return self[index] }
      return AreaText.squareMetres(squareMetres, language)
    }

    /// A value that is an area in square metres, in hectares.
    func area(_ index: Int) -> String {
      guard let squareMetres = number(index) else { return self[index] }
      return AreaText.hectares(squareMetres, language)
    }

    /// How far two areas are apart, in square metres.
    func areaDifference(_ first: Int, _ second: Int) -> String {
      guard let a = number(first), let b = number(second) else { return "?" }
      return AreaText.squareMetres((a - b).magnitude, language)
    }

    /// A value that is the key of a property, as its name.
    func property(_ index: Int) -> String {
      Words(property: self[index])[language]
    }

    private func number(_ index: Int) -> Double? {
      values.indices.contains(index) ? Double(values[index]) : nil
    }
  }
}
