public import Characters
public import SimpleFeatures
public import Terms

extension Diagnostic {
  /// What was found, with the values seen. Areas are in square metres, coordinates as text.
  public enum Fact: Hashable, Sendable {
    // Documents and tables.

    /// A sentence speaks of a parcel and was not understood.
    case sentenceNotUnderstood(parcel: String)
    /// Members do not add up to the total.
    case totalMismatch(String, stated: Double, members: Double)
    /// A count does not fit.
    case countMismatch(stated: Int, found: Int)
    /// One parcel has two values of a property.
    case conflictingValues(parcel: String, property: String, String, String)
    /// A code is not in its scheme.
    case codeNotInScheme(String, LandUseScheme)
    /// The printed name is not the vocabulary's.
    case codeNameMismatch(String, printed: String, expected: String, LandUseScheme)
    /// The scheme of a bare code cannot be told.
    case codeWithoutScheme(String)
    /// A share of land is over 100 %.
    case ratioOver100(parcel: String, Indicator, Double)
    /// A lower end is above the upper.
    case emptyInterval(parcel: String, Indicator, lower: Double, upper: Double)
    /// The same content is already in the register.
    case documentUnchanged(String)
    /// Same number, other content: a new version.
    case documentNewVersion(String, Int)
    /// The file itself is not kept beside its text: it has too many bytes, or is no longer there as it
    /// was read.
    case originalNotKept(bytes: Int?)
    /// The file could not be read.
    case unreadableFile(Unreadable)
    /// A column was not known and is kept under its name.
    case unknownColumn(String)
    /// A blank cell was read as merged with the one above.
    case filledFromAbove(column: String, value: String)
    /// A cell could not be read; without a column a whole row.
    case cellNotUnderstood(column: String? = nil, text: String)
    /// An area has no unit; square metres, hectares or 亩 cannot be told.
    case unitMissing(String)
    /// The file has no land document.
    case noLandDocument
    /// A document about land of which nothing but the heading was read.
    case nothingRead(String)
    /// The text was recognised on pictures by a machine, which was so sure of it on the average, from 0
    /// to 1.
    case recognisedText(confidence: Double)
    /// Files of a folder or an archive that are no documents were passed over; what they are by the
    /// ending of their names.
    case filesPassedOver(count: Int, endings: [String])
    /// A figure with a land unit or an indicator that no reader took.
    case figureUnread(String)
    /// A figure that is no fact, and why.
    case figureExplained(String, FigureReason)
    /// A parcel number with more glued to it than the reader could take for its own.
    case numberUncertain(String, printed: String)
    /// Who receives the land, or gives it, could not be told.
    case partyNotUnderstood(String)

    // Boundaries, coordinates and layers.

    /// Northing and easting, or latitude and longitude, stand in the other order than the
    /// format's; they were put in order. Which stands first.
    case axesSwapped(String, String, StatedCoordinateSystem.AxisOrder)
    /// Eastings have no zone prefix; the zone was taken from elsewhere.
    case zonePrefixMissing(easting: String, zone: Int, from: ZoneSource)
    /// The header's zone, or the width of its zones in degrees, is not that of the coordinates.
    case zoneContradiction(said: Int, isWidth: Bool = false, zone: Int)
    /// The unit said is not that of the coordinates.
    case unitContradiction(said: String, isInDegrees: Bool)
    /// Two places of the file, or the file and an option, name different coordinate systems; the
    /// one taken, where one was.
    case datumContradiction(String?, String, taken: String?)
    /// The coordinate system cannot be told of coordinates such as these.
    case coordinateSystemUnknown(missing: SystemPart, String)
    /// Rows of one file are in different systems or orders, so none can be trusted.
    case coordinatesMixed(String, String)
    /// Coordinates cannot be moved from one system to another without parameters.
    case coordinateSystemRefused(from: String, to: String)
    /// Coordinates were moved with a named set of parameters of a configuration file.
    case transformedWithParameters(from: String, to: String, name: String)
    /// A file states conversion parameters (转换参数) that are not zero; they were not applied.
    case conversionParametersStated(String)
    /// Coordinates lie outside the ranges of every national system.
    case localGrid(String)
    /// The shapes lie far from all that the register has.
    case anotherCounty(kilometres: Int)
    /// A shape was refused before any question was put to it; why is a key as in ``ShapeFault``.
    case shapeRefused(of: String, reason: String)
    /// Empty parts of a shape were left out.
    case emptyPartsDropped(of: String, count: Int)
    /// A shape is not valid; it is kept and left out of exact answers.
    case invalidShape(of: String, reason: String, x: String, y: String)
    /// An invalid shape was mended.
    case shapeRepaired(of: String, reason: String, before: Double, after: Double)
    /// The stated area is not the shape's.
    case areaDiffers(parcel: String, stated: Double, computed: Double)
    /// Stated and computed area differ by a ratio that betrays a unit.
    case areaUnitSuspect(parcel: String, stated: Double, computed: Double, ratio: String)
    /// No document in the register names the parcel of a boundary.
    case boundaryUnmatched(String)
    /// Several plans have a parcel of the number.
    case boundaryAmbiguous(String, plans: [String])
    /// A boundary has no parcel number; which record of the file it is.
    case boundaryWithoutNumber(record: Int)
    /// Another boundary of the parcel is in the register.
    case boundaryNewVersion(String, Int)
    /// A leading zero that a spreadsheet ate was restored.
    case leadingZeroRestored(field: String, String, restored: String)
    /// A value of an attribute could not be read.
    case valueNotUnderstood(of: String, field: String, String)
    /// A line or record of a boundary file could not be read.
    case recordNotUnderstood(RecordFlaw, text: String? = nil, record: Int? = nil)
    /// A shape is of a type that is not expected.
    case geometryUnexpected(of: String, type: String)
    /// A new version of a layer is in the register already, or its content is the same.
    case layerKept(String)
    /// The file has no shapes.
    case noFeatures
    /// The file has several layers, or none of the name.
    case layerNotChosen([String])
    /// More diagnostics of a kind than are shown.
    case moreAlike(Code, Int)
  }

