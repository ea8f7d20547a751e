import Characters
import Foundation
@testable import Intake
import Planning
import SimpleFeatures
import TestSupport
import Testing

/// Whether the programs are here.
enum ForeignTools {
  static let areHere = ["ogr2ogr", "ogrinfo", "prlimit"].allSatisfy { tool in
    ["/usr/bin/", "/usr/local/bin/", "/bin/"].contains {
      FileManager.default.isExecutableFile(atPath: $0 + tool)
    }
  }
}

/// Files are made by ogr2ogr here, converted, and looked at as GeoJSON with full digits.
@Suite("Formats of other programs", .enabled(if: ForeignTools.areHere, "no gdal-bin here"))
struct ForeignFormatTests {
  private static let source = """
    {"type":"FeatureCollection","name":"dk",
    "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4525"}},"features":[
    {"type":"Feature","properties":{"DKBH":"城北-01","YDMC":"二类城镇住宅用地"},"geometry":
    {"type":"Polygon","coordinates":[[[37517720.123,4135373.062],[37517720.123,4135473.0625],
    [37517820.456,4135473.0625],[37517720.123,4135373.062]]]}},
    {"type":"Feature","properties":{"DKBH":"城北-02","YDMC":"商业用地"},"geometry":
    {"type":"Polygon","coordinates":[[[37518720,4135373],[37518720,4135473],[37518820,4135473],
    [37518720,4135373]]]}}]}
    """

