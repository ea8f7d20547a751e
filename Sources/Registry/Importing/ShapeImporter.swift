internal import Foundation
internal import Intake
public import Judging
public import Planning
internal import SimpleFeatures
internal import Storage
public import Terms

/// Imports files of shapes into a register, each whole or not at all; without a register it only
/// reads and reports.
public struct ShapeImporter: Sendable {
  private let register: LandRegister?
  private let options: ShapeImportOptions

  /// An importer.
  public init(register: LandRegister?, options: ShapeImportOptions) {
    self.register = register
    self.options = options
  }

  /// Imports one file.
  ///
  /// - Parameter progress: called with the number of shapes so far.
  /// - Throws: ``RegisterError`` where the register cannot be written, `reservedName` where a layer
  ///   cannot be called so. A file that cannot be read or
  ///   whose coordinates cannot be told is no error but a refused result.
  public func run(
    _ file: ShapeFile, progress: (Int) -> Void = { _ in }
  ) async throws -> ShapeImportResult {
    if let name = options.layerName, ReservedLayerName.holds(name) {
      throw RegisterError(.reservedName, seen: name)
    }
    var outcome = ShapeImportOutcome(file: file.name, quality: options.quality ?? .mapped)
    outcome.layer = options.layerName
    outcome.role = options.layerName.map { options.role ?? LayerRole.named($0) }
    do {
      let reading = ShapeReading(
        file: file, readable: try await file.readable(options), options: options,
        register: try register?.imports.extent())
      let diagnostics = try store(reading, &outcome, progress)
      return ShapeImportResult(outcome: outcome, diagnostics: diagnostics, isRefused: false)
    } catch let refusal as ShapeRefusedFile {
      return ShapeImportResult(
        outcome: outcome, diagnostics: refusal.diagnostics, isRefused: true)
    } catch let error as IntakeError {
      return ShapeImportResult(
        outcome: outcome, diagnostics: [SourceReader.diagnostic(error)], isRefused: true)
    } catch let fault as GeoPackageFault {
      return ShapeImportResult(
        outcome: outcome, diagnostics: [ShapeImporter.diagnostic(fault, file.name)],
        isRefused: true)
    }
  }

  /// Reads and encodes on one thread and stores on another.
  private func store(
    _ reading: ShapeReading, _ outcome: inout ShapeImportOutcome, _ progress: (Int) -> Void
  ) throws -> [Diagnostic] {
    let pipe = BatchPipe<ShapePiece>()
    let isEncoded = register != nil && options.layerName == nil
    pipe.start { pipe in
      let told = try reading.run { read in
        var batch = read
        if isEncoded { try batch.encode() }
        try pipe.send(.batch(batch))
      }
      try pipe.send(.end(told))
    }
    defer { pipe.close() }
    // While the first stretches are read.
    let source = SourceFile(
      name: reading.file.name, sha256: try reading.file.digest(),
      extractor: DocumentIntake.extractor)
    let first: ShapeBatch
    switch try pipe.next() {
    case .batch(let batch): first = batch
    case .end(let told): throw ShapeRefusedFile(nothingIn: source.name, told)
    case nil: throw ShapeRefusedFile(nothingIn: source.name, [])
    }
    outcome.quality = first.facts.quality
    outcome.crs = "EPSG:\(first.placing.epsg)"
    var stream = ShapeStream(
      first: first, pipe: pipe, expected: reading.file.featureEstimate)
    if let register {
      if options.layerName == nil {
        try register.imports.boundaries(&stream, from: source, options, &outcome, progress)
      } else {
        try register.imports.layer(&stream, from: source, options, &outcome, progress)
      }
    } else {
      while let batch = try stream.next() {
        outcome.count(batch)
        progress(stream.count)
      }
    }
    return stream.diagnostics
  }
}

extension ShapeImporter {
  static func diagnostic(_ fault: GeoPackageFault, _ file: String) -> Diagnostic {
    Diagnostic(.unreadableFile(.geoPackage(fault.kind, fault.detail)), .error, file: file)
  }
}

extension ShapeRefusedFile {
  /// A file without shapes, with what was said of it.
  init(nothingIn file: String, _ told: [Diagnostic]) {
    self.init(diagnostics: told + [Diagnostic(.noFeatures, .error, file: file)])
  }
}

/// What goes through the pipe: stretches, and last what to know about the file.
enum ShapePiece: Sendable {
  case batch(ShapeBatch)
  case end([Diagnostic])
}

/// What the user knows about a file of shapes.
public struct ShapeImportOptions: Sendable {
  /// The layer they go into; `nil` where they are boundaries of parcels.
  public var layerName: String?
  /// What that layer stands for; by default what its name says, else `other`.
  public var role: LayerRole?
  /// The EPSG code of the coordinates, where the file does not tell.
  public var epsg: Int?
  /// Whether invalid shapes are mended.
  public var repairs = false
  /// How good the shapes are; by default what the file says.
  public var quality: BoundaryQuality?
  /// The plan that the boundaries belong to.
  public var plan: String?
  /// The county, where the file does not name it.
  public var county: String?
  /// The day from which they hold; by default the file's own date.
  public var date: CalendarDate?
  /// The scheme of the land-use codes among the attributes.
  public var scheme: LandUseScheme?
  /// The layer to read of a file that has several.
  public var sourceLayer: String?
  /// Names of attributes mapped to names the reader knows.
  public var columns: [String: String] = [:]
  /// The bureau's own transformation parameters.
  public var transformations: [LocalTransformation] = []

  /// Nothing is known.
  public init() {}
}

/// What one file of shapes gave.
public struct ShapeImportResult: Sendable {
  /// What was done.
  public var outcome: ShapeImportOutcome
  /// What to know about it, in the order of the file.
  public var diagnostics: [Diagnostic]
  /// Whether nothing of the file went in.
  public var isRefused: Bool

  /// A result.
  public init(outcome: ShapeImportOutcome, diagnostics: [Diagnostic], isRefused: Bool) {
    self.outcome = outcome
    self.diagnostics = diagnostics
    self.isRefused = isRefused
  }
}

/// A file of shapes of which nothing can go in; the diagnostics say why.
struct ShapeRefusedFile: Error {
  let diagnostics: [Diagnostic]
}
