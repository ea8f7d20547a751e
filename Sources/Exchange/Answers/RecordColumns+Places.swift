internal import Terms
import Answers
import Planning
import SimpleFeatures

extension RecordColumn<PlaceRecord> {
  static var place: [RecordColumn] {
    [
      .init("query") { $0.answer.query },
      .init("answer") { $0.answer.verdict.rawValue },
      .init("reason") { $0.here.asked.reason?.key ?? $0.here.parcelReason?.key },
      .init("parcel_id") { record in
        let labels = record.here.parcels.map(\.record.label)
        return labels.isEmpty ? nil : labels.joined(separator: "/")
      },
      .init("parcel_count") { String($0.here.parcelCount) },
      .init("without_boundary") { String($0.here.withoutBoundary) },
      .init("crs") { $0.here.asked.epsg.map { "EPSG:\($0)" } },
      .init("x") { Cell.number($0.here.asked.point?.x) },
      .init("y") { Cell.number($0.here.asked.point?.y) },
      .init("asked_area_m2") { Cell.number($0.here.asked.squareMetres) },
      .init("schematic") { Cell.flag($0.here.isSchematic) },
    ]
  }
}

extension RecordColumn<PlacedParcel> {
  static var placedParcel: [RecordColumn] {
    let own = RecordColumn<ParcelRecord>.parcel.map { column in
      RecordColumn(column.name) { column.cell($0.found.record) }
    }
    return [.init("query") { $0.query }] + own
      + RecordColumn.shared(ofFound: "share_of_parcel") { $0.found.land }
  }
}

extension RecordColumn<PlacedLayer.Line> {
  static var placedLayer: [RecordColumn] {
    let first: [RecordColumn] = [
      .init("query") { $0.query },
      .init("layer") { $0.answer.layer?.source.name },
      .init("role") { $0.answer.role.rawValue },
      .init("version") { $0.answer.layer.map { String($0.version) } },
      .init("date") { $0.answer.layer?.source.date?.description },
      .init("quality") { $0.answer.layer?.source.quality.rawValue },
      .init("answer") { $0.answer.verdict.rawValue },
      .init("reason") { $0.answer.reason?.key },
      .init("feature") { $0.feature.map { String($0.number) } },
      .init("attributes") { line in
        line.feature.flatMap { feature in
          let pairs = feature.attributes.compactMap { attribute in
            attribute.value.text.map { "\(attribute.name)=\($0)" }
          }
          return pairs.isEmpty ? nil : pairs.joined(separator: "；")
        }
      },
    ]
    return first + shared(ofFound: "share_of_feature") { $0.feature?.land }
  }
}

extension RecordColumn {
  /// The columns of what is in common; the area has a name of its own beside that of a document.
  fileprivate static func shared(
    ofFound share: String, _ land: @escaping (Record) -> SharedLand?
  ) -> [RecordColumn] {
    [
      .init("shared_area_m2") { Cell.number(land($0)?.squareMetres) },
      .init("shared_area_mu") { Cell.number(land($0)?.mu) },
      .init("share_of_asked") { Cell.number(land($0)?.shareOfAsked) },
      .init(share) { Cell.number(land($0)?.shareOfFound) },
      .init("length_m") { Cell.number(land($0)?.metres) },
      .init("distance_m") { Cell.number(land($0)?.distance) },
      .init("is_sliver") { land($0).map { Cell.flag($0.isSliver) } },
      .init("only_boundary") { land($0).map { Cell.flag($0.isOnlyBoundary) } },
    ]
  }
}
