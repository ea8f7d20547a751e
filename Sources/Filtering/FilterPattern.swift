/// The pattern of LIKE: `%` stands for any characters, `_` for one, `\` takes the sense from the
/// character behind it.
public struct FilterPattern: Hashable, Sendable {
  /// The pattern as written.
  public let text: String
  /// Whether capitals do not matter (CASEI around the pattern).
  public let isCaseInsensitive: Bool
  private let pieces: [Piece]

  private enum Piece: Hashable, Sendable {
    case scalar(Unicode.Scalar)
    case one
    case many
  }

  /// A pattern; `nil` where a `\` stands before anything but `%`, `_` and `\`.
  init?(_ text: String, isCaseInsensitive: Bool) {
    self.text = text
    self.isCaseInsensitive = isCaseInsensitive
    var pieces: [Piece] = []
    var isEscaped = false
    for scalar in (isCaseInsensitive ? CaseFolding.folded(text) : text).unicodeScalars {
      if isEscaped {
        guard scalar == "%" || scalar == "_" || scalar == "\\" else { return nil }
        pieces.append(.scalar(scalar))
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "%" {
        if pieces.last != .many { pieces.append(.many) }
      } else {
        pieces.append(scalar == "_" ? .one : .scalar(scalar))
      }
    }
    guard !isEscaped else { return nil }
    self.pieces = pieces
  }

  /// Whether a whole text fits. The time is at most the product of both lengths.
  func matches(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    var place = scalars.startIndex
    var piece = 0
    var retry: (piece: Int, place: String.Index)?
    while place < scalars.endIndex {
      if piece < pieces.count {
        switch pieces[piece] {
        case .many:
          retry = (piece + 1, place)
          piece += 1
          continue
        case .one:
          piece += 1
          scalars.formIndex(after: &place)
          continue
        case .scalar(let scalar) where scalar == scalars[place]:
          piece += 1
          scalars.formIndex(after: &place)
          continue
        case .scalar: break
        }
      }
      guard var last = retry else { return false }
      scalars.formIndex(after: &last.place)
      (piece, place) = (last.piece, last.place)
      retry = last
    }
    return pieces[piece...].allSatisfy { $0 == .many }
  }
}

/// Texts without regard to capitals.
enum CaseFolding {
  /// Capitals first, then small letters: so `ß` is `ss`, and both forms of σ are one.
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 && !(65...90).contains($0) }) { return text }
    return text.uppercased().lowercased()
  }
}
