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
