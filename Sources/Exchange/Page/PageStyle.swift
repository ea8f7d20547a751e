/// The style sheet of a report: for a screen of any width and for A4, with and without colours.
enum PageStyle {
  /// The sheet.
  ///
  /// - Parameters:
  ///   - header: what stands at the head of each printed page.
  ///   - pageWords: what stands before and after the number of a page.
  static func sheet(header: String, pageWords: (before: String, after: String)) -> String {
    """
    @page { size: A4; margin: 20mm 15mm 18mm;
      @top-left { content: \(literal(header)); font-size: 9pt; color: #444; }
      @bottom-right { content: \(literal(pageWords.before)) counter(page) " / " counter(pages) \
    \(literal(pageWords.after)); font-size: 9pt; color: #444; } }
    \(screen)\(drawing)\(print)
    """
  }

  /// A text as CSS writes it: every character that is no plain letter or digit by its number.
  static func literal(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value) {
        out.unicodeScalars.append(scalar)
      } else {
        out += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return out + "\""
  }

  private static let screen = """
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 1080px; padding: 24px; background: #fff; color: #1b1b1b;
      font: 15px/1.6 "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC",
        "Microsoft YaHei", "WenQuanYi Micro Hei", SimSun, sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 26px; margin: 0 0 4px; line-height: 1.3; }
    h2 { font-size: 20px; margin: 36px 0 10px; padding-bottom: 4px; border-bottom: 2px solid #333; }
    h3 { font-size: 17px; margin: 26px 0 6px; }
    h4 { font-size: 15px; margin: 0 0 4px; }
    p { margin: 6px 0; }
    a { color: #0b4f9c; }
    code { font-family: "Noto Sans Mono CJK SC", Consolas, Menlo, monospace; font-size: 0.9em; }
    pre { background: #f3f3f3; border: 1px solid #bbb; padding: 8px 10px; white-space: pre-wrap; }
    .quiet { color: #555; }
    .facts { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 10px 0; }
    .facts dt, .finding dt { color: #555; }
    .facts dd, .finding dd { margin: 0; }
    .counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: 10px;
      list-style: none; margin: 14px 0; padding: 0; }
    .counts li { border: 1px solid #999; border-left-width: 8px; padding: 6px 12px; }
    .counts strong { display: block; font-size: 26px; line-height: 1.25;
      font-variant-numeric: tabular-nums; }
    .counts .error { border-left-color: #b00020; } .counts .warning { border-left-color: #b26a00; }
    .counts .info { border-left-color: #2a5db0; }
    .wide { overflow-x: auto; margin: 8px 0 14px; }
    table { border-collapse: collapse; width: 100%; font-size: 14px; }
    caption { text-align: left; font-weight: bold; padding: 6px 0; }
    th, td { border: 1px solid #b5b5b5; padding: 4px 8px; text-align: left; vertical-align: top; }
    thead th { background: #ececec; }
    td, th { overflow-wrap: break-word; }
    thead .number { white-space: normal; }
    tbody th { font-weight: normal; min-width: 7.5em; }
    .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .badge { display: inline-block; border: 1px solid; border-radius: 3px; padding: 0 6px;
      font-size: 13px; white-space: nowrap; }
    .badge.error { color: #b00020; border-width: 2px; } .badge.warning { color: #8a5200; }
    .badge.info { color: #2a5db0; border-style: dotted; } .badge.mark { color: #333; }
    .finding { border: 1px solid #b5b5b5; border-left: 6px solid #555; padding: 10px 14px;
      margin: 10px 0; display: grid; grid-template-columns: 1fr 372px; gap: 6px 18px; }
    .finding.plain { grid-template-columns: 1fr; }
    .finding.error { border-left-color: #b00020; }
    .finding.warning { border-left: 6px double #b26a00; }
    .finding.info { border-left: 6px dotted #2a5db0; }
    .finding dl { display: grid; grid-template-columns: max-content 1fr; gap: 1px 12px;
      margin: 6px 0 0; font-size: 14px; }
    .finding ul { margin: 0; padding-left: 1.1em; }
    .sentence { font-size: 16px; }
    .note { border: 1px solid #555; border-left-width: 6px; padding: 6px 12px; margin: 12px 0; }
    nav ol { columns: 2; margin: 6px 0; }
    footer { margin-top: 40px; border-top: 1px solid #999; padding-top: 8px; font-size: 13px; }
    @media screen and (max-width: 760px) {
      body { padding: 14px; }
      h1 { font-size: 22px; }
      .finding { grid-template-columns: 1fr; }
      .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: 6px; }
      nav ol { columns: 1; }
    }

    """

  private static let drawing = """
    figure { margin: 0; }
    .map { width: 100%; height: auto; max-width: 372px; display: block; }
    figcaption { font-size: 12px; color: #444; line-height: 1.45; margin-top: 2px; }
    .map text { font-family: inherit; fill: #111; text-anchor: middle; }
    .map .label { font-size: 11px; paint-order: stroke; stroke: #fff; stroke-width: 3px; }
    .map .own { font-size: 13px; font-weight: bold; }
    .map .small { font-size: 11px; } .map .stamp { font-size: 13px; font-weight: bold; }
    .map .layer { fill: url(#dots); stroke: #4a6b1f; stroke-width: 1.2; stroke-dasharray: 6 3; }
    .map .parcel { fill: none; stroke: #777; stroke-width: 0.8; }
    .map .subject { fill: #000; fill-opacity: 0.05; stroke: #111; stroke-width: 2.2; }
    .map .subject.schematic, .map .parcel.schematic { stroke-dasharray: 8 4; }
    .map .finding2 { fill: url(#hatch); stroke: #b00020; stroke-width: 2; }
    .map .finding1 { fill: none; stroke: #b00020; stroke-width: 3; }
    .map .finding0 { fill: none; stroke: #b00020; stroke-width: 9; stroke-linecap: round; }
    .map .finding2.schematic { stroke-dasharray: 5 3; }
    .map .mark { fill: none; stroke: #b00020; stroke-width: 1.6; }
    .map .plate { fill: #fff; fill-opacity: 0.85; } .map .bar, .map .border { fill: none;
      stroke: #222; } .map .bar { stroke-width: 1.6; }

    """

  private static let print = """
    @media print {
      body { max-width: none; padding: 0; font-size: 10.5pt; color: #000; }
      nav { display: none; }
      h1 { font-size: 18pt; } h2 { font-size: 14pt; } h3 { font-size: 12pt; }
      h2, h3, h4, h3 ~ p.rule, caption { break-after: avoid; }
      .wide table { font-size: 8.5pt; } th, td { padding: 2px 4px; }
      .finding, .counts li, .note, figure, tr { break-inside: avoid; }
      .finding { grid-template-columns: 1fr 78mm; }
      .finding.plain { grid-template-columns: 1fr; }
      .finding dl { font-size: 9pt; } thead { display: table-header-group; }
      .wide { overflow: visible; }
      a { color: inherit; text-decoration: none; }
      .counts, .map, thead th, .finding { print-color-adjust: exact;
        -webkit-print-color-adjust: exact; }
    }

    """
}
