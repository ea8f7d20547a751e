internal import Planning
internal import Storage

/// A layer of the register that is exported: the parcels, or a reference layer.
struct ExportedLayer {
  let file: GeoPackageFile
  let layer: GeoPackageLayer
  /// The name for people.
  let title: String
  /// The attributes that are written.
  let fields: [GeoPackageLayer.Field]
  /// The names that attributes had in their file, by their columns.
  let names: [String: String]
  /// Whether all of it only shows roughly where something lies.
  let isSchematic: Bool

  /// A reference layer is found by the name it was imported under, else by its table.
  ///
  /// - Throws: ``ShapeExportFault`` `noBoundaries` and `unknownLayer`, ``RegisterError``.
  init(_ subject: ShapeExport.Subject, in register: LandRegister) throws {
    do throws(GeoPackageFault) {
      file = try GeoPackageFile(register: register.path)
    } catch {
      throw ExportedLayer.unreadable(error, register)
    }
    guard case .layer(let name) = subject else {
      guard let parcels = try? file.layer("parcels") else { throw ShapeExportFault.noBoundaries }
      layer = parcels
      title = "parcels"
      fields = parcels.fields.filter { $0.title != nil }
      names = [:]
      isSchematic = false
      return
    }
    let known = try register.store.read { try $0.layers(at: .now) }
    let folded = name.lowercased()
    let version =
      known.first { $0.source.name == name } ?? known.first { $0.table == name }
      ?? known.first { $0.source.name.lowercased() == folded }
    guard let version else {
      throw ShapeExportFault.unknownLayer(name, known: ["parcels"] + known.map(\.source.name))
    }
    do throws(GeoPackageFault) {
      layer = try file.layer(version.table)
    } catch {
      throw ExportedLayer.unreadable(error, register)
    }
    title = version.source.name
    fields = layer.fields
    names = ExportedLayer.names(of: version)
    isSchematic = version.source.quality == .schematic
  }

  /// The columns' names in the file that was imported; one that stands twice is told by its column.
  private static func names(of version: LayerVersion) -> [String: String] {
    var names: [String: String] = [:]
    // The layer's own column, which a field of the file may be called as well.
    if version.fields.contains(where: { $0.name == "fault" }) { names["fault"] = "shape_fault" }
    var taken = Set(names.values)
    for field in version.fields where taken.insert(field.name).inserted {
      names[field.column] = field.name
    }
    return names
  }

  private static func unreadable(
    _ fault: GeoPackageFault, _ register: LandRegister
  ) -> RegisterError {
    RegisterError(.unreadable, path: register.path, seen: fault.detail ?? fault.kind.rawValue)
  }
}
