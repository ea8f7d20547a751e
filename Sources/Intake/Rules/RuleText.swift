/// The files of Data/rules, which the program carries in itself.
enum RuleText {}
