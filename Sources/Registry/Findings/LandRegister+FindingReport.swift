public import Answers
public import Exchange
public import Planning
internal import Projection
internal import Storage
public import Terms

extension LandRegister {
  /// Writes a report of a check as a page of HTML, with a drawing of each finding that has a shape.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - moment: the moment that was asked about.
  ///   - language: the page's language.
  ///   - options: how long it may become, and the command that repeats it; documents and files are
  ///     filled in from the register.
  ///   - sink: takes the bytes in order.
  /// - Throws: ``RegisterError``, ``ShapeExportFault``, and what `sink` throws.
  public func writePage(
    of report: CheckReport, at moment: Moment = .now, _ language: Language,
    _ options: CheckReportPage.Options = CheckReportPage.Options(),
    to sink: ([UInt8]) throws -> Void
  ) throws {
    var options = options
    if let epsg = report.epsg { options.isGeographic = !(try Systems.system(epsg).isProjected) }
    try store.read { reader in
      options.sources = try reader.publicationSources(at: moment)
      let surroundings = FindingSurroundings(reader, report, isOfNow: moment.isNow)
      try CheckReportPage(report, language, options)
        .write(context: surroundings.context, to: sink)
    }
  }
}
