import Answers
import Exchange
import Planning
import Terms

/// What a register holds, as a person reads it.
struct InfoText {
  let info: RegisterInfo
  let width: Int?

  func lines() -> [String] {
    var block = FieldBlock()
    block.append(Wording.counties, info.counties.joined(separator: "、"))
    block.append(Wording.countyCode, info.countyCode?.description)
    block.append(Wording.documentsHeld, documents)
    block.append(Wording.dates, span(info.firstDate?.description, info.lastDate?.description))
    block.append(Wording.parcels, "\(info.parcels)")
    block.append(Wording.statements, "\(info.statements)")
    block.append(Wording.acts, "\(info.transactions)")
    block.append(Wording.totals, "\(info.totals)")
    block.append(Wording.sites, "\(info.sites)")
    if info.boundaryVersions > 0 {
      block.append(Wording.boundaries, Wording.boundaryCount(info).text)
    }
    block.append(Wording.layers, info.layers.map(line))
    block.append(Wording.coordinateSystem, info.epsg.map { "EPSG:\($0)" })
    block.append(Wording.recorded, span(info.firstRecordedAt, info.lastRecordedAt))
    block.append(Wording.schema, "\(info.schemaVersion)")
    block.append(Wording.registerID, info.registerID)
    block.append(
      Wording.files,
      info.files.map { line($0, Wording.documentCount($0.documents)) }
        + info.boundaryFiles.map { line($0, Wording.shapeCount($0.documents)) })
    return [DisplayWidth.printable(info.path)] + block.lines(width: width)
  }

  private func line(_ file: RegisterInfo.File, _ count: Words) -> String {
    let digest = file.sha256.map { "sha256 \($0.prefix(12))…" }
    return [file.name, count.text, digest].compactMap(\.self).joined(separator: "  ")
  }

  private func line(_ layer: LayerVersion) -> String {
    let source = layer.source
    let version = layer.version > 1 ? Wording.newVersion(layer.version).text : nil
    // A name that commands take for another thing does not reach the layer: its table does.
    let table = ReservedLayerName.holds(source.name) ? " (\(layer.table))" : ""
    return [
      source.name + table, source.role.name.text, source.quality.name.text,
      Wording.shapeCount(layer.featureCount).text, version, source.file.name,
    ].compactMap(\.self).joined(separator: "  ")
  }

  private var documents: String {
    info.documentVersions > info.documents
      ? "\(info.documents) " + Wording.inVersions(info.documentVersions).text : "\(info.documents)"
  }

  private func span(_ first: String?, _ last: String?) -> String? {
    guard let first, let last else { return first ?? last }
    return first == last ? first : Wording.fromTo(first, last).text
  }
}
