internal import Terms
import Exchange
import Planning

/// An act on land on one line: when, what, how much, to whom, by which document.
enum TransactionText {
  static func line(_ record: TransactionRecord) -> String {
    let act = record.fact
    let kind =
      act.kind.name.text
      + (act.isConcluded ? Wording.concluded.text : "")
    return [
      record.source.date?.description, kind,
      act.area.map { AreaText.short($0, .current) },
      act.amountYuan.map { AreaText.money($0, .current) }, act.party, act.purpose,
      record.source.name, SourceText.place(act.place),
    ].compactMap { $0 }.joined(separator: "  ")
  }
}
