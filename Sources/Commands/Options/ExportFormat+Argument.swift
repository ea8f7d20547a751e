public import ArgumentParser
public import Exchange

extension ExportFormat: ExpressibleByArgument {}
