import ArgumentParser

/// Times one room's work on the layers of a folder and prints what it found as a line of JSON, for
/// `Scripts/benchmark` to hold against the same work by others; `parts` prints a table of parts of the
/// kernel beside the plain way to the same answer.
@main
struct LayerBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layer-benchmark",
    abstract: "Times one piece of work on parcels.gpkg and zones.gpkg of a folder.")

  /// A piece of work.
  enum Job: String, CaseIterable, ExpressibleByArgument {
    case read, overlay, points, coverage, validity, polygon, parts
  }

  @Argument(help: "What is timed.")
  var job: Job

  @Argument(help: "The folder of the layers.")
  var folder: String

  @Option(help: "How often it is done; each time is a line.")
  var runs = 1

  @Option(help: "How many threads; as many as there are cores by default.")
  var threads: Int?

  @Option(help: "For points: x and y of each in turn, as little-endian doubles.")
  var pointsFile: String?

  @Option(help: "For overlay: writes parcel, zone (Int32) and area (Double) of each pair.")
  var pairsFile: String?

  func run() throws {
    guard job != .parts else { return try Parts(folder).run() }
    for _ in 0..<runs {
      let timing =
        switch job {
        case .read: try Timing.read(folder)
        case .overlay: try Timing.overlay(folder, threads: threads, pairsFile: pairsFile)
        case .points: try Timing.points(folder, file: pointsFile, threads: threads)
        case .coverage: try Timing.coverage(folder, threads: threads)
        case .validity: try Timing.validity(folder, threads: threads)
        case .polygon: try Timing.polygon(folder, threads: threads)
        case .parts: Timing()
        }
      print(timing.json(job.rawValue))
    }
  }
}
