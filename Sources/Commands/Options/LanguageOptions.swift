import ArgumentParser
import Exchange
import Terms

/// The language, on every command. Read by ``Language/current`` before parsing; declared here so
/// that the parser knows it and help names it.
struct LanguageOptions: ParsableArguments {
  @Option(help: .init(Wording.Help.language.text, valueName: "en|zh"))
  var lang: Language?
}
