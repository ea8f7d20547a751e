import Foundation
import SimpleFeatures
import Testing
import Topology

#if canImport(Glibc)
  import Glibc
#endif

/// The 18 calls that kill GEOS 3.11.1 or that it never ends, each in a process of its own. A signal or
/// more than two seconds fails the test; so does an answer that is not the right one.
struct CrashTests {
  @Test func unaryUnionOfACollectionWithAnEmptyPoint() async {
    await #expect(processExitsWith: .success) {
      try ends { try #expect($0.unaryUnion(Hostile.collectionWithEmptyPoint).partCount == 1) }
    }
  }

  @Test func pointOnSurfaceOfPointsWithAnEmptyPart() async {
    await #expect(processExitsWith: .success) {
      try ends { try #expect($0.pointOnSurface(Hostile.pointsWithEmptyPart).xy == [1, 1]) }
    }
  }

  @Test func pointOnSurfaceOfLinesWithAnEmptyPart() async {
    await #expect(processExitsWith: .success) {
      try ends { try #expect(!$0.pointOnSurface(Hostile.linesWithEmptyPart).isEmpty) }
    }
  }

  @Test func nodeOfLinesWithAnEmptyPart() async {
    await #expect(processExitsWith: .success) {
      try ends { try #expect($0.noded(Hostile.linesWithEmptyPart).partCount == 1) }
    }
  }

  @Test func nodeOfPolygonsWithAnEmptyPart() async {
    await #expect(processExitsWith: .success) {
      try ends { try #expect(!$0.noded(Hostile.polygonsWithEmptyPart).isEmpty) }
    }
  }

  @Test func nodeOfACollectionWithAnEmptyLine() async {
    await #expect(processExitsWith: .success) {
      try ends {
        try #expect($0.noded(Hostile.collection(with: .lineString)).partCount == 1)
      }
    }
  }

  @Test func nodeOfACollectionWithAnEmptyPolygon() async {
    await #expect(processExitsWith: .success) {
      try ends {
        try #expect($0.noded(Hostile.collection(with: .polygon)).partCount == 1)
      }
    }
  }

  @Test func isSimpleOfPointsWithAnEmptyPart() async {
    await #expect(processExitsWith: .success) {
      try ends { try #expect($0.isSimple(Hostile.pointsWithEmptyPart)) }
    }
  }

  @Test func distanceToPointsWithAnEmptyPart() async {
    await #expect(processExitsWith: .success) {
      try ends {
        try #expect($0.distance(Hostile.pointsWithEmptyPart, Hostile.farPoint) == 5)
      }
    }
  }

  @Test func distanceToACollectionWithAnEmptyPoint() async {
    await #expect(processExitsWith: .success) {
      try ends {
        try #expect($0.distance(Hostile.collectionWithEmptyPoint, Hostile.farPoint) == 5)
      }
    }
  }

  @Test func nearestPointsOfPointsWithAnEmptyPart() async {
    await #expect(processExitsWith: .success) {
      try ends {
        let line = try $0.nearestPoints(Hostile.pointsWithEmptyPart, Hostile.farPoint)
        #expect(line?.xy == [1, 1, 4, 5])
      }
    }
  }

  @Test func nearestPointsOfACollectionWithAnEmptyPoint() async {
    await #expect(processExitsWith: .success) {
      try ends {
        let line = try $0.nearestPoints(Hostile.collectionWithEmptyPoint, Hostile.farPoint)
        #expect(line?.xy == [1, 1, 4, 5])
      }
    }
  }

  @Test func hausdorffDistanceOfPointsWithAnEmptyPart() async {
    await #expect(processExitsWith: .success) {
      try ends {
        try #expect($0.hausdorffDistance(Hostile.pointsWithEmptyPart, Hostile.farPoint) == 5)
      }
    }
  }

  @Test func hausdorffDistanceOfACollectionWithAnEmptyPoint() async {
    await #expect(processExitsWith: .success) {
      try ends {
        let far = try $0.hausdorffDistance(Hostile.collectionWithEmptyPoint, Hostile.farPoint)
        #expect(far.map { $0 >= 5 } == true)
      }
    }
  }

  @Test func simplifyingATinyRing() async {
    await #expect(processExitsWith: .success) {
      try ends { engine in
        #expect(throws: ShapeRefusal(.tooSmall, x: 1e-300, y: 0)) {
          try engine.simplified(Hostile.triangle(1e-300), tolerance: 1)
        }
      }
    }
  }

  @Test func simplifyingWhatIsNoNumber() async {
    await #expect(processExitsWith: .success) {
      try ends { engine in
        let refusal = #expect(throws: ShapeRefusal.self) {
          try engine.simplified(Hostile.square(.nan), tolerance: 1)
        }
        #expect(refusal?.reason == .nonFinite)
      }
    }
  }

  @Test func simplifyingWhatIsInfinite() async {
    await #expect(processExitsWith: .success) {
      try ends { engine in
        let refusal = #expect(throws: ShapeRefusal.self) {
          try engine.simplified(Hostile.square(.infinity), tolerance: 1)
        }
        #expect(refusal?.reason == .nonFinite)
      }
    }
  }

  @Test func snappingACollectionNestedTwoThousandDeep() async {
    await #expect(processExitsWith: .success) {
      try ends { engine in
        #expect(throws: ShapeRefusal(.nestedTooDeep)) {
          try engine.snapped(Hostile.nested(2000), gridSize: 0.001)
        }
      }
    }
  }
}

/// Runs a question in this process, which ends by a signal after two seconds.
func ends(_ question: (GeometryEngine) throws -> Void) throws {
  alarm(2)
  try question(GeometryEngine())
}
