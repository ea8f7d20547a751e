public import Answers
internal import Planning
public import Terms

/// The answer to a lookup as a page of HTML to print or to file: what was asked, the parcels with their
/// documents and lines, what each layer says, what was not checked.
///
/// The page stands alone: nothing is fetched. Not checked is never told as none.
public struct LookupPage {
  let answers: [LookupAnswer]
  let language: Language

  /// The page of some answers.
  public init(_ answers: [LookupAnswer], _ language: Language) {
    self.answers = answers
    self.language = language
  }

  func word(_ zh: String, _ en: String) -> String { Words(zh, en)[language] }

  private var title: String {
    let asked = answers.map(\.query).joined(separator: Words("、", ", ")[language])
    return word("查询结果：\(asked)", "Lookup: \(asked)")
  }

  /// The page's text.
  public var bytes: [UInt8] {
    var html = HTMLText()
    html.beginPage(title, language, .report(header: title))
    html.nested("body") { html in
      html.nested("main") { html in
        html.element("h1", title)
        if answers.contains(where: isSchematic) { writeSchematicNote(to: &html) }
        for answer in answers { write(answer, to: &html) }
      }
      html.nested("footer") { html in
        html.element(
          "p", ["class": "quiet"],
          word(
            "由 yulin 自动生成。依据以所列文件原件为准。", "Made by yulin. What counts is the documents themselves."))
      }
    }
    html.close("html")
    return html.bytes
  }

  private func verdict(_ answer: LookupAnswer) -> String {
    switch answer.verdict {
    case .found: word("查到", "found")
    case .none: Words.checkedNone[language]
    case .notChecked: Words.notChecked()[language]
    }
  }

  private func isSchematic(_ answer: LookupAnswer) -> Bool {
    answer.here?.isSchematic == true
      || answer.parcels.contains { $0.boundary?.isSchematic == true }
      || answer.surroundings.contains { $0?.isSchematic == true }
  }

  private func writeSchematicNote(to html: inout HTMLText) {
    html.element(
      "p", ["class": "note"],
      word(
        "涉及示意图形。示意图形未经测量，结论仅供参考，不得作为权属或审批依据。",
        "Schematic shapes take part. They are not surveyed: what follows from them is a hint, and no "
          + "basis for decisions."))
  }

  private func write(_ answer: LookupAnswer, to html: inout HTMLText) {
    html.element("h2", answer.query)
    html.nested("dl", ["class": "facts"]) { html in
      html.fact(word("结果", "Answer"), verdict(answer))
      html.fact(word("截至日期", "As of"), answer.toldMoment.asOf?.description)
      html.fact(word("登记内容截至", "As known at"), answer.toldMoment.knownAt)
      if let asked = answer.here?.asked {
        html.fact(word("坐标系", "Coordinate system"), asked.epsg.map { "EPSG:\($0)" })
        html.fact(word("面积", "Area"), asked.squareMetres.map(area))
        html.fact(word("未查原因", "Not checked"), asked.reason.map { $0.name[language] })
      }
    }
    if let here = answer.here {
      writeParcels(of: here, to: &html)
      writeLayers(of: here, to: &html)
    }
    for (index, parcel) in answer.parcels.enumerated() {
      write(parcel, to: &html)
      guard answer.here == nil, answer.surroundings.indices.contains(index),
        let around = answer.surroundings[index]
      else { continue }
      writeLayers(of: around, to: &html)
      writeParcels(of: around, to: &html)
    }
    writeOthers(of: answer, to: &html)
  }

  private func area(_ area: Double) -> String {
    [AreaText.squareMetres, AreaText.hectares, AreaText.mu].map { $0(area, language) }
      .joined(separator: " = ")
  }
}
