#include "core/import_file/import_file.hpp"

#include <algorithm>
#include <utility>

#include "core/import_file/csv_dialect.hpp"
#include "core/text/utf8.hpp"

namespace koodrive {
namespace {

Error malformed(ErrorReason reason, std::optional<TextPosition> position = std::nullopt) {
  return {.kind = ErrorKind::MalformedFile, .reason = reason, .position = position};
}

std::size_t firstIllFormedByte(std::string_view text) noexcept {
  std::size_t at = 0;
  while (const std::size_t length = sequenceLength(text.substr(at))) {
    at += length;
  }
  return at;
}

std::size_t unitBytesOf(FileEncoding encoding) noexcept {
  return encoding == FileEncoding::Utf16Le || encoding == FileEncoding::Utf16Be ? 2 : 1;
}

}  // namespace

Result<ImportFile> ImportFile::read(Content content, std::optional<char> delimiter) {
  const bool isUtf8File = content.encoding == FileEncoding::Utf8;
  if (isUtf8File && !isUtf8(content.bytes)) {
    return std::unexpected(
        malformed(ErrorReason::InvalidEncoding, TextPosition{.offset = firstIllFormedByte(content.bytes)}));
  }
  const std::size_t markBytes = byteOrderMarkLength(content.bytes, content.encoding);
  const std::size_t textStart = isUtf8File ? markBytes : 0;
  const CsvDialect dialect = detectCsvDialect(
      std::string_view(isUtf8File ? content.bytes : content.text).substr(textStart), delimiter);

  ImportFile file(std::move(content), dialect.delimiter, textStart);
  const std::uint32_t firstLine = dialect.preambleSize == 0 ? 1 : 2;
  auto records =
      findCsvRecords(file.text(), FileEncoding::Utf8, file.delimiter_, dialect.preambleSize, firstLine);
  if (!records) {
    return std::unexpected(std::move(records).error());
  }
  if (records->empty()) {
    return std::unexpected(malformed(ErrorReason::EmptyFile));
  }
  file.textRecords_ = *std::move(records);
  if (!isUtf8File) {
    // The preamble is ASCII, so each of its characters is one code unit.
    const std::size_t from = markBytes + (dialect.preambleSize * unitBytesOf(file.encoding()));
    auto byteRecords = findCsvRecords(file.content_.bytes, file.encoding(), file.delimiter_, from, firstLine);
    if (!byteRecords) {
      return std::unexpected(std::move(byteRecords).error());
    }
    file.byteRecords_ = *std::move(byteRecords);
  }
  return file;
}

std::string_view ImportFile::text() const noexcept {
  return std::string_view(encoding() == FileEncoding::Utf8 ? content_.bytes : content_.text)
      .substr(textStart_);
}

CsvFields ImportFile::fieldsOfRecord(std::size_t record) const {
  return {text().substr(textRecords_[record].begin), delimiter_};
}

std::vector<std::string> ImportFile::columns() const {
  std::vector<std::string> columns;
  CsvFields fields = fieldsOfRecord(0);
  while (const auto field = fields.next()) {
    columns.emplace_back(*field);
  }
  return columns;
}

CsvFields ImportFile::fieldsOf(std::size_t row) const {
  return fieldsOfRecord(row + 1);
}

std::string_view ImportFile::bytesBeforeRows() const {
  return std::string_view(content_.bytes).substr(0, beginOfBytes(1));
}

std::string_view ImportFile::bytesOf(std::size_t row) const {
  const std::size_t begin = beginOfBytes(row + 1);
  return std::string_view(content_.bytes).substr(begin, beginOfBytes(row + 2) - begin);
}

std::size_t ImportFile::beginOfBytes(std::size_t record) const {
  if (record == textRecords_.size()) {
    return content_.bytes.size();
  }
  return encoding() == FileEncoding::Utf8 ? textStart_ + textRecords_[record].begin
                                          : byteRecords_[record].begin;
}

}  // namespace koodrive
