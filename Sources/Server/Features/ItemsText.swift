internal import Characters
internal import Exchange
internal import Registry
internal import SimpleFeatures

/// Features of a page as the GeoJSON of OGC API – Features.
struct ItemsText {
  let page: FeaturePage
  let system: SystemReference
  let collection: FeatureCollection

  /// Shapes in the order of the authority.
  private var table: FeatureTable {
    var table = page.table
    system.order(&table.shapes)
    return table
  }

  private func writer(_ layout: GeoJSONWriter.Layout) -> GeoJSONWriter {
    var options = GeoJSONWriter.Options()
    options.layout = layout
    // What findings show may be thinner than any boundary.
    options.places = system.places + (collection.subject == .findings ? 3 : 0)
    options.writesNull = true
    options.flags = page.flags
    if collection.subject == .findings {
      options.idField = "id"
    } else {
      options.placesAreIDs = true
    }
    options.turnsRings = !system.isNorthingFirst
    return GeoJSONWriter(options)
  }

  /// A collection.
  ///
  /// - Parameters:
  ///   - links: other pages and formats.
  ///   - time: when it was made, UTC.
  func collectionText(links: [Link], time: String) throws -> [UInt8] {
    var bytes = Array("{\"type\":\"FeatureCollection\",\"timeStamp\":\"\(time)\"".utf8)
    bytes += ",\"numberMatched\":\(page.matched),\"numberReturned\":\(page.table.count)".utf8
    if system.epsg == 4490 || system.epsg == 4326 {
      bytes += ",\"coordinateFrame\":\"CGCS2000\"".utf8
    }
    if page.isSchematic { bytes += ",\"quality\":\"schematic\"".utf8 }
    bytes += ",\"links\":".utf8
    bytes += try JSONText.line(links.map(\.json))
    bytes += ",\"features\":[\n".utf8
    bytes += writer(.collection).text(of: table)
    bytes += "\n]}\n".utf8
    return bytes
  }

  /// The one feature of the page; its links stand before its own members.
  func featureText(links: [Link]) throws -> [UInt8] {
    let text = writer(.collection).text(of: table)
    var bytes = Array("{\"links\":".utf8)
    bytes += try JSONText.line(links.map(\.json))
    if page.isSchematic { bytes += ",\"quality\":\"schematic\"".utf8 }
    bytes += ",".utf8
    bytes += text.dropFirst()
    bytes += "\n".utf8
    return bytes
  }
}
