#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.hpp"

namespace koodrive {

/// A record of comma-separated values.
struct CsvRecord {
  std::uint32_t begin = 0;  ///< the offset of its first byte
  std::uint32_t line = 1;   ///< 1-based; line ends within quotation marks count
};

/// Finds the records of comma-separated values (RFC 4180) in `text`, UTF-8 or GB18030, from the offset `from`
/// on, which is on `line`. Line ends are LF, CR LF and CR, also mixed. Blank lines are no records.
/// Delimiters, quotation marks and line ends are never a part of another character in these encodings, so
/// nothing is decoded. Errors (MalformedFile): QuoteNotClosed, with the line on which the quotation mark
/// stands and its offset.
[[nodiscard]] Result<std::vector<CsvRecord>> findCsvRecords(std::string_view text, char delimiter,
                                                            std::size_t from = 0, std::uint32_t line = 1);

/// Reads the fields of one record of UTF-8 text, from left to right.
class CsvFields {
 public:
  /// `record` is borrowed. Its line end, and what follows it, is ignored.
  CsvFields(std::string_view record, char delimiter) noexcept : rest_(record), delimiter_(delimiter) {}

  /// The next field without its quotation marks, absent after the last one. Borrowed until the next call.
  [[nodiscard]] std::optional<std::string_view> next();

 private:
  [[nodiscard]] std::string_view nextQuoted();
  [[nodiscard]] std::string_view nextBare() noexcept;
  void skipDelimiter() noexcept;

  std::string_view rest_;
  char delimiter_;
  bool ended_ = false;
  std::string unquoted_;
};

}  // namespace koodrive
