public import ArgumentParser
internal import Exchange
import Foundation
public import Terms

extension Language: ExpressibleByArgument {
  /// The language this process speaks: `--lang` where it is among the arguments, else what the
  /// environment asks for. Needed before the arguments are parsed, since help is words too.
  static let current: Language = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument.hasPrefix("--lang="),
        let language = Language(rawValue: String(argument.dropFirst(7)))
      {
        return language
      }
      if argument == "--lang", index + 1 < arguments.count,
        let language = Language(rawValue: arguments[index + 1])
      {
        return language
      }
    }
    return Language(environment: ProcessInfo.processInfo.environment)
  }()
}

extension Words {
  /// The words in the language this process speaks.
  var text: String { self[.current] }
}