  /// Why a file cannot be read.
  public enum Unreadable: Hashable, Sendable {
    /// There is no such file.
    case missing
    /// It is a folder.
    case folder
    /// It may not be read.
    case notPermitted
    /// It holds nothing.
    case empty
    /// Its bytes are no text in UTF-8, GB18030 or UTF-16: from the place on, or as a whole.
    case notText(TextDamage?)
    /// It ends in the middle: an odd byte, a broken archive.
    case truncated
    /// A quotation mark is never closed, in the row that begins on a line: the rest of the table
    /// would be one cell.
    case openQuote(line: Int)
    /// It ends before a sign that is missing.
    case lacks(String)
    /// A program that reads the format is not installed; the package that has it.
    case missingTool(name: String, package: String)
    /// The program that reads the format failed or ran too long.
    case toolFailed(name: String, message: String)
    /// Its content is not of the format that its name says.
    case notOfFormat(String)
    /// It is something that is not read.
    case foreign(ForeignContent)
    /// Its characters are of a set that is not read.
    case unknownEncoding(String)
    /// It has several layers, of which one must be named.
    case severalLayers([String])
    /// It has no layer of the name, only others.
    case noLayer(String, known: [String])
    /// An archive is not unpacked; what was seen.
    case archiveRefused(ArchiveFlaw, seen: String)
    /// An export of a register is broken.
    case badExport(String)
    /// A GeoPackage is not read; what was seen.
    case geoPackage(GeoPackageFlaw, String?)
    /// What the system says.
    case other(String)
  }

  /// What a file is that is not read as it is.
  public enum ForeignContent: String, Hashable, Sendable, CaseIterable {
    /// A picture.
    case image
    /// A PDF that holds pictures of its pages and no text.
    case scan
    /// A picture on which no text was recognised.
    case blank
    /// Slides.
    case presentation
    /// A workbook in a form that is not read.
    case workbook
    /// A drawing of CAD, Visio or the like.
    case drawing
    /// A database.
    case database
    /// An archive that is not unpacked here.
    case archive
    /// Sound or film.
    case media
    /// A program.
    case program
    /// A book or journal of a reader of its own: CEB, CAJ, EPUB, CHM.
    case ebook
    /// PostScript.
    case postscript
    /// A file that asks for a password.
    case encrypted
  }

  /// Why an archive is not unpacked.
  public enum ArchiveFlaw: String, Hashable, Sendable {
    /// It would unpack to too much.
    case tooLarge = "too_large"
    /// It has too many files.
    case tooManyFiles = "too_many_files"
    /// It would unpack to too many times its size.
    case ratio
    /// A file in it is packed in a way that is not known.
    case method
    /// It has a link.
    case link
    /// It has a path that leads outside.
    case path
  }

  /// Where the zone of eastings without prefix was taken from.
  public enum ZoneSource: String, Hashable, Sendable {
    case option, header, register
  }

  /// What is missing of a coordinate system.
  public enum SystemPart: String, Hashable, Sendable {
    case anything, datum, zone, axes
  }

