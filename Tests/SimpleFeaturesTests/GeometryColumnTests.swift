import SimpleFeatures
import Testing

@Suite struct GeometryColumnTests {
  @Test func aShapeComesBackAsItWentIn() {
    var column = GeometryColumn()
    let square = Geometry(polygon: [
      [0, 0, 1, 0, 1, 1, 0, 0], [0.2, 0.1, 0.3, 0.1, 0.3, 0.2, 0.2, 0.1],
    ])
    column.append(Geometry(pointX: 5, y: 6))
    column.append(nil)
    column.append(square)
    column.append(Geometry(empty: .polygon))
    #expect(column.count == 4)
    #expect(column[0] == Geometry(pointX: 5, y: 6))
    #expect(column[1] == nil)
    #expect(column[2] == square)
    #expect(column[3] == Geometry(empty: .polygon))
    #expect(column.envelope == Envelope(minX: 0, minY: 0, maxX: 5, maxY: 6))
  }
}