  @discardableResult
  private func tool(_ name: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  /// Makes a file of a format from the literal above.
  private func make(
    _ driver: String, _ name: String, in folder: TemporaryFolder, _ options: [String] = []
  ) throws -> String {
    let source = try folder.write(Self.source, to: "dk.geojson")
    let path = folder.path(name)
    try tool("ogr2ogr", ["-f", driver, path, source] + options)
    return path
  }

  /// What ogrinfo prints of each feature: values, and the shape with all digits.
  private func printed(_ file: ConvertedFile) throws -> String {
    try tool("ogrinfo", ["-ro", "-q", file.path, file.layer])
  }

  private func numbers(_ file: ConvertedFile) throws -> [String] {
    try printed(file).split(separator: "\n").compactMap { line in
      line.range(of: "DKBH (String) = ").map { String(line[$0.upperBound...]) }
    }
  }

  @Test(
    "Each format keeps numbers, names and coordinates",
    arguments: [
      ("ESRI Shapefile", "a.shp", ForeignFormat.shapefile),
      ("OpenFileGDB", "a.gdb", .fileGeodatabase),
      ("MapInfo File", "a.mif", .mapInfo),
    ])
  func formats(_ driver: String, _ name: String, _ format: ForeignFormat) async throws {
    let folder = try TemporaryFolder()
    let path = try make(
      driver, name, in: folder, name == "a.shp" ? ["-lco", "ENCODING=UTF-8"] : [])
    let file = try await ForeignFormat.convert(path, name: name)
    #expect(file.format == format)
    #expect(try numbers(file) == ["城北-01", "城北-02"])
    // A geodatabase keeps coordinates on a grid of a tenth of a millimetre.
    let digits = format == .fileGeodatabase ? "37517820.45" : "37517820.456 4135473.0625"
    #expect(try printed(file).contains(digits))
    #expect(try printed(file).contains("OGRFeature(\(file.layer)):2"))
    let system = try tool("ogrinfo", ["-ro", "-so", file.path, file.layer])
    #expect(system.contains(format == .mapInfo ? "Transverse Mercator" : "4525"))
  }

  @Test("A drawing and KML come in with what they have")
  func drawingAndKML() async throws {
    let folder = try TemporaryFolder()
    let kml = try make(
      "LIBKML", "a.kml", in: folder, ["-t_srs", "EPSG:4326", "-nln", "dk"])
    let file = try await ForeignFormat.convert(kml, name: "a.kml")
    #expect(file.format == .kml)
    #expect(try numbers(file) == ["城北-01", "城北-02"])
    let kmz = try make(
      "LIBKML", "a.kmz", in: folder, ["-t_srs", "EPSG:4326", "-nln", "dk"])
    #expect(try await ForeignFormat.convert(kmz).layers == ["dk"])

    let drawing = """
      0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1009\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n0\nLWPOLYLINE\n8\n红线\n90\n4\n70\n1\n10\n37517720.123\n20\n4135373.062
      10\n37517820.123\n20\n4135373.062\n10\n37517820.123\n20\n4135473.062\n10\n37517720.123
      20\n4135473.062\n0\nENDSEC\n0\nEOF\n
      """
    #expect(try await ForeignFormat.convert(kmz).encoding == nil)
    let lines = drawing.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let dxf = try folder.write(lines.joined(separator: "\n") + "\n", to: "a.dxf")
    let read = try await ForeignFormat.convert(dxf)
    let text = try printed(read)
    #expect(text.contains("LINESTRING (37517720.123 4135373.062"))
    #expect(text.contains("Layer (String) = 红线"))
    let legacy = lines.joined(separator: "\n").replacing("红线", with: "HX")
    var bytes = Data(legacy.utf8)
    while let place = bytes.range(of: Data("HX".utf8)) {
      bytes.replaceSubrange(place, with: [0xBA, 0xEC, 0xCF, 0xDF])
    }
    let old = try await ForeignFormat.convert(
      try folder.write(bytes + Data("\n".utf8), to: "b.dxf"))
    #expect(old.encoding == TextEncodingFinding(name: "GB18030", origin: .tried))
    #expect(try printed(old).contains("Layer (String) = 红线"))
  }

  @Test("A .dbf in GBK is read with its .cpg, without it, and against a wrong one")
  func encodings() async throws {
    let folder = try TemporaryFolder()
    let path = try make("ESRI Shapefile", "a.shp", in: folder, ["-lco", "ENCODING=GBK"])
    let stated = try await ForeignFormat.convert(path)
    #expect(stated.encoding?.origin == .stated)
    #expect(try numbers(stated) == ["城北-01", "城北-02"])
    try FileManager.default.removeItem(atPath: folder.path("a.cpg"))
    let tried = try await ForeignFormat.convert(path)
    #expect(tried.encoding == TextEncodingFinding(name: "GB18030", origin: .tried))
    #expect(try numbers(tried) == ["城北-01", "城北-02"])
    try folder.write("UTF-8", to: "a.cpg")
    #expect(try numbers(try await ForeignFormat.convert(path)) == ["城北-01", "城北-02"])
    var options = ForeignFormat.Options()
    options.encoding = "CP936"
    let said = try await ForeignFormat.convert(path, options: options)
    #expect(said.encoding?.origin == .option)

    let unicode = try make("ESRI Shapefile", "b.shp", in: folder, ["-lco", "ENCODING=UTF-8"])
    try FileManager.default.removeItem(atPath: folder.path("b.cpg"))
    let read = try await ForeignFormat.convert(unicode)
    #expect(read.encoding == TextEncodingFinding(name: "UTF-8", origin: .tried))
    #expect(try numbers(read) == ["城北-01", "城北-02"])
  }

  @Test("A character cut off by a field's width does not hide UTF-8, and GBK is none")
  func samples() {
    #expect(UTF8Sample.isValid(Array("城北,\"a\"\n".utf8)))
    #expect(UTF8Sample.isValid(Array("城北".utf8.dropLast()) + Array("\",b\n".utf8)))
    #expect(!UTF8Sample.isValid([0xB3, 0xC7, 0xB1, 0xB1, 0x0A]))
    #expect(!UTF8Sample.isValid([0xE3, 0x41, 0x80]))
    #expect(UTF8Sample.isValid([]))
  }

  @Test("A zipped Shapefile is read in place; of several one must be named")
  func archives() async throws {
    let folder = try TemporaryFolder()
    _ = try make("ESRI Shapefile", "地块.shp", in: folder, ["-lco", "ENCODING=GBK"])
    try FileManager.default.removeItem(atPath: folder.path("地块.cpg"))
    let parts = try folder.names().filter { $0.hasPrefix("地块.") }
    let first = try ZipWriter.archive(
      parts.map { ("下发/\($0)", try Data(contentsOf: folder.url.appendingPathComponent($0))) })
    let path = try folder.write(first, to: "a.zip")
    let file = try await ForeignFormat.convert(path)
    #expect(file.format == .shapefile)
    #expect(try numbers(file) == ["城北-01", "城北-02"])

    let two = try ZipWriter.archive(
      ["a", "b"].flatMap { stem in
        try parts.map {
          (
            $0.replacing("地块", with: stem),
            try Data(contentsOf: folder.url.appendingPathComponent($0))
          )
        }
      })
    let both = try folder.write(two, to: "b.zip")
    await #expect(throws: IntakeError(.severalLayers(["a", "b"]), file: "b.zip")) {
      _ = try await ForeignFormat.convert(both, name: "b.zip")
    }
    var options = ForeignFormat.Options()
    options.layer = "b"
    #expect(try await ForeignFormat.convert(both, options: options).layer == "b")
  }

