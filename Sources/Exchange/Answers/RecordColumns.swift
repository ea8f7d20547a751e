import Planning
import Terms

extension RecordColumn<ParcelRecord> {
  static var parcel: [RecordColumn] {
    let first: [RecordColumn] = [
      .init("parcel_id") { $0.values.parcelID },
      .init("plan") { $0.values.plan },
      .init("county") { $0.county },
      .init("name") { $0.values.name },
      .init("status") { $0.status.rawValue },
      .init("land_use_scheme") { record in
        let schemes = record.values.landUse.map(\.scheme)
        return schemes.first.map(\.rawValue)
      },
      .init("land_use_code") { Cell.joined($0.values.landUse, \.code) },
      .init("land_use_name") { Cell.joined($0.values.landUse, \.name) },
      .init("area_m2") { Cell.number($0.values.area?.squareMetres) },
      .init("area_text") { $0.values.area?.text },
      .init("area_approximate") { $0.values.area.map { Cell.flag($0.isApproximate) } },
      .init("indicators") { Cell.indicators($0.values.indicators) },
    ]
    let ends = IndicatorColumn.all.map { column in
      RecordColumn(column.key) {
        Cell.number($0.values.indicators[column.indicator]?.value(in: column))
      }
    }
    let last: [RecordColumn] = [
      .init("aliases") { Cell.listed($0.values.aliases) },
      .init("keeps_current_use") { Cell.flag($0.values.keepsCurrentUse) },
      .init("location") { $0.values.location },
      .init("extras") { Cell.pairs($0.values.extras) },
      .init("document") { $0.values.document },
      .init("date") { $0.documents.last?.date?.description },
      .init("file") { $0.values.place.file },
      .init("line_start") { String($0.values.place.lineStart) },
      .init("line_end") { String($0.values.place.lineEnd) },
    ]
    return first + ends + last
  }
}

extension RecordColumn<DocumentRecord> {
  static var document: [RecordColumn] {
    [
      .init("number") { $0.reference.number },
      .init("title") { $0.reference.title },
      .init("date") { $0.reference.date?.description },
      .init("kind") { $0.reference.kind.rawValue },
      .init("force") { $0.reference.force.rawValue },
      .init("in_force") { Cell.flag($0.hasEffect) },
      .init("in_force_from") { $0.inForceFrom?.description },
      .init("in_force_until") { $0.effectUntil?.description },
      .init("ended_by") { $0.endedBy },
      .init("revokes") { Cell.listed($0.revokes) },
      .init("issuer") { $0.issuer },
      .init("addressee") { $0.addressee },
      .init("county") { $0.county },
      .init("request_number") { $0.requestNumber },
      .init("parcel_count") { String($0.parcelCount) },
      .init("transaction_count") { String($0.transactionCount) },
      .init("site_count") { String($0.siteCount) },
      .init("total_count") { String($0.totalCount) },
      .init("version") { String($0.reference.version) },
      .init("recorded_at") { $0.reference.recordedAt },
      .init("file") { $0.reference.place.file },
      .init("line_start") { String($0.reference.place.lineStart) },
      .init("line_end") { String($0.reference.place.lineEnd) },
      .init("sha256") { $0.fileDigest },
    ]
  }
}

