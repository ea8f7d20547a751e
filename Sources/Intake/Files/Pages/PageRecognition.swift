import Foundation
import Planning

/// Reads pictures of pages through tesseract, pages of a PDF through pdftoppm first.
struct PageRecognition {
  private let file: String
  private let converter: Converter
  /// Dots to the inch of a page made into a picture: small print needs as many.
  private static let resolution = 300.0

  init(file: String) {
    self.file = file
    converter = Converter(file: file)
  }

  /// The pages with the words recognised, and how sure the machine was on the average, from 0 to 1.
  func pages(
    of path: String, _ format: SourceFormat
  ) async throws -> (pages: [DocumentPage], confidence: Double) {
    var pictures = [path]
    var folder: URL?
    defer { if let folder { try? FileManager.default.removeItem(at: folder) } }
    if format == .pdf {
      let made = FileManager.default.temporaryDirectory
        .appendingPathComponent("yulin-pages-\(UUID().uuidString)")
      try FileManager.default.createDirectory(
        at: made, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      folder = made
      _ = try await converter.run(
        "pdftoppm", package: "poppler-utils",
        [
          "-r", "\(Int(Self.resolution))", "-gray", "-png", path,
          made.appendingPathComponent("page").path,
        ], limits: Converter.Limits(seconds: 600, memory: 4 << 30, fileSize: 256 << 20))
      let names = try FileManager.default.contentsOfDirectory(atPath: made.path).sorted()
      pictures = names.map { made.appendingPathComponent($0).path }
    }
    var pages: [DocumentPage] = []
    var (sum, count) = (0.0, 0)
    for picture in pictures {
      let outcome = try await converter.run(
        "tesseract", package: "tesseract-ocr tesseract-ocr-chi-sim",
        [picture, "stdout", "-l", "chi_sim", "--psm", "3", "tsv"],
        environment: ["OMP_THREAD_LIMIT": "2"],
        limits: Converter.Limits(seconds: 300, memory: 4 << 30))
      let page = Self.page(String(decoding: outcome.output, as: UTF8.self), isScan: format == .pdf)
      pages += page.pages
      sum += page.sum
      count += page.count
    }
    guard count > 0 else { throw IntakeError(.foreign(.blank), file: file) }
    return (pages, sum / Double(count) / 100)
  }

  /// The words in a table of tesseract, and the sum of how sure it was of each character.
  private static func page(
    _ table: String, isScan: Bool
  ) -> (pages: [DocumentPage], sum: Double, count: Int) {
    var pages: [DocumentPage] = []
    var (sum, count) = (0.0, 0)
    var scale = 72 / resolution
    for line in table.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count >= 11, let level = Int(cells[0]) else { continue }
      let place = cells[6...10].compactMap { Double($0) }
      guard place.count == 5 else { continue }
      if level == 1 {
        // Of a picture alone the resolution is unknown: it is taken for a sheet of A4.
        if !isScan, place[2] > 0 { scale = 595 / place[2] }
        pages.append(DocumentPage(width: place[2] * scale, height: place[3] * scale))
      }
      guard level == 5, cells.count >= 12, place[4] >= 0, !pages.isEmpty else { continue }
      let text = TableFinder.trimmed(cells[11].unicodeScalars)
      guard !text.isEmpty else { continue }
      let box = PageBox(
        left: place[0] * scale, top: place[1] * scale, right: (place[0] + place[2]) * scale,
        bottom: (place[1] + place[3]) * scale)
      pages[pages.count - 1].words.append(PageWord(text: text, box: box))
      sum += place[4] * Double(text.count)
      count += text.count
    }
    return (pages, sum, count)
  }
}
