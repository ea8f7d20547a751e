/// Something a reader of the source should know: what was seen, where, how grave.
///
/// A diagnostic holds facts. The sentence, the caret and the advice are made from them in one place
/// (`DiagnosticWording` in Exchange), in the reader's language.
public struct Diagnostic: Hashable, Sendable {
  /// How grave it is.
  public enum Severity: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// Good to know.
    case info
    /// Look at it.
    case warning
    /// Something did not go in.
    case error

    /// Orders by gravity, the least first.
    public static func < (a: Severity, b: Severity) -> Bool {
      (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
  }

  /// The kinds of what is found, by the keys that programs read; ``Fact`` says what each means.
  public enum Code: String, Hashable, Sendable, Codable, CaseIterable {
    case sentenceNotUnderstood = "sentence_not_understood"
    case totalMismatch = "total_mismatch"
    case countMismatch = "count_mismatch"
    case conflictingValues = "conflicting_values"
    case codeNotInScheme = "code_not_in_scheme"
    case codeNameMismatch = "code_name_mismatch"
    case codeWithoutScheme = "code_without_scheme"
    case ratioOver100 = "ratio_over_100"
    case emptyInterval = "empty_interval"
    case documentUnchanged = "document_unchanged"
    case documentNewVersion = "document_new_version"
    case originalNotKept = "original_not_kept"
    case unreadableFile = "unreadable_file"
    case truncatedFile = "truncated_file"
    case missingTool = "missing_tool"
    case unknownColumn = "unknown_column"
    case filledFromAbove = "filled_from_above"
    case cellNotUnderstood = "cell_not_understood"
    case unitMissing = "unit_missing"
    case noLandDocument = "no_land_document"
    case nothingRead = "nothing_read"
    case recognisedText = "recognised_text"
    case filesPassedOver = "files_passed_over"
    case figureUnread = "figure_unread"
    case figureExplained = "figure_explained"
    case numberUncertain = "number_uncertain"
    case partyNotUnderstood = "party_not_understood"
    case axesSwapped = "axes_swapped"
    case zonePrefixMissing = "zone_prefix_missing"
    case zoneContradiction = "zone_contradiction"
    case unitContradiction = "unit_contradiction"
    case datumContradiction = "datum_contradiction"
    case coordinateSystemUnknown = "coordinate_system_unknown"
    case coordinatesMixed = "coordinates_mixed"
    case coordinateSystemRefused = "coordinate_system_refused"
    case transformedWithParameters = "transformed_with_parameters"
    case conversionParametersStated = "conversion_parameters_stated"
    case localGrid = "local_grid"
    case anotherCounty = "another_county"
    case shapeRefused = "shape_refused"
    case emptyPartsDropped = "empty_parts_dropped"
    case invalidShape = "invalid_shape"
    case shapeRepaired = "shape_repaired"
    case areaDiffers = "area_differs"
    case areaUnitSuspect = "area_unit_suspect"
    case boundaryUnmatched = "boundary_unmatched"
    case boundaryAmbiguous = "boundary_ambiguous"
    case boundaryWithoutNumber = "boundary_without_number"
    case boundaryNewVersion = "boundary_new_version"
    case leadingZeroRestored = "leading_zero_restored"
    case valueNotUnderstood = "value_not_understood"
    case recordNotUnderstood = "record_not_understood"
    case geometryUnexpected = "geometry_unexpected"
    case layerKept = "layer_kept"
    case noFeatures = "no_features"
    case layerNotChosen = "layer_not_chosen"
    case moreAlike = "more_alike"
  }

  /// What was found, with the values seen.
  public var fact: Fact
  /// How grave it is.
  public var severity: Severity
  /// The file.
  public var file: String
  /// The line, counted from 1; `nil` where it concerns the whole file.
  public var line: Int?
  /// The line's text.
  public var excerpt: String?
  /// The characters of the line that are meant, counted from 0.
  public var columns: Range<Int>?

  /// A diagnostic.
  public init(
    _ fact: Fact, _ severity: Severity, file: String, line: Int? = nil, excerpt: String? = nil,
    columns: Range<Int>? = nil
  ) {
    self.fact = fact
    self.severity = severity
    self.file = file
    self.line = line
    self.excerpt = excerpt
    self.columns = columns
  }

  /// The kind of what was found.
  public var code: Code { fact.code }
  /// The values seen as text, in the order in which ``Fact`` has them.
  public var arguments: [String] { fact.arguments }
}
