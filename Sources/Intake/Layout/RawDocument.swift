import Planning

/// One document of a source, its head read, its body not yet.
struct RawDocument {
  /// The document number in its one spelling.
  var number: String?
  /// The title on one line.
  var title: String
  /// The day it was signed.
  var date: CalendarDate?
  /// Who issued it.
  var issuer: String?
  /// To whom it is addressed.
  var addressee: String?
  /// Whether it looks like an official paper: a number, an addressee, a signature, a title or a form.
  var hasForm = false
  /// The line of its signature.
  var signedLine: Int?
  /// Its first line, counted from 1.
  var firstLine: Int
  /// Its last line, counted from 1.
  var lastLine: Int
  /// The lines after the head, page furniture left out, the signature included.
  var body: [SourceLine]
}
