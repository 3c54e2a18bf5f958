#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace koodrive {

/// How the fields of a file are separated.
struct CsvDialect {
  char delimiter = ',';  ///< a comma, a semicolon or a tab; whatever a `sep=` line names
  std::size_t preambleSize =
      0;  ///< the length in bytes of the `sep=` line, which spreadsheet programs write before the header
};

/// The dialect of `text`, UTF-8 without a byte order mark: what its `sep=` line names, else the delimiter
/// among comma, semicolon and tab that divides the first records into the same number of fields most often; a
/// comma where none divides them. A `delimiter` that is given is taken instead.
[[nodiscard]] CsvDialect detectCsvDialect(std::string_view text,
                                          std::optional<char> delimiter = std::nullopt);

}  // namespace koodrive
