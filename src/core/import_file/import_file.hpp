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

  /// Errors (MalformedFile): EmptyFile if there is no header; InvalidEncoding for ill-formed UTF-8, and for a
  /// text that is not that of the bytes; QuoteNotClosed with the line on which the quotation mark stands and
  /// its offset in the text. Throws std::bad_alloc when memory runs out.
  [[nodiscard]] static Result<ImportFile> read(Content content, std::optional<char> delimiter = std::nullopt);

  [[nodiscard]] char delimiter() const noexcept { return delimiter_; }

  /// The fields of the header.
  [[nodiscard]] CsvFields header() const { return fieldsOfRecord(0); }

  /// The number of records after the header.
  [[nodiscard]] std::size_t rowCount() const noexcept { return records_.size() - 1; }

  /// The 1-based line on which the row `row` < rowCount() begins.
  [[nodiscard]] std::uint32_t lineOf(std::size_t row) const { return records_[row + 1].line; }

  /// The fields of the row `row` < rowCount(); it may have more or fewer of them than the header.
  [[nodiscard]] CsvFields fieldsOf(std::size_t row) const { return fieldsOfRecord(row + 1); }

  /// The bytes before the first row as they are: byte order mark, `sep=` line, header, and blank lines.
  [[nodiscard]] std::string_view bytesBeforeRows() const { return bytesBetween(0, beginOfBytes(1)); }

  /// The bytes of the row `row` < rowCount() as they are, with its line end and the blank lines after it.
  [[nodiscard]] std::string_view bytesOf(std::size_t row) const {
    return bytesBetween(beginOfBytes(row + 1), beginOfBytes(row + 2));
  }

 private:
  explicit ImportFile(Content content) : content_(std::move(content)) {}

  [[nodiscard]] std::optional<Error> findRecords(std::optional<char> delimiter);
  /// Finds where the records begin in the file. Returns false if its bytes are not those of the text.
  [[nodiscard]] bool locateRecords(std::size_t markBytes) noexcept;
  [[nodiscard]] std::string_view text() const noexcept;
  /// The offset in the file of the record `record`, or the file's size for the one after the last.
  [[nodiscard]] std::size_t beginOfBytes(std::size_t record) const {
    return record == records_.size() ? content_.bytes.size() : records_[record].beginInFile;
  }
  [[nodiscard]] std::string_view bytesBetween(std::size_t begin, std::size_t end) const {
    return std::string_view(content_.bytes).substr(begin, end - begin);
  }
  [[nodiscard]] CsvFields fieldsOfRecord(std::size_t record) const {
    return {text().substr(records_[record].begin), delimiter_};
  }

  Content content_;
  char delimiter_ = ',';
  std::vector<CsvRecord> records_;  ///< the header first
};

}  // namespace koodrive
