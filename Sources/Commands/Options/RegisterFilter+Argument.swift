public import ArgumentParser
public import Planning

extension RegisterFilter.Subject: ExpressibleByArgument {}
