public import ArgumentParser
import Exchange
public import Filtering

/// What is listed or exported, and in which order.
struct FilterOptions: ParsableArguments {
  @Option(
    name: .customLong("where"), help: .init(Wording.Help.conditions.text, valueName: "condition"))
  var conditions: [String] = []

  @Option(help: .init(Wording.Help.sort.text, valueName: "names"))
  var sort: String?
}

extension RegisterFilter.Subject: ExpressibleByArgument {}
