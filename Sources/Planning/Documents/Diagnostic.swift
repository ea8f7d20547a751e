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

  /// What was found.
  public enum Code: String, Hashable, Sendable, Codable, CaseIterable {
    /// A sentence speaks of a parcel and was not understood. Arguments: parcel.
    case sentenceNotUnderstood = "sentence_not_understood"
    /// Members do not add up to the total. Arguments: name, stated m², members m².
    case totalMismatch = "total_mismatch"
    /// A count does not fit. Arguments: stated, found.
    case countMismatch = "count_mismatch"
    /// One parcel has two values. Arguments: parcel, property, first, second.
    case conflictingValues = "conflicting_values"
    /// A code is not in its scheme. Arguments: code, scheme.
    case codeNotInScheme = "code_not_in_scheme"
    /// The printed name is not the vocabulary's. Arguments: code, printed, expected, scheme.
    case codeNameMismatch = "code_name_mismatch"
    /// The scheme of a bare code cannot be told. Arguments: code.
    case codeWithoutScheme = "code_without_scheme"
    /// A share of land is over 100 %. Arguments: parcel, indicator, value.
    case ratioOver100 = "ratio_over_100"
    /// A lower end is above the upper. Arguments: parcel, indicator, lower, upper.
    case emptyInterval = "empty_interval"
    /// The same content is already in the register. Arguments: document.
    case documentUnchanged = "document_unchanged"
    /// Same number, other content: a new version. Arguments: document, version.
    case documentNewVersion = "document_new_version"
    /// The file could not be read. Arguments: reason.
    case unreadableFile = "unreadable_file"
    /// The file ends too early. Arguments: what is missing.
    case truncatedFile = "truncated_file"
    /// A tool needed for this format is not installed. Arguments: tool, package.
    case missingTool = "missing_tool"
    /// A column was not known and is kept under its name. Arguments: column.
    case unknownColumn = "unknown_column"
    /// A blank cell was read as merged with the one above. Arguments: column, value.
    case filledFromAbove = "filled_from_above"
    /// A cell could not be read. Arguments: column, text.
    case cellNotUnderstood = "cell_not_understood"
    /// An area has no unit; square metres, hectares or 亩 cannot be told. Arguments: text.
    case unitMissing = "unit_missing"
    /// The file has no land document.
    case noLandDocument = "no_land_document"
    /// A document about land of which nothing but the heading was read. Arguments: document.
    case nothingRead = "nothing_read"
  }

  /// What was found.
  public var code: Code
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
  /// The values seen, in the order the code's comment names.
  public var arguments: [String]

  /// A diagnostic.
  public init(
    _ code: Code, _ severity: Severity, file: String, line: Int? = nil, excerpt: String? = nil,
    columns: Range<Int>? = nil, arguments: [String] = []
  ) {
    self.code = code
    self.severity = severity
    self.file = file
    self.line = line
    self.excerpt = excerpt
    self.columns = columns
    self.arguments = arguments
  }
}
