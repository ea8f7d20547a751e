public import ArgumentParser
public import Planning

extension RuleFamily: ExpressibleByArgument {}
extension RuleStage: ExpressibleByArgument {}
extension CheckScope: ExpressibleByArgument {}
extension Diagnostic.Severity: ExpressibleByArgument {}
