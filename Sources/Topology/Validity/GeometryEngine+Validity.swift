internal import CGEOS
public import SimpleFeatures

/// Validity in the sense of OGC 06-103r4.
extension GeometryEngine {
  /// Why a shape is not valid; `nil` where it is. The direction of rings does not matter; an empty
  /// shape is valid.
  ///
  /// What the guard refuses is not valid either: its reason is the guard's. Where GEOS itself fails
  /// the reason is ``ShapeReason/failed``.
  ///
  /// - Throws: ``TopologyFault`` where GEOS has no memory.
  public func validityFault(of geometry: Geometry) throws -> ValidityFault? {
    do {
      return try validityFault(of: admit(geometry))
    } catch let refusal as ShapeRefusal {
      return ValidityFault(refusal.reason, x: refusal.x, y: refusal.y)
    }
  }

  /// Why a shape inside GEOS is not valid.
  func validityFault(of shape: borrowing EngineShape) throws -> ValidityFault? {
    var reason: UnsafeMutablePointer<CChar>?
    var place: OpaquePointer?
    context.clear()
    // 1 valid, 0 not, 2 on failure
    let answer = unsafe GEOSisValidDetail_r(context.handle, shape.pointer, 0, &reason, &place)
    defer { unsafe GEOSFree_r(context.handle, reason) }
    guard answer != 1 else { return nil }
    guard answer == 0 else { return ValidityFault(.failed) }
    var fault = ValidityFault(.failed)
    if let reason = unsafe reason {
      fault.reason = ShapeReason(engineMessage: unsafe String(cString: reason)) ?? .failed
    }
    if let place = unsafe place {
      // The place is ours.
      let point = unsafe EngineShape(owned: place, context: context)
      fault.x = try unsafe context.number("GEOSGeomGetX_r") {
        unsafe GEOSGeomGetX_r($0, point.pointer, $1)
      }
      fault.y = try unsafe context.number("GEOSGeomGetY_r") {
        unsafe GEOSGeomGetY_r($0, point.pointer, $1)
      }
    }
    return fault
  }
}

extension ShapeReason {
  /// The reason behind GEOS's message. Source: `TopologyValidationError.cpp` of GEOS 3.11.
  init?(engineMessage: String) {
    switch engineMessage {
    case "Hole lies outside shell": self = .holeOutside
    case "Holes are nested": self = .nestedHoles
    case "Interior is disconnected": self = .disconnectedInterior
    case "Self-intersection": self = .selfIntersection
    case "Ring Self-intersection": self = .ringSelfIntersection
    case "Nested shells": self = .nestedShells
    case "Duplicate Rings": self = .duplicateRings
    case "Too few points in geometry component": self = .tooFewPoints
    case "Invalid Coordinate": self = .nonFinite
    case "Ring is not closed": self = .notClosed
    default: return nil
    }
  }
}

/// Mending of areas.
extension GeometryEngine {
  /// The area with its faults mended; a valid one as it came.
  ///
  /// Rings that are not closed are closed, rings with fewer than four points dropped. Then GEOS's
  /// structure method: rings that cross themselves are split, shells united, holes taken away.
  /// Heights and measures are lost where something is mended.
  ///
  /// - Throws: ``ShapeRefusal`` of a shape that the guard refuses for another reason, and of one that
  ///   is no area (``ShapeReason/failed``); ``TopologyFault`` where GEOS fails.
  public func repaired(_ geometry: Geometry) throws -> RepairedShape {
    guard geometry.type.dimension == 2 else { throw ShapeRefusal(.failed) }
    let before = geometry.planeArea
    guard let fault = try validityFault(of: geometry) else {
      let kept = try shapeGuard.check(geometry).geometry
      return RepairedShape(geometry: kept, areaBefore: before, areaAfter: before)
    }
    var repaired = RepairedShape(
      geometry: geometry, fault: fault, areaBefore: before, areaAfter: before)
    repaired.mendRings()
    let shape = try admit(repaired.geometry)
    repaired.geometry = try validArea(from: shape)
    // What collapsed is not in the result; asked to keep it, GEOS tells what it was.
    let whole = try context.read(makeValid(shape, keepsCollapsed: true))
    var leftOver = (lines: 0, points: 0)
    _ = whole.polygonalPart(&leftOver)
    repaired.droppedLines = leftOver.lines
    repaired.droppedPoints = leftOver.points
    repaired.areaAfter = repaired.geometry.planeArea
    return repaired
  }

