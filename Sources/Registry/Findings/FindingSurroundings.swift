internal import Terms
internal import Answers
internal import Exchange
internal import Planning
internal import Projection
internal import SimpleFeatures
internal import Storage
internal import Terms

/// Finds what lies around a finding, to be drawn with it: by the R-trees of the register, so that no
/// layer is loaded.
final class FindingSurroundings {
  /// The most parcels, and the most features of layers, beside a finding.
  private static let limit = 60

  private let reader: RegisterReader
  private let report: CheckReport
  private let isOfNow: Bool
  private var ways: [Int: (to: CoordinateTransformation, from: CoordinateTransformation)] = [:]

  /// - Parameter isOfNow: whether the report is about what is in force now.
  init(_ reader: RegisterReader, _ report: CheckReport, isOfNow: Bool) {
    self.reader = reader
    self.report = report
    self.isOfNow = isOfNow
  }

  /// What lies around a finding. The parcels are those in force now: of a check as of another moment
  /// none are drawn but by the finding itself.
  func context(of finding: Finding) throws -> DrawingContext {
    guard let own = finding.shape?.envelope, own.isFinite else { return DrawingContext() }
    var features: [DrawingContext.Feature] = []
    var box = own
    if isOfNow {
      let keys = Set(
        finding.subjects.filter { $0.kind == .parcel || $0.kind == .boundary }.map(\.key))
      for parcel in try reader.parcels.meeting(own, limit: 400) where keys.contains(parcel.key) {
        features.append(parcel.feature(.subject))
        if let more = parcel.shape.envelope { box = box.union(more) }
      }
      let shown = box.grown
      let others = try reader.parcels.meeting(shown, limit: 400).lazy
        .filter { !keys.contains($0.key) }
      features += others.prefix(FindingSurroundings.limit).map { $0.feature(.parcel) }
    }
    for layer in report.layers where Self.concerns(finding, layer) {
      features += try self.features(of: layer, in: box.grown)
    }
    return DrawingContext(features)
  }

  /// Whether a finding speaks of a layer: by the rule, by a value, or by a feature it is about.
  private static func concerns(_ finding: Finding, _ layer: LayerVersion) -> Bool {
    if roles[finding.code] == layer.source.role { return true }
    if finding.values.values.contains(.layerRole(layer.source.role)) { return true }
    return finding.subjects.contains {
      switch $0.kind {
      case .layerFeature: $0.group == layer.source.name
      case .layer: $0.label == layer.source.name
      default: false
      }
    }
  }

  private static let roles: [RuleCode: LayerRole] = [
    .farmlandOccupied: .permanentBasicFarmland, .redlineOccupied: .ecologicalRedline,
    .growthBoundaryOutside: .growthBoundary, .growthBoundaryZone: .growthBoundary,
    .hazardNear: .hazardZone, .existingUseTaken: .existingLandUse,
    .coverageOutsidePlan: .detailedPlan,
  ]

  private func features(
    of layer: LayerVersion, in box: Envelope
  ) throws -> [DrawingContext.Feature] {
    let way = try way(of: layer.source.epsg)
    var wanted = box
    if let way {
      let corners = [
        box.minX, box.minY, box.maxX, box.minY, box.maxX, box.maxY, box.minX, box.maxY,
      ]
      guard let moved = Envelope(around: try way.from.transform(corners).xy) else { return [] }
      wanted = moved
    }
    var features: [DrawingContext.Feature] = []
    try reader.layers.forEachFeatures(of: layer, in: wanted) { some in
      var shapes = some.table.shapes
      if let way { _ = try way.to.transform(&shapes) }
      for index in 0..<shapes.count where features.count < FindingSurroundings.limit {
        guard let shape = shapes[index], shape.envelope != nil else { continue }
        let isSchematic = layer.source.quality == .schematic
        let mark = isSchematic && !layer.source.name.contains("示意") ? "（示意）" : ""
        features.append(
          DrawingContext.Feature(
            kind: .layer(layer.source.role), label: layer.source.name + mark, shape: shape,
            isSchematic: isSchematic))
      }
    }
    return features
  }

  /// How coordinates of another system come to that of the report; `nil` where they are of it.
  private func way(
    of epsg: Int
  ) throws -> (to: CoordinateTransformation, from: CoordinateTransformation)? {
    guard let target = report.epsg, target != epsg else { return nil }
    if let known = ways[epsg] { return known }
    let (own, other) = (try Systems.system(target), try Systems.system(epsg))
    let way = (
      to: try Systems.transformation(from: other, to: own),
      from: try Systems.transformation(from: own, to: other)
    )
    ways[epsg] = way
    return way
  }
}

extension NearbyParcel {
  /// The key of the parcel as the subject of a finding.
  fileprivate var key: String { [county ?? "", plan ?? "", label].joined(separator: "|") }

  fileprivate func feature(_ kind: DrawingContext.Feature.Kind) -> DrawingContext.Feature {
    DrawingContext.Feature(kind: kind, label: label, shape: shape, isSchematic: isSchematic)
  }
}

extension Envelope {
  fileprivate var isFinite: Bool {
    minX.isFinite && minY.isFinite && maxX.isFinite && maxY.isFinite
  }

  /// The box with a quarter of its larger side around it: what a drawing of it shows at most.
  fileprivate var grown: Envelope {
    let margin = max(width, height) / 2
    return Envelope(
      minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }
}
