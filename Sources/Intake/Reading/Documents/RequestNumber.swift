import Foundation
import Planning

/// The number of the request that a reply answers.
enum RequestNumber {
  /// The first document number in brackets behind 请示, 申请, 报告 …; not the document's own.
  static func find(in head: String, own: String?) -> String? {
    var rest = Substring(head)
    while let open = rest.firstIndex(where: { $0 == "(" }) {
      let tail = rest[rest.index(after: open)...]
      guard let end = tail.firstIndex(of: "号") else { return nil }
      let before = rest[..<open].suffix(12)
      let isRequest = before.mentions(anyOf: "请示 申请 报告 函 》 意见 呈")
      if isRequest, let number = DocumentNumber(tail[...end]), number.description != own {
        return number.description
      }
      rest = tail
    }
    return nil
  }
}
