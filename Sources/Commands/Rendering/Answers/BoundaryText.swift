internal import Terms
import Exchange
import Planning

/// A parcel's boundary as a person reads it: how good it is, what it measures, where it is from.
struct BoundaryText {
  let boundary: ParcelBoundary

  func lines() -> [String] {
    let quality = boundary.isSchematic ? Wording.schematicOnly : boundary.quality.name
    var lines = [
      [quality.text, areas, boundary.crs].compactMap(\.self).joined(separator: Wording.comma.text)
    ]
    if let fault = boundary.fault {
      lines.append(Wording.notValid(DiagnosticWording.words(ofShapeReason: fault.reason)).text)
    }
    if let repair = boundary.repair { lines.append(Wording.mended(repair).text) }
    let version = boundary.version > 1 ? Wording.newVersion(boundary.version).text : nil
    lines.append(
      [boundary.date?.description, version, place].compactMap(\.self).joined(separator: "  "))
    return lines
  }

  private var areas: String? {
    guard let plane = boundary.squareMetres else { return nil }
    let ellipsoidal = boundary.ellipsoidalSquareMetres.map {
      AreaText.squareMetres($0, .current)
    }
    return Wording.areas(plane: AreaText.squareMetres(plane, .current), ellipsoidal).text
  }

  private var place: String {
    boundary.placeIsLine
      ? "\(boundary.file):\(boundary.place)" : "\(boundary.file) #\(boundary.place)"
  }
}
