public import Answers
internal import Characters
public import Planning
public import Terms

// The tables of the page.
extension LookupPage {
  /// A parcel: what it is, what may be built, and the documents and lines that say so.
  func write(_ parcel: ParcelRecord, to html: inout HTMLText) {
    let place = [parcel.county, parcel.values.plan].compactMap(\.self).joined(separator: " · ")
    html.element("h3", [parcel.label, place].filter { !$0.isEmpty }.joined(separator: "  "))
    html.table { html in
      for (name, value) in rows(of: parcel) { html.row([.heading(name), .words(value)]) }
    }
  }

  private func rows(of parcel: ParcelRecord) -> [(String, String)] {
    let values = parcel.values
    var rows: [(String, String?)] = [
      (Words(property: "name")[language], values.name),
      (
        Words(property: "land_use")[language],
        values.landUse.isEmpty ? nil : values.landUse.text
      ),
      (
        Words(property: "area_m2")[language],
        values.area.map { AreaText.full($0, language) }
      ),
    ]
    for indicator in Indicator.allCases {
      rows.append(
        (
          indicator.name[language],
          values.indicators[indicator].map { $0.notation(of: indicator) }
        ))
    }
    rows += [
      (Words(property: "location")[language], values.location),
      (Words(property: "status")[language], parcel.status.name[language]),
      (word("界线", "Boundary"), boundary(parcel)),
    ]
    rows += parcel.transactions.map { (word("行为", "Act"), words(of: $0)) }
    rows += parcel.proposals.map { (word("未生效", "Not in force"), words(of: $0)) }
    rows += parcel.ended.map { (word("已失效", "No longer in force"), words(of: $0)) }
    rows += parcel.documents.reversed().map { (word("依据", "Document"), source($0)) }
    return rows.compactMap { name, value in value.map { (name, $0) } }
  }

  /// An act with its stage, its money and its document.
  private func words(of record: TransactionRecord) -> String {
    let act = record.fact
    let prices = act.prices.map {
      "\($0.kind.name[language]) \(AreaText.money($0.amountYuan, language))"
    }
    let words: [String?] =
      [act.kind.name[language], act.stage == .approved ? nil : act.stage.name[language]]
      + [act.area.map { AreaText.short($0, language) }, act.landUseName, act.party] + prices
      + [act.terms.isEmpty ? nil : act.terms.map(\.text).joined(separator: word("、", ", "))]
      + [act.contractNumber, act.supervisionNumber, source(record.source)]
    return words.compactMap(\.self).joined(separator: "  ")
  }