  /// The area that GEOS's structure method makes.
  ///
  /// Where it rounds a crossing point, GEOS 3.11 sometimes gives an area that is not valid by a hair;
  /// mended once more it is.
  private func validArea(from shape: borrowing EngineShape) throws -> Geometry {
    var leftOver = (lines: 0, points: 0)
    var area = try context.read(makeValid(shape, keepsCollapsed: false)).polygonalPart(&leftOver)
    for _ in 0..<GeometryEngine.mendingRounds {
      let made = try context.make(area)
      guard try validityFault(of: made) != nil else { return area }
      area = try context.read(makeValid(made, keepsCollapsed: false)).polygonalPart(&leftOver)
    }
    throw TopologyFault(function: "GEOSMakeValidWithParams_r", message: "its result is not valid")
  }

  private static let mendingRounds = 4

  private func makeValid(
    _ shape: borrowing EngineShape, keepsCollapsed: Bool
  ) throws -> EngineShape {
    let parameters = try unsafe context.pointer("GEOSMakeValidParams_create_r") {
      unsafe GEOSMakeValidParams_create_r($0)
    }
    defer { unsafe GEOSMakeValidParams_destroy_r(context.handle, parameters) }
    try unsafe context.done("GEOSMakeValidParams_setMethod_r") {
      unsafe GEOSMakeValidParams_setMethod_r($0, parameters, GEOS_MAKE_VALID_STRUCTURE)
    }
    try unsafe context.done("GEOSMakeValidParams_setKeepCollapsed_r") {
      unsafe GEOSMakeValidParams_setKeepCollapsed_r($0, parameters, keepsCollapsed ? 1 : 0)
    }
    let pointer = unsafe shape.pointer
    return try unsafe context.shape("GEOSMakeValidWithParams_r") {
      unsafe GEOSMakeValidWithParams_r($0, pointer, parameters)
    }
  }
}

extension RepairedShape {
  /// Closes rings and drops those with fewer than four points, which GEOS does not take.
  fileprivate mutating func mendRings() {
    var mended = Geometry(empty: geometry.type)
    for part in 0..<geometry.partCount {
      var rings: [[Double]] = []
      for (index, ring) in geometry.rings(ofPart: part).enumerated() {
        let vertices = geometry.vertices(ofRing: ring)
        guard !vertices.isEmpty else { continue }
        var xy = Array(geometry.xy[2 * vertices.lowerBound..<2 * vertices.upperBound])
        if xy[0] != xy[xy.count - 2] || xy[1] != xy[xy.count - 1] {
          xy += [xy[0], xy[1]]
          closedRings += 1
        }
        guard xy.count >= 8 else {
          droppedRings += 1
          // Without its shell a part is nothing.
          if index == 0 { break }
          continue
        }
        rings.append(xy)
      }
      if !rings.isEmpty { mended.appendPart(rings: rings) }
    }
    geometry = mended
  }
}

extension Geometry {
  /// The areas in a shape, as one polygon or multi-polygon. What else is in it is counted.
  fileprivate func polygonalPart(_ leftOver: inout (lines: Int, points: Int)) -> Geometry {
    switch type.dimension {
    case 2: return self
    case 1:
      leftOver.lines += partCount
      return Geometry(empty: .polygon)
    case 0:
      leftOver.points += partCount
      return Geometry(empty: .polygon)
    default:
      var all = Geometry(empty: .multiPolygon)
      for member in members {
        let area = member.polygonalPart(&leftOver)
        for part in 0..<area.partCount {
          all.appendPart(
            rings: area.rings(ofPart: part).map { ring in
              let vertices = area.vertices(ofRing: ring)
              return Array(area.xy[2 * vertices.lowerBound..<2 * vertices.upperBound])
            })
        }
      }
      guard all.partCount <= 1 else { return all }
      all.type = .polygon
      return all
    }
  }
}

/// A shape that was mended, and what that changed.
public struct RepairedShape: Hashable, Sendable {
  /// The shape now: a polygon or multi-polygon, possibly empty.
  public var geometry: Geometry
  /// What was wrong; `nil` where nothing was and the shape is as it came.
  public var fault: ValidityFault?
  /// The plane area before, by the rings as they ran: where a ring crosses itself its loops may
  /// count against each other.
  public var areaBefore: Double
  /// The plane area now.
  public var areaAfter: Double
  /// The lines that were left where parts collapsed, and that were dropped.
  public var droppedLines = 0
  /// The points that were left where parts collapsed, and that were dropped.
  public var droppedPoints = 0
  /// Rings with fewer than four points that were dropped.
  public var droppedRings = 0
  /// Rings whose first point was added at the end.
  public var closedRings = 0
}
