#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace koodrive {

/// A record of comma-separated values.
struct CsvRecord {
  std::uint32_t begin = 0;        ///< the offset of its first byte in the text
  std::uint32_t beginInFile = 0;  ///< that offset in the file, whose encoding may be another one
  std::uint32_t line = 1;         ///< 1-based; line ends within quotation marks count
};

/// A quotation mark that is never closed.
struct OpenQuote {
  std::size_t offset = 0;
  std::uint32_t line = 1;
};

/// Finds the records of comma-separated values (RFC 4180) in `text`, UTF-8, from the offset `from` on, which
/// is on `line`. Line ends are LF, CR LF and CR, also mixed. Blank lines are no records. `beginInFile` is
/// left 0.
[[nodiscard]] std::expected<std::vector<CsvRecord>, OpenQuote> findCsvRecords(std::string_view text,
                                                                              char delimiter,
                                                                              std::size_t from = 0,
                                                                              std::uint32_t line = 1);

/// Reads the fields of one record of UTF-8 text, from left to right.
class CsvFields {
 public:
  /// `record` is borrowed. Its line end, and what follows it, is ignored.
  CsvFields(std::string_view record, char delimiter) noexcept : rest_(record), delimiter_(delimiter) {}

  /// The next field without its quotation marks, absent after the last one. Borrowed until the next call.
  [[nodiscard]] std::optional<std::string_view> next();

  /// The number of fields that are left, all of which are read.
  [[nodiscard]] std::size_t countRest();

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
