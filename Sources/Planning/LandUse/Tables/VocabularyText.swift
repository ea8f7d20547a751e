/// The tables of Data/vocabularies as text, one string a table, so that the program carries them in
/// itself. Scripts/generate-vocabularies writes the members.
enum VocabularyText {}
