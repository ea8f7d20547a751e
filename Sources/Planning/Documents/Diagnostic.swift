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
    /// Northing and easting, or latitude and longitude, stand in the other order than the
    /// format's; they were put in order. Arguments: first value, second value, what stands first
    /// (`easting`, `northing`).
    case axesSwapped = "axes_swapped"
    /// Eastings have no zone prefix; the zone was taken from elsewhere. Arguments: easting, zone,
    /// where it was taken from (`header`, `option`, `register`).
    case zonePrefixMissing = "zone_prefix_missing"
    /// The header's zone is not that of the coordinates. Arguments: header's zone, coordinates'
    /// zone.
    case zoneContradiction = "zone_contradiction"
    /// The unit said is not that of the coordinates. Arguments: unit said, unit found (`degree`,
    /// `metre`).
    case unitContradiction = "unit_contradiction"
    /// Two places of the file, or the file and an option, name different coordinate systems.
    /// Arguments: first, second, the one taken; empty where none was.
    case datumContradiction = "datum_contradiction"
    /// The coordinate system cannot be told. Arguments: what is missing (`datum`, `zone`,
    /// `axes`, `anything`), a coordinate.
    case coordinateSystemUnknown = "coordinate_system_unknown"
    /// Rows of one file are in different systems or orders, so none can be trusted. Arguments: a
    /// coordinate, one of another kind.
    case coordinatesMixed = "coordinates_mixed"
    /// Coordinates cannot be moved from one system to another without parameters. Arguments:
    /// from, to.
    case coordinateSystemRefused = "coordinate_system_refused"
    /// Coordinates were moved with parameters of a configuration file. Arguments: from, to, name
    /// of the set.
    case transformedWithParameters = "transformed_with_parameters"
    /// A file states conversion parameters (转换参数) that are not zero; they were not applied.
    /// Arguments: the parameters.
    case conversionParametersStated = "conversion_parameters_stated"
    /// Coordinates lie outside the ranges of every national system. Arguments: a coordinate.
    case localGrid = "local_grid"
    /// The shapes lie far from all that the register has. Arguments: kilometres.
    case anotherCounty = "another_county"
    /// A shape was refused before any question was put to it. Arguments: parcel or record, reason
    /// key, value.
    case shapeRefused = "shape_refused"
    /// Empty parts of a shape were left out. Arguments: parcel or record, how many.
    case emptyPartsDropped = "empty_parts_dropped"
    /// A shape is not valid; it is kept and left out of exact answers. Arguments: parcel or
    /// record, reason, x, y.
    case invalidShape = "invalid_shape"
    /// An invalid shape was mended. Arguments: parcel or record, reason, area before in m², area
    /// after in m².
    case shapeRepaired = "shape_repaired"
    /// The stated area is not the shape's. Arguments: parcel, stated m², computed m².
    case areaDiffers = "area_differs"
    /// Stated and computed area differ by a ratio that betrays a unit. Arguments: parcel, stated
    /// m², computed m², ratio.
    case areaUnitSuspect = "area_unit_suspect"
    /// No document in the register names the parcel of a boundary. Arguments: parcel.
    case boundaryUnmatched = "boundary_unmatched"
    /// Several plans have a parcel of the number. Arguments: parcel, plans.
    case boundaryAmbiguous = "boundary_ambiguous"
    /// A boundary has no parcel number. Arguments: record.
    case boundaryWithoutNumber = "boundary_without_number"
    /// Another boundary of the parcel is in the register. Arguments: parcel, version.
    case boundaryNewVersion = "boundary_new_version"
    /// A leading zero that a spreadsheet ate was restored. Arguments: field, value, restored
    /// value.
    case leadingZeroRestored = "leading_zero_restored"
    /// A value of an attribute could not be read. Arguments: parcel or record, field, value.
    case valueNotUnderstood = "value_not_understood"
    /// A line or record of a boundary file could not be read. Arguments: what is wrong (key),
    /// text.
    case recordNotUnderstood = "record_not_understood"
    /// A shape is of a type that is not expected. Arguments: record, type.
    case geometryUnexpected = "geometry_unexpected"
    /// A new version of a layer is in the register already, or its content is the same.
    /// Arguments: layer.
    case layerKept = "layer_kept"
    /// The file has no shapes.
    case noFeatures = "no_features"
    /// The file has several layers, or none of the name. Arguments: the layers.
    case layerNotChosen = "layer_not_chosen"
    /// More diagnostics of a kind than are shown. Arguments: code, how many more.
    case moreAlike = "more_alike"
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
