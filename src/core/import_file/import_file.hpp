#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "core/import_file/csv_records.hpp"
#include "core/import_file/file_encoding.hpp"

namespace koodrive {

/// The file that an administrator imported: comma-separated values with a header. Its bytes are kept as they
/// are; nothing is copied for a field.
class ImportFile {
 public:
  /// The file's bytes and, unless the encoding is UTF-8, the same text decoded to UTF-8 with the byte order
  /// mark removed.
  struct Content {
    std::string bytes;
    FileEncoding encoding = FileEncoding::Utf8;
    std::string text;
  };

  /// Errors (MalformedFile): those of `whyNotCsv`, EmptyFile also if there is no header, InvalidEncoding for
  /// ill-formed UTF-8 with the offset of the first such byte, QuoteNotClosed. Throws std::bad_alloc when
  /// memory runs out.
  [[nodiscard]] static Result<ImportFile> read(Content content, std::optional<char> delimiter = std::nullopt);

  [[nodiscard]] FileEncoding encoding() const noexcept { return content_.encoding; }
  [[nodiscard]] char delimiter() const noexcept { return delimiter_; }

  /// The header's fields.
  [[nodiscard]] std::vector<std::string> columns() const;

  /// The number of records after the header.
  [[nodiscard]] std::size_t rowCount() const noexcept { return textRecords_.size() - 1; }

  /// The 1-based line on which the row `row` < rowCount() begins.
  [[nodiscard]] std::uint32_t lineOf(std::size_t row) const { return textRecords_[row + 1].line; }

  /// The fields of the row `row` < rowCount(); it may have more or fewer of them than the header.
  [[nodiscard]] CsvFields fieldsOf(std::size_t row) const;

  /// The bytes before the first row as they are: byte order mark, `sep=` line, header, and blank lines.
  [[nodiscard]] std::string_view bytesBeforeRows() const;

  /// The bytes of the row `row` < rowCount() as they are, with its line end and the blank lines after it.
  [[nodiscard]] std::string_view bytesOf(std::size_t row) const;

 private:
  ImportFile(Content content, char delimiter, std::size_t textStart)
      : content_(std::move(content)), delimiter_(delimiter), textStart_(textStart) {}

  [[nodiscard]] std::string_view text() const noexcept;
  /// Whether the decoded text has the same records as the bytes, as the text of a correct decoder has.
  [[nodiscard]] bool recordsAgree() const noexcept;
  /// The offset in the file of the record `record`, or the file's size for the one after the last.
  [[nodiscard]] std::size_t beginOfBytes(std::size_t record) const;
  [[nodiscard]] CsvFields fieldsOfRecord(std::size_t record) const;

  Content content_;
  char delimiter_;
  std::size_t textStart_;
  std::vector<CsvRecord> textRecords_;
  std::vector<CsvRecord> byteRecords_;  ///< empty for UTF-8, whose text is its bytes
};

}  // namespace koodrive