  /// What is wrong with a line or record of a boundary file.
  public enum RecordFlaw: String, Hashable, Sendable {
    /// A coordinate is no number, or a position has too few or too many.
    case coordinate
    /// It has a wrong number of fields.
    case fields
    /// The heading of a parcel is not understood.
    case header
    /// A parcel has no points.
    case noPoints = "no_points"
    /// There are no coordinates.
    case section
    /// A shape is not read, or not nested as its type wants it.
    case geometry
    /// It is no JSON: what stands here is not what should.
    case json
    /// Its bytes are no text.
    case encoding
    /// A header goes on without end.
    case tooLong = "too_long"
    /// A member that is needed is missing, or its value is of a wrong type.
    case member
    /// A type that is none of GeoJSON's.
    case type
    /// A member stands twice.
    case duplicate
    /// A line has fewer than two positions.
    case line
    /// Values stand in one another too deeply.
    case nesting = "nested_too_deep"
    /// WKT is not understood.
    case wellKnownText = "well_known_text"
    /// No column has shapes.
    case geometryColumn = "geometry_column"
    /// A quotation mark is not closed.
    case quote
    /// A ring has fewer than four positions.
    case ring
  }
}

/// What is wrong with a GeoPackage.
public enum GeoPackageFlaw: String, Hashable, Sendable, CaseIterable {
  /// There is no such file.
  case missing
  /// It may not be read.
  case notPermitted = "not_permitted"
  /// It is no GeoPackage, or none that can be recognised.
  case notGeoPackage = "not_geopackage"
  /// A program that wrote to it has not finished; its journal lies beside.
  case unfinished
  /// It is damaged.
  case damaged
  /// It has no layer of that name.
  case unknownLayer = "unknown_layer"
  /// The layer has no attribute of that name.
  case unknownField = "unknown_field"
  /// The layer would run code that the file brings with it, or goes on without end.
  case refused
}

extension Diagnostic.Fact {
  /// The kind of it.
  public var code: Diagnostic.Code { record.code }
  /// The values as text, in the order in which the case has them.
  public var arguments: [String] { record.arguments }

  private var record: (code: Diagnostic.Code, arguments: [String]) {
    switch self {
    case .sentenceNotUnderstood(let parcel): (.sentenceNotUnderstood, [parcel])
    case .totalMismatch(let name, let stated, let members):
      (.totalMismatch, [name, "\(stated)", "\(members)"])
    case .countMismatch(let stated, let found): (.countMismatch, ["\(stated)", "\(found)"])
    case .conflictingValues(let parcel, let property, let first, let second):
      (.conflictingValues, [parcel, property, first, second])
    case .codeNotInScheme(let code, let scheme): (.codeNotInScheme, [code, scheme.rawValue])
    case .codeNameMismatch(let code, let printed, let expected, let scheme):
      (.codeNameMismatch, [code, printed, expected, scheme.rawValue])
    case .codeWithoutScheme(let code): (.codeWithoutScheme, [code])
    case .ratioOver100(let parcel, let indicator, let value):
      (.ratioOver100, [parcel, indicator.rawValue, "\(value)"])
    case .emptyInterval(let parcel, let indicator, let lower, let upper):
      (.emptyInterval, [parcel, indicator.rawValue, "\(lower)", "\(upper)"])
    case .documentUnchanged(let document): (.documentUnchanged, [document])
    case .documentNewVersion(let document, let version):
      (.documentNewVersion, [document, "\(version)"])
    case .originalNotKept(let bytes): (.originalNotKept, bytes.map { ["\($0)"] } ?? [])
    case .unreadableFile(let reason): (reason.code, reason.arguments)
    case .unknownColumn(let column): (.unknownColumn, [column])
    case .filledFromAbove(let column, let value): (.filledFromAbove, [column, value])
    case .cellNotUnderstood(let column, let text): (.cellNotUnderstood, [column ?? "", text])
    case .unitMissing(let text): (.unitMissing, [text])
    case .noLandDocument: (.noLandDocument, [])
    case .nothingRead(let document): (.nothingRead, [document])
    case .recognisedText(let confidence): (.recognisedText, ["\(confidence)"])
    case .filesPassedOver(let count, let endings):
      (.filesPassedOver, ["\(count)"] + endings)
    case .figureUnread(let text): (.figureUnread, [text])
    case .figureExplained(let text, let reason): (.figureExplained, [text, reason.rawValue])
    case .numberUncertain(let number, let printed): (.numberUncertain, [number, printed])
    case .partyNotUnderstood(let text): (.partyNotUnderstood, [text])
    case .axesSwapped(let first, let second, let order):
      (.axesSwapped, [first, second, order == .eastingFirst ? "easting" : "northing"])
    case .zonePrefixMissing(let easting, let zone, let source):
      (.zonePrefixMissing, [easting, "\(zone)", source.rawValue])
    case .zoneContradiction(let said, let isWidth, let zone):
      (.zoneContradiction, ["\(said)\(isWidth ? "°" : "")", "\(zone)"])
    case .unitContradiction(let said, let isInDegrees):
      (.unitContradiction, [said, isInDegrees ? "degree" : "metre"])
    case .datumContradiction(let first, let second, let taken):
      (.datumContradiction, [first ?? "", second, taken ?? ""])
    case .coordinateSystemUnknown(let part, let example):
      (.coordinateSystemUnknown, [part.rawValue, example])
    case .coordinatesMixed(let first, let second): (.coordinatesMixed, [first, second])
    case .coordinateSystemRefused(let from, let to): (.coordinateSystemRefused, [from, to])
    case .transformedWithParameters(let from, let to, let name):
      (.transformedWithParameters, [from, to, name])
    case .conversionParametersStated(let text): (.conversionParametersStated, [text])
    case .localGrid(let example): (.localGrid, [example])
    case .anotherCounty(let kilometres): (.anotherCounty, ["\(kilometres)"])
    case .shapeRefused(let name, let reason): (.shapeRefused, [name, reason])
    case .emptyPartsDropped(let name, let count): (.emptyPartsDropped, [name, "\(count)"])
    case .invalidShape(let name, let reason, let x, let y): (.invalidShape, [name, reason, x, y])
    case .shapeRepaired(let name, let reason, let before, let after):
      (.shapeRepaired, [name, reason, "\(before)", "\(after)"])
    case .areaDiffers(let parcel, let stated, let computed):
      (.areaDiffers, [parcel, "\(stated)", "\(computed)"])
    case .areaUnitSuspect(let parcel, let stated, let computed, let ratio):
      (.areaUnitSuspect, [parcel, "\(stated)", "\(computed)", ratio])
    case .boundaryUnmatched(let parcel): (.boundaryUnmatched, [parcel])
    case .boundaryAmbiguous(let parcel, let plans):
      (.boundaryAmbiguous, [parcel, plans.joined(separator: "、")])
    case .boundaryWithoutNumber(let record): (.boundaryWithoutNumber, ["\(record)"])
    case .boundaryNewVersion(let parcel, let version):
      (.boundaryNewVersion, [parcel, "\(version)"])
    case .leadingZeroRestored(let field, let value, let restored):
      (.leadingZeroRestored, [field, value, restored])
    case .valueNotUnderstood(let name, let field, let value):
      (.valueNotUnderstood, [name, field, value])
    case .recordNotUnderstood(let flaw, let text, let record):
      (.recordNotUnderstood, [flaw.rawValue] + [text, record.map { "\($0)" }].compactMap(\.self))
    case .geometryUnexpected(let name, let type): (.geometryUnexpected, [name, type])
    case .layerKept(let layer): (.layerKept, [layer])
    case .noFeatures: (.noFeatures, [])
    case .layerNotChosen(let layers): (.layerNotChosen, [layers.joined(separator: "、")])
    case .moreAlike(let code, let count): (.moreAlike, [code.rawValue, "\(count)"])
    }
  }
}

