public import Foundation

/// The built program `yulin`, run in a folder of its own.
///
/// Each run starts from a bare environment: English messages, no register named, no terminal.
public struct BuiltProgram: Sendable {
  /// What one run said and how it ended.
  public struct Outcome: Sendable {
    /// What it wrote to standard output.
    public let output: String
    /// What it wrote to standard error.
    public let errors: String
    /// Its exit status; 128 + n where signal n ended it.
    public let status: Int32
  }

  /// Why the program could not be run.
  public struct NotBuilt: Error, CustomStringConvertible {
    let places: [String]

    /// The failure as the test log shows it.
    public var description: String {
      "yulin is not built: looked at \(places.joined(separator: ", "))"
    }
  }

  /// The folder it runs in.
  public let folder: TemporaryFolder
  let executable: URL

  /// The program beside the running tests, in a fresh folder.
  public init(in folder: TemporaryFolder? = nil) throws {
    let tests = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
      .resolvingSymlinksInPath().deletingLastPathComponent()
    let places = [
      tests.appendingPathComponent("yulin"),
      Repository.root.appendingPathComponent(".build/debug/yulin"),
      Repository.root.appendingPathComponent(".build/release/yulin"),
    ]
    guard let found = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) })
    else { throw NotBuilt(places: places.map(\.path)) }
    executable = found
    self.folder = try folder ?? TemporaryFolder()
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: what follows the program's name.
  ///   - input: what it reads from standard input; nothing when `nil`.
  ///   - environment: variables added to the bare environment.
  ///   - output: where standard output goes instead of into the outcome.
  public func run(
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:],
    output: FileHandle? = nil
  ) throws -> Outcome {
    try run(executable, arguments, input: input, environment: environment, output: output)
  }

  /// Runs a line of bash, in which `yulin` is the built program.
  public func runShell(_ line: String, environment: [String: String] = [:]) throws -> Outcome {
    let bash = URL(fileURLWithPath: "/bin/bash")
    return try run(bash, ["-c", line], input: nil, environment: environment, output: nil)
  }

  private func run(
    _ executable: URL, _ arguments: [String], input: String?, environment: [String: String],
    output: FileHandle?
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    let inherited = ProcessInfo.processInfo.environment
    let own = self.executable.deletingLastPathComponent().path
    var variables = ["PATH": "\(own):\(inherited["PATH"] ?? "")", "LC_ALL": "C.UTF-8"]
    variables["LD_LIBRARY_PATH"] = inherited["LD_LIBRARY_PATH"]
    variables.merge(environment) { $1 }
    process.environment = variables

    // Files, not pipes: a program that says more than a pipe holds cannot block.
    let streams = try TemporaryFolder()
    let outputPath = try streams.write("", to: "output")
    let errorPath = try streams.write("", to: "errors")
    let inputPath = try streams.write(input ?? "", to: "input")
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: inputPath))
    process.standardOutput =
      try output ?? FileHandle(forWritingTo: URL(fileURLWithPath: outputPath))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errorPath))
    try process.run()
    process.waitUntilExit()
    let signalled = process.terminationReason == .uncaughtSignal
    return Outcome(
      output: try streams.text("output"), errors: try streams.text("errors"),
      status: process.terminationStatus + (signalled ? 128 : 0))
  }

  /// Runs the program to its end.
  public func run(_ arguments: String...) throws -> Outcome { try run(arguments) }
}
