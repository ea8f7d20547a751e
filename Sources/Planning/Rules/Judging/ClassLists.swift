extension RuleBook {
  /// Whether a list of a rule has a class, or one above it.
  func lists(_ code: RuleCode, _ parameter: String, _ landUseCode: String) -> Bool {
    list(code, parameter).contains { landUseCode.hasPrefix($0) }
  }
}