extension Diagnostic.Unreadable {
  /// The line, where it is known.
  public var line: Int? {
    switch self {
    case .notText(let damage): damage?.line
    case .openQuote(let line): line
    default: nil
    }
  }

  /// The kind: what is cut and what needs a tool have one of their own.
  fileprivate var code: Diagnostic.Code {
    switch self {
    case .truncated, .openQuote, .lacks: .truncatedFile
    case .missingTool: .missingTool
    default: .unreadableFile
    }
  }

  /// The reason's key and what was seen, as programs read them.
  fileprivate var arguments: [String] {
    switch self {
    case .missing: ["missing"]
    case .folder: ["folder"]
    case .notPermitted: ["not_permitted"]
    case .empty: ["empty"]
    case .notText(let damage): ["not_text"] + (damage.map { ["\($0.offset + 1)"] } ?? [])
    case .truncated: []
    case .openQuote: ["\""]
    case .lacks(let sign): [sign]
    case .missingTool(let name, let package): [name, package]
    case .toolFailed(let name, let message): ["tool_failed", name, message]
    case .notOfFormat(let format): ["not_of_format", format]
    case .foreign(let content): ["foreign_\(content.rawValue)"]
    case .unknownEncoding(let name): ["unknown_encoding", name]
    case .severalLayers(let names): ["several_layers", names.joined(separator: ", ")]
    case .noLayer(let name, let known): ["no_layer", name, known.joined(separator: ", ")]
    case .archiveRefused(let flaw, let seen): ["archive_\(flaw.rawValue)", seen]
    case .badExport(let reason): ["bad_export", reason]
    case .geoPackage(.missing, let detail): ["missing", detail].compactMap(\.self)
    case .geoPackage(.notPermitted, let detail): ["not_permitted", detail].compactMap(\.self)
    case .geoPackage(let flaw, let detail):
      ["geopackage_\(flaw.rawValue)", detail].compactMap(\.self)
    case .other(let text): [text]
    }
  }
}