extension RecordColumn<TransactionRecord> {
  static var transaction: [RecordColumn] {
    let first: [RecordColumn] = [
      .init("kind") { $0.fact.kind.rawValue },
      .init("stage") { $0.fact.stage.rawValue },
      .init("concluded") { Cell.flag($0.fact.isConcluded) },
      .init("parcel_id") { $0.fact.parcelID },
      .init("aliases") { Cell.listed($0.fact.aliases) },
      .init("name") { $0.fact.name },
      .init("area_m2") { Cell.number($0.fact.area?.squareMetres) },
      .init("area_text") { $0.fact.area?.text },
      .init("area_approximate") { $0.fact.area.map { Cell.flag($0.isApproximate) } },
      .init("land_use_name") { $0.fact.landUseName },
      .init("indicators") { Cell.indicators($0.fact.indicators) },
      .init("party") { $0.fact.party },
      .init("amount_cny") { Cell.number($0.fact.amountYuan) },
    ]
    let prices = PriceKind.columns.map { kind in
      RecordColumn(kind.column) { record in
        Cell.number(record.fact.prices.first { $0.kind == kind }?.amountYuan)
      }
    }
    let days = ActDay.allCases.map { day in
      RecordColumn(day.column) { $0.fact.dates[day]?.description }
    }
    let last: [RecordColumn] = [
      .init("contract_number") { $0.fact.contractNumber },
      .init("supervision_number") { $0.fact.supervisionNumber },
      .init("conditions") { Cell.listed($0.fact.conditions) },
      .init("request_number") { $0.fact.requestNumber },
      .init("location") { $0.fact.location },
      .init("purpose") { $0.fact.purpose },
      .init("extras") { Cell.pairs($0.fact.extras) },
      .init("county") { $0.county },
      .init("document") { $0.source.number },
      .init("document_title") { $0.source.title },
      .init("date") { $0.source.date?.description },
      .init("file") { $0.fact.place.file },
      .init("line_start") { String($0.fact.place.lineStart) },
      .init("line_end") { String($0.fact.place.lineEnd) },
    ]
    let terms = RecordColumn("terms") { Cell.listed($0.fact.terms.map(\.text)) }
    return first + prices + [terms] + days + last
  }
}

extension RecordColumn<FactApart> {
  static var apart: [RecordColumn] {
    [
      .init("force") { $0.source.force.rawValue },
      .init("kind") { $0.act?.fact.kind.rawValue },
      .init("parcel_id") { $0.statement?.fact.parcelID ?? $0.act?.fact.parcelID },
      .init("land_use_name") {
        $0.statement.flatMap { Cell.joined($0.fact.landUse, \.name) } ?? $0.act?.fact.landUseName
      },
      .init("area_m2") {
        Cell.number(($0.statement?.fact.area ?? $0.act?.fact.area)?.squareMetres)
      },
      .init("indicators") {
        Cell.indicators($0.statement?.fact.indicators ?? $0.act?.fact.indicators ?? [:])
      },
      .init("party") { $0.act?.fact.party },
      .init("document") { $0.source.number },
      .init("document_title") { $0.source.title },
      .init("date") { $0.source.date?.description },
      .init("ended_by") { $0.source.ending?.name },
      .init("ended_on") { $0.source.ending?.date?.description },
      .init("file") { $0.source.place.file },
      .init("line_start") { String($0.source.place.lineStart) },
      .init("line_end") { String($0.source.place.lineEnd) },
    ]
  }
}

extension RecordColumn<SiteRecord> {
  static var site: [RecordColumn] {
    [
      .init("serial") { $0.fact.serial.map(String.init) },
      .init("field_number") { $0.fact.fieldNumber },
      .init("name") { $0.fact.name },
      .init("hazard_type") { $0.fact.hazardType },
      .init("township") { $0.fact.township },
      .init("village") { $0.fact.village },
      .init("location") { $0.fact.location },
      .init("people") { $0.fact.people.map(String.init) },
      .init("property_cny") { Cell.number($0.fact.propertyYuan) },
      .init("exposed") { $0.fact.exposed },
      .init("cause") { $0.fact.cause },
      .init("responsible_township") { $0.fact.responsibleTownship },
      .init("responsible_department") { $0.fact.responsibleDepartment },
      .init("county") { $0.county },
      .init("document") { $0.source.number },
      .init("date") { $0.source.date?.description },
      .init("file") { $0.fact.place.file },
      .init("line_start") { String($0.fact.place.lineStart) },
      .init("line_end") { String($0.fact.place.lineEnd) },
    ]
  }
}

extension RecordColumn<AreaTotal> {
  static var total: [RecordColumn] {
    [
      .init("land_use_name") { $0.landUseName },
      .init("name") { $0.name },
      .init("area_m2") { Cell.number($0.area.squareMetres) },
      .init("area_text") { $0.area.text },
      .init("area_approximate") { Cell.flag($0.area.isApproximate) },
      .init("file") { $0.place.file },
      .init("line_start") { String($0.place.lineStart) },
      .init("line_end") { String($0.place.lineEnd) },
    ]
  }
}
