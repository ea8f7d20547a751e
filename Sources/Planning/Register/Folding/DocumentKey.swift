/// What documents are known by: the number whatever its spelling, or title and date where there is
/// none.
public enum DocumentKey {
  /// The key of a document.
  public static func of(_ document: LandDocument) -> String {
    guard let number = document.number else {
      return "\(SearchText.normalized(document.title))|\(document.date?.description ?? "")"
    }
    return of(number: number)
  }

  /// The key of a number: `样政函〔2025〕第62号` and `样政函[2025]62号` have the same.
  public static func of(number text: some StringProtocol) -> String {
    DocumentNumber(text)?.key ?? SearchText.normalized(text)
  }
}