  @Test("Archives that would unpack to too much or beside their place are refused unopened")
  func hostileArchives() async throws {
    let folder = try TemporaryFolder()
    func refusal(_ entries: [ZipWriter.Entry]) async throws -> Diagnostic.Unreadable? {
      let path = try folder.write(ZipWriter.archive(entries), to: "x.zip")
      do { _ = try await ForeignFormat.convert(path) } catch let error as IntakeError {
        return error.reason
      }
      return nil
    }
    let bomb = ZipWriter.Entry("a.shp", Data([0]), size: 4_000_000_000)
    #expect(
      try await refusal([bomb, bomb, bomb]) == .archiveRefused(.tooLarge, seen: "12000000000"))
    #expect(try await refusal([bomb]) == .archiveRefused(.ratio, seen: "4000000000"))
    #expect(
      try await refusal([ZipWriter.Entry("../a.shp", Data([0]))])
        == .archiveRefused(.path, seen: "../a.shp"))
    #expect(
      try await refusal([ZipWriter.Entry("a.shp", Data("/etc/passwd".utf8), mode: 0o120777)])
        == .archiveRefused(.link, seen: "a.shp"))
    #expect(
      try await refusal((0...10_000).map { ZipWriter.Entry("\($0)", Data()) })
        == .archiveRefused(.tooManyFiles, seen: "10001"))
    let whole = ZipWriter.archive([ZipWriter.Entry("a.shp", Data(count: 500))])
    for length in [0, 10, 60, whole.count - 30, whole.count - 1] {
      let path = try folder.write(whole.prefix(length), to: "cut.zip")
      await #expect(throws: IntakeError(.truncated, file: "cut.zip")) {
        _ = try await ForeignFormat.convert(path, name: "cut.zip")
      }
    }
  }

  @Test("A file that breaks off, or is not what its name says, is refused")
  func hostileFiles() async throws {
    let folder = try TemporaryFolder()
    let path = try make("ESRI Shapefile", "a.shp", in: folder)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for length in [50, 100, 200, bytes.count - 1] {
      try bytes.prefix(length).write(to: URL(fileURLWithPath: path))
      await #expect(throws: IntakeError(.truncated, file: "a.shp"), "\(length)") {
        _ = try await ForeignFormat.convert(path, name: "a.shp")
      }
    }
    // Its length made to fit, so that only the converter can see it.
    var cut = bytes.prefix(200)
    cut.replaceSubrange(24..<28, with: [0, 0, 0, 100])
    try Data(cut).write(to: URL(fileURLWithPath: path))
    await #expect(throws: IntakeError.self) { _ = try await ForeignFormat.convert(path) }

    let secret = try folder.write("id,secret\n1,x\n", to: "secret.csv")
    let virtual = """
      <OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource>\(secret)</SrcDataSource>
      </OGRVRTLayer></OGRVRTDataSource>
      """
    for name in ["v.shp", "v.kml", "v.dxf", "v.tab", "v.mif"] {
      let path = try folder.write(virtual, to: name)
      await #expect(throws: IntakeError.self, "\(name)") {
        _ = try await ForeignFormat.convert(path)
      }
    }
    let inside = try folder.write(
      ZipWriter.archive([ZipWriter.Entry("v.shp", Data(virtual.utf8))]), to: "v.zip")
    await #expect(throws: IntakeError.self) { _ = try await ForeignFormat.convert(inside) }
    await #expect(throws: IntakeError(.missing, file: "none.shp")) {
      _ = try await ForeignFormat.convert(folder.path("none.shp"), name: "none.shp")
    }
  }

  @Test("A KML reaches neither other files nor the network")
  func hostileKML() async throws {
    let folder = try TemporaryFolder()
    try folder.write("SECRET", to: "secret.txt")
    let kml = """
      <?xml version="1.0"?><!DOCTYPE kml [<!ENTITY x SYSTEM "file://\(folder.path("secret.txt"))">]>
      <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>dk</name>
      <NetworkLink><Link><href>http://127.0.0.1:9/a.kml</href></Link></NetworkLink>
      <Placemark><name>a&x;</name><Point><coordinates>111,37</coordinates></Point></Placemark>
      </Document></kml>
      """
    let path = try folder.write(kml, to: "a.kml")
    do {
      let file = try await ForeignFormat.convert(path)
      #expect(try !tool("ogrinfo", ["-ro", "-q", "-al", file.path]).contains("SECRET"))
    } catch is IntakeError {}
  }

  @Test("A link that leads out of a geodatabase is refused")
  func hostileFolder() async throws {
    let folder = try TemporaryFolder()
    let path = try make("OpenFileGDB", "a.gdb", in: folder)
    try folder.write("x", to: "outside")
    try FileManager.default.createSymbolicLink(
      atPath: path + "/link.gdbtable", withDestinationPath: folder.path("outside"))
    await #expect(throws: IntakeError(.archiveRefused(.link, seen: "link.gdbtable"), file: "a")) {
      _ = try await ForeignFormat.convert(path, name: "a")
    }
  }

  @Test("A missing tool is named with its package; too little time or memory is an error")
  func limits() async throws {
    let folder = try TemporaryFolder()
    let path = try make("ESRI Shapefile", "a.shp", in: folder)
    let bin = folder.url.appendingPathComponent("bin")
    try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
    for tool in ["prlimit", "timeout"] {
      try FileManager.default.createSymbolicLink(
        atPath: bin.appendingPathComponent(tool).path, withDestinationPath: "/usr/bin/\(tool)")
    }
    var options = ForeignFormat.Options()
    options.environment = ["PATH": bin.path]
    await #expect(
      throws: IntakeError(.missingTool(name: "ogrinfo", package: "gdal-bin"), file: "a.shp")
    ) { _ = try await ForeignFormat.convert(path, name: "a.shp", options: options) }
    options = ForeignFormat.Options()
    options.memory = 30 << 20
    await #expect(throws: IntakeError.self) {
      _ = try await ForeignFormat.convert(path, options: options)
    }
  }

  @Test("The converted file goes away with its value")
  func temporary() async throws {
    let folder = try TemporaryFolder()
    let path = try make("ESRI Shapefile", "a.shp", in: folder)
    var file: ConvertedFile? = try await ForeignFormat.convert(path)
    let converted = try #require(file?.path)
    #expect(FileManager.default.fileExists(atPath: converted))
    file = nil
    #expect(!FileManager.default.fileExists(atPath: converted))
  }

  @Test("Closed lines become areas where that is asked, open ones stay")
  func closedLines() {
    var table = FeatureTable(name: "entities")
    let ring = [0.0, 0, 1, 0, 1, 1, 0, 0]
    table.shapes.append(
      Geometry(.lineString, xy: ring, ringOffsets: [0, 4], partOffsets: [0, 1]))
    table.shapes.append(
      Geometry(.lineString, xy: [0, 0, 1, 0, 1, 1], ringOffsets: [0, 3], partOffsets: [0, 1]))
    table.shapes.append(nil)
    table.shapes.append(Geometry(polygon: [ring]))
    let (areas, count) = ClosedLines.asPolygons(table)
    #expect(count == 1)
    #expect(areas.shapes.types == [.polygon, .lineString, nil, .polygon])
    #expect(areas.shapes[0] == Geometry(polygon: [ring]))
  }
}