  /// A fact that is not in force, with what its document does or by what it was ended.
  private func words(of fact: FactApart) -> String {
    let use = fact.statement.map(\.fact.landUse.text) ?? fact.act?.fact.landUseName
    let area = (fact.statement?.fact.area ?? fact.act?.fact.area).map {
      AreaText.short($0, language)
    }
    let ending = fact.source.ending.map { ending in
      [ending.date?.description, ending.manner.name[language], ending.name]
        .compactMap(\.self).joined(separator: " ")
    }
    let words = [
      fact.source.force.name[language], fact.act?.fact.kind.name[language], use, area, ending,
      source(fact.source),
    ]
    return words.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private func boundary(_ parcel: ParcelRecord) -> String {
    guard let boundary = parcel.boundary else { return word("库中没有", "none in the register") }
    let area = boundary.squareMetres.map { AreaText.squareMetres($0, language) }
    return [
      boundary.quality.name[language], area, boundary.crs,
      "\(boundary.file):\(boundary.place)",
    ].compactMap(\.self).joined(separator: word("，", ", "))
  }

  /// A document with its lines.
  private func source(_ source: DocumentReference) -> String {
    let (start, end) = (source.place.lineStart, source.place.lineEnd)
    let lines = start == end ? "\(start)" : "\(start)–\(end)"
    return [source.date?.description, source.name, "\(source.place.file):\(lines)"]
      .compactMap(\.self).joined(separator: "  ")
  }

  /// The parcels that a place meets, or a parcel's neighbours.
  func writeParcels(of here: PlaceAnswer, to html: inout HTMLText) {
    html.element(
      "h3", here.asked.kind == .parcel ? word("相邻地块", "Neighbours") : word("地块", "Parcels"))
    guard !here.parcels.isEmpty else {
      let words =
        here.parcelVerdict == .none ? .checkedNone : Words.notChecked(here.parcelReason)
      return html.element("p", words[language])
    }
    let titles: [HTMLText.Cell] = [
      .words(word("地块", "parcel")), .words(word("用途", "land use")),
    ]
    html.table(titles + landTitles(word("占地块 %", "% of the parcel"))) { html in
      for found in here.parcels {
        let record = found.record
        let label = [record.label, record.values.plan].compactMap(\.self).joined(separator: "  ")
        html.row(
          [.words(label), .words(record.values.landUse.text)] + cells(found.land)
            + [.words(note(found.land, isSchematic: record.boundary?.isSchematic == true))])
      }
    }
    if here.parcelCount > here.parcels.count {
      html.element("p", word("共 \(here.parcelCount) 个", "\(here.parcelCount) in all"))
    }
    if here.withoutBoundary > 0 {
      html.element(
        "p", ["class": "quiet"],
        word(
          "\(here.withoutBoundary) 个地块没有界线，未查",
          "\(here.withoutBoundary) parcels have no boundary and were not checked"))
    }
  }

  /// What each layer says.
  func writeLayers(of here: PlaceAnswer, to html: inout HTMLText) {
    html.element("h3", word("图层", "Layers"))
    let titles: [HTMLText.Cell] = [
      .words(word("图层", "layer")), .words(word("结果", "answer")),
    ]
    html.table(titles + landTitles(word("占图斑 %", "% of the feature"))) { html in
      for layer in here.layers { write(layer, to: &html) }
    }
  }

  /// The heads of the columns that tell the land in common with what is asked.
  private func landTitles(_ share: String) -> [HTMLText.Cell] {
    [
      .number(word("面积（平方米）", "m²")), .number(word("亩", "mu")),
      .number(word("占所查 %", "% of the asked")), .number(share), .words(word("备注", "note")),
    ]
  }

  private func write(_ layer: LayerAnswer, to html: inout HTMLText) {
    let name =
      (layer.layer?.source.name ?? layer.role.name[language])
      + (layer.isSchematic ? Words.schematicMark[language] : "")
    guard layer.verdict == .found else {
      let words = layer.verdict == .none ? .checkedNone : Words.notChecked(layer.reason)
      return html.row(
        [.words(name), .words(words[language])] + Array(repeating: .words(""), count: 5))
    }
    for feature in layer.features {
      let label = feature.attributes.label
      html.row(
        [.words(name), .words(label.isEmpty ? "#\(feature.number)" : label)]
          + cells(feature.land) + [.words(note(feature.land, isSchematic: layer.isSchematic))])
    }
  }

  private func cells(_ land: SharedLand) -> [HTMLText.Cell] {
    func number(_ value: Double?) -> HTMLText.Cell {
      .number(value.map { NumberText.decimal($0, places: 2, keep: 2) } ?? "")
    }
    let area = land.squareMetres > 0 ? land.squareMetres : nil
    return [
      number(area), number(area.map(AreaUnit.mu(fromSquareMetres:))), number(land.shareOfAsked),
      number(land.shareOfFound),
    ]
  }

  private func note(_ land: SharedLand, isSchematic: Bool) -> String {
    var notes: [String] = []
    if land.distance > 0 {
      let metres = NumberText.decimal(land.distance, places: 1)
      notes.append(word("相距 \(metres) 米", "\(metres) m away"))
    }
    if land.isOnlyBoundary { notes.append(word("只有界线相接", "only boundaries meet")) }
    if land.isSliver { notes.append(word("狭长", "sliver")) }
    if isSchematic { notes.append(Words.schematicShort[language]) }
    return notes.joined(separator: word("，", ", "))
  }

  /// Documents, acts and sites that were found, and near misses.
  func writeOthers(of answer: LookupAnswer, to html: inout HTMLText) {
    if !answer.documents.isEmpty {
      html.element("h3", word("文件", "Documents"))
      html.nested("ul") { html in
        for document in answer.documents { html.element("li", source(document.reference)) }
      }
    }
    if !answer.transactions.isEmpty {
      html.element("h3", word("储备、供应、收回", "Reserve, supply and reclaim acts"))
      html.nested("ul") { html in
        for record in answer.transactions {
          let act = record.fact
          let words = [
            act.kind.name[language], act.parcelID, act.name, source(record.source),
          ]
          html.element("li", words.compactMap(\.self).joined(separator: "  "))
        }
      }
    }
    let apart = answer.proposals + answer.ended
    if !apart.isEmpty {
      html.element("h3", word("未生效或已失效", "Not in force"))
      html.nested("ul") { html in
        for fact in apart {
          let number = fact.statement?.fact.parcelID ?? fact.act?.fact.parcelID
          let words = [number, self.words(of: fact)]
          html.element("li", words.compactMap(\.self).joined(separator: "  "))
        }
      }
    }
    if answer.leftOut.count > 0 { html.element("p", Words.leftOut(answer.leftOut)[language]) }
    if !answer.suggestions.isEmpty {
      html.element(
        "p",
        word("相近的有：", "Near misses: ")
          + answer.suggestions.joined(separator: word("、", ", ")))
    }
  }
}

// What the page and the terminal say alike.
extension Words {
  /// It was looked for, and there is nothing.
  public static let checkedNone = Words("已查，没有", "checked, none")

  /// More was found than is told.
  public static func leftOut(_ others: LookupAnswer.LeftOut) -> Words {
    let all: [(Int, String, String)] = [
      (others.parcels, "个地块", "parcels"), (others.documents, "份文件", "documents"),
      (others.transactions, "项供应、储备、收回", "acts"), (others.sites, "处隐患点", "hazard sites"),
    ]
    let told = all.filter { $0.0 > 0 }
    let chinese = told.map { "\(NumberText.grouped($0.0)) \($0.1)" }.joined(separator: "、")
    let english = told.map { "\(NumberText.grouped($0.0)) \($0.2)" }.joined(separator: ", ")
    return Words(
      "还找到\(chinese)，未列出；--limit 可多列", "found and not shown: \(english); --limit shows more")
  }
  /// Shapes that only show roughly where something lies.
  public static let schematicShort = Words("示意", "schematic")
  /// The same behind a name.
  public static let schematicMark = Words("（示意）", " (schematic)")

  /// It was not looked for, and why.
  public static func notChecked(_ reason: NotCheckedReason? = nil) -> Words {
    reason.map { notChecked($0.name) } ?? Words("未查", "not checked")
  }

  /// It was not looked for, and why.
  public static func notChecked(_ what: Words) -> Words {
    Words("未查：\(what[.zh])", "not checked: \(what[.en])")
  }
}
