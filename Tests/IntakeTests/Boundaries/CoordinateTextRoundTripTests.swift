import Exchange
import Intake
import Planning
import SimpleFeatures
import Testing

/// What is written is read as it was.
struct CoordinateTextRoundTripTests {
  private typealias Reading = CoordinateTextReading

  private static func written(
    _ table: FeatureTable, _ options: CoordinateTextOptions
  ) throws -> [UInt8] {
    let output = Output()
    var writer = CoordinateTextWriter(options) { output.bytes += $0 }
    try writer.write(table)
    try writer.finish()
    #expect(writer.omittedFields.isEmpty && writer.changedAttributes == 0)
    return output.bytes
  }

  private final class Output {
    var bytes: [UInt8] = []
  }

  /// The only batch that was read, easting first.
  private static func read(_ bytes: [UInt8], _ dialect: CoordinateTextDialect) throws -> Reading {
    var reading = try Reading(bytes)
    #expect(reading.findings.isEmpty)
    #expect(reading.batches.count == 1)
    guard !dialect.isInDegrees, var table = reading.batches.first else { return reading }
    var xy = table.shapes.xy
    for index in stride(from: 0, to: xy.count, by: 2) { xy.swapAt(index, index + 1) }
    table.shapes.replaceCoordinates(with: xy)
    reading.batches = [table]
    return reading
  }

  private static func attributes(_ table: FeatureTable) -> [[String?]] {
    (0..<table.count).map { feature in
      CoordinateTextField.allCases.map { table.field($0.rawValue)?.values[feature].text }
    }
  }

  private static let cases = CoordinateTextDialect.allCases.flatMap { dialect in
    (0..<6).map { (dialect, UInt64($0)) }
  }

  @Test(arguments: cases)
  func inTheOrderGivenEverythingComesBack(
    _ dialect: CoordinateTextDialect, _ seed: UInt64
  ) throws {
    var parcels = SeededParcels(dialect, seed: seed)
    let table = parcels.table(12)
    var options = CoordinateTextOptions(dialect)
    options.keepsPointOrder = true
    let reading = try Self.read(Self.written(table, options), dialect)
    #expect(reading.table.shapes == table.shapes)
    #expect(Self.attributes(reading.table) == Self.attributes(table))
    // Of 土地整治 and 报省部标 the first parcel tells the dialect; of the others too.
    #expect(reading.dialect == dialect)
  }

  @Test(arguments: cases)
  func inTheFormatsOrderTheShapesAreTheSame(
    _ dialect: CoordinateTextDialect, _ seed: UInt64
  ) throws {
    var parcels = SeededParcels(dialect, seed: seed)
    let table = parcels.table(12)
    let options = CoordinateTextOptions(dialect)
    let bytes = try Self.written(table, options)
    let reading = try Self.read(bytes, dialect)
    let shapes = reading.table.shapes
    #expect(shapes.ringOffsets == table.shapes.ringOffsets)
    #expect(shapes.partOffsets == table.shapes.partOffsets && shapes.types == table.shapes.types)
    for feature in 0..<table.count {
      for (old, new) in zip(table.shapes.rings(of: feature), shapes.rings(of: feature)) {
        let (before, after) = (
          Self.ring(table.shapes, table.shapes.vertices(ofRing: old)),
          Self.ring(shapes, shapes.vertices(ofRing: new))
        )
        #expect(Set(before) == Set(after) && before.count == after.count)
        #expect(RingMeasure.signedArea(shapes.xy, shapes.vertices(ofRing: new)) < 0)
      }
    }
    #expect(Self.attributes(reading.table) == Self.attributes(table))
    var again = reading.table
    again.coordinateSystem = table.coordinateSystem
    var keeping = options
    keeping.keepsPointOrder = true
    #expect(try Self.written(again, keeping) == bytes)
  }

  private static func ring(_ shapes: GeometryColumn, _ vertices: Range<Int>) -> [[Double]] {
    vertices.dropLast().map { [shapes.xy[2 * $0], shapes.xy[2 * $0 + 1]] }
  }

  @Test func aFileThatWasReadIsWrittenAsItWas() throws {
    let text =
      "[项目信息]\n项目名称=城北一期\n"
      + Reading.file(
        "15,1.5,A-1,某某公司,面,I49,商服用地,05H1,@",
        [
          Reading.square(37_517_000, 4_135_000), Reading.square(37_517_500, 4_135_000, ring: 2),
          Reading.square(37_517_020, 4_135_020, ring: 3, first: 12, size: 50),
        ].joined(separator: "\n"))
    let reading = try Self.read(Array(text.utf8), .landSupply)
    var options = CoordinateTextOptions(.landSupply)
    options.header = reading.header
    options.encoding = .utf8
    options.keepsPointOrder = true
    let bytes = try Self.written(reading.table, options)
    #expect(String(decoding: bytes, as: UTF8.self) == text.replacing("\n", with: "\r\n"))
  }

  @Test func statedHectaresAreTheShoelaceToASquareMetre() throws {
    for seed in UInt64(0)..<8 {
      var parcels = SeededParcels(.landSupply, seed: seed)
      var table = parcels.table(8)
      table.fields.removeAll { $0.name == CoordinateTextField.area.rawValue }
      let bytes = try Self.written(table, CoordinateTextOptions(.landSupply))
      let reading = try Self.read(bytes, .landSupply)
      for parcel in 0..<8 {
        let stated = try #require(reading.text(.area, parcel).flatMap(CoordinateTextArea.init))
        let area = reading.table.shapes.planeArea(of: parcel)
        #expect(abs((stated.squareMetres ?? 0) - area) <= 0.5 + 1e-6)
      }
    }
    // A file of Hangzhou: 5.7089 ha printed, 57 089.469 m² by its points.
    #expect(abs((CoordinateTextArea("5.7089")?.squareMetres ?? 0) - 57_089.469) <= 0.5)
  }
}
