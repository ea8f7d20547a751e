import ArgumentParser

/// How an answer that is no list of records is written.
enum PlainFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json
}
