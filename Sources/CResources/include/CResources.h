#pragma once

/// The text of a file of the repository that the program carries in itself, ended by a zero;
/// null where it carries none of that path.
const char *_Nullable resource_text(const char *_Nonnull path);
