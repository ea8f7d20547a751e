import Foundation
import Judging
import Planning
import Testing

@Suite struct LocalTransformationTests {
  static let plane = """
    "name": "县局四参数", "from": "EPSG:2361", "to": "EPSG:4525", "method": "similarity_2d",
    "translation_easting_m": 115.5, "translation_northing_m": -3.25,
    "rotation_arc_seconds": 1.2, "scale_difference_ppm": -4
    """

  func sets(_ members: String...) throws(ConfigurationFault) -> [LocalTransformation] {
    let objects = members.map { "{\($0)}" }.joined(separator: ",")
    return try LocalTransformation.sets(
      in: Data("{\"transformations\": [\(objects)]}".utf8), file: "bureau.json")
  }

  @Test func setsAreReadAsTheyStand() throws {
    let spatial = """
      "name": "七参数", "from": 4610, "to": 4490, "method": "coordinate_frame",
      "translation_x_m": 1, "translation_y_m": 2, "translation_z_m": 3,
      "rotation_x_arc_seconds": 4, "rotation_y_arc_seconds": 5, "rotation_z_arc_seconds": 6,
      "scale_difference_ppm": 7
      """
    let local = Self.plane.replacingOccurrences(of: "EPSG:2361", with: "local")
      .replacingOccurrences(of: "县局四参数", with: "城建")
    let sets = try sets(Self.plane, spatial, local)
    #expect(sets.map(\.name) == ["县局四参数", "七参数", "城建"])
    #expect(sets.map(\.from) == [.epsg(2361), .epsg(4610), .local])
    #expect(sets.map(\.to) == [4525, 4490, 4525])
    #expect(sets.map(\.methodName) == ["similarity_2d", "coordinate_frame", "similarity_2d"])
    #expect(sets[0].parameters.map(\.value) == [115.5, -3.25, 1.2, -4])
    #expect(sets[1].parameters.map(\.value) == [1, 2, 3, 4, 5, 6, 7])
    #expect(sets[1].parameters.map(\.key).last == "scale_difference_ppm")
  }

  /// One thing changed in the text of a good set, and what must be said.
  @Test(arguments: [
    (
      "\"rotation_arc_seconds\": 1.2, ", "", "rotation_arc_seconds",
      ConfigurationFault.Reason.missing
    ),
    (
      "\"scale_difference_ppm\": -4", "\"scale_difference_ppm\": \"-4\"", "scale_difference_ppm",
      .wrongType
    ),
    (
      "\"scale_difference_ppm\": -4", "\"scale_difference_ppm\": true", "scale_difference_ppm",
      .wrongType
    ),
    (
      "\"scale_difference_ppm\": -4", "\"scale_difference_ppm\": null", "scale_difference_ppm",
      .missing
    ),
    (
      "\"scale_difference_ppm\": -4", "\"scale_difference_ppm\": 1e12", "scale_difference_ppm",
      .outOfRange
    ),
    ("scale_difference_ppm", "scale", "scale", .unknownKey),
    ("similarity_2d", "helmert", "method", .unknownValue),
    ("EPSG:2361", "西安80", "from", .unknownValue),
    ("EPSG:4525", "local", "to", .unknownValue),
    ("\"县局四参数\"", "7", "name", .wrongType),
  ])
  func faultsNameFileAndKey(
    old: String, new: String, key: String, reason: ConfigurationFault.Reason
  ) {
    let changed = Self.plane.replacingOccurrences(of: old, with: new)
    #expect(changed != Self.plane)
    #expect(
      throws: ConfigurationFault(
        file: "bureau.json", key: "transformations[0].\(key)", reason: reason)
    ) { try sets(changed) }
  }

  @Test func faultsOfTheWholeFileAreNamed() {
    for (text, key, reason) in [
      ("{", "", ConfigurationFault.Reason.notJSON), ("[]", "", .wrongType),
      ("{}", "transformations", .missing),
      ("{\"transformations\": {}}", "transformations", .wrongType),
      ("{\"transformations\": [], \"x\": 1}", "x", .unknownKey),
      ("{\"transformations\": [1]}", "transformations[0]", .wrongType),
    ] {
      #expect(throws: ConfigurationFault(file: "f", key: key, reason: reason)) {
        try LocalTransformation.sets(in: Data(text.utf8), file: "f")
      }
    }
    #expect(
      throws: ConfigurationFault(
        file: "bureau.json", key: "transformations[1].name", reason: .duplicateName)
    ) { try sets(Self.plane, Self.plane) }
  }

  @Test func sevenParametersDoNotLeaveALocalGrid() {
    let spatial = """
      "name": "七参数", "from": "local", "to": 4490, "method": "position_vector",
      "translation_x_m": 1, "translation_y_m": 2, "translation_z_m": 3,
      "rotation_x_arc_seconds": 4, "rotation_y_arc_seconds": 5, "rotation_z_arc_seconds": 6,
      "scale_difference_ppm": 7
      """
    #expect(
      throws: ConfigurationFault(
        file: "bureau.json", key: "transformations[0].from", reason: .unknownValue)
    ) { try sets(spatial) }
  }
}
