#include "core/import_file/import_file.hpp"

#include <algorithm>
#include <utility>

#include "core/import_file/csv_dialect.hpp"
#include "core/text/ascii.hpp"
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

bool isUtf16(FileEncoding encoding) noexcept {
  return encoding == FileEncoding::Utf16Le || encoding == FileEncoding::Utf16Be;
}

/// The number of UTF-16 code units that `text` (UTF-8) has.
std::size_t utf16Length(std::string_view text) noexcept {
  constexpr unsigned firstLead = 0xC0;
  constexpr unsigned firstLeadOfFour = 0xF0;
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    units += (isAscii(c) || byte >= firstLead ? 1U : 0U) + (byte >= firstLeadOfFour ? 1U : 0U);
  }
  return units;
}

/// Where the records of `text` (UTF-8) begin in a UTF-16 file whose byte order mark takes `markBytes`.
std::vector<CsvRecord> recordsInUtf16(std::string_view text, const std::vector<CsvRecord>& records,
                                      std::size_t markBytes) {
  std::vector<CsvRecord> inBytes;
  inBytes.reserve(records.size());
  std::size_t at = 0;
  std::size_t bytes = markBytes;
  for (const CsvRecord& record : records) {
    bytes += 2 * utf16Length(text.substr(at, record.begin - at));
    at = record.begin;
    inBytes.push_back({.begin = static_cast<std::uint32_t>(bytes), .line = record.line});
  }
  return inBytes;
}

}  // namespace

Result<ImportFile> ImportFile::read(Content content, std::optional<char> delimiter) {
  if (const auto reason = whyNotCsv(content.bytes)) {
    return std::unexpected(malformed(*reason));
  }
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
  auto records = findCsvRecords(file.text(), file.delimiter_, dialect.preambleSize, firstLine);
  if (!records) {
    return std::unexpected(std::move(records).error());
  }
  if (records->empty()) {
    return std::unexpected(malformed(ErrorReason::EmptyFile));
  }
  file.textRecords_ = *std::move(records);
  if (isUtf16(file.encoding())) {
    file.byteRecords_ = recordsInUtf16(file.text(), file.textRecords_, markBytes);
  } else if (!isUtf8File) {
    auto inBytes =
        findCsvRecords(file.content_.bytes, file.delimiter_, markBytes + dialect.preambleSize, firstLine);
    if (!inBytes) {
      return std::unexpected(std::move(inBytes).error());
    }
    file.byteRecords_ = *std::move(inBytes);
  }
  if (!isUtf8File && !file.recordsAgree()) {
    return std::unexpected(malformed(ErrorReason::InvalidEncoding, TextPosition{}));
  }
  return file;
}

bool ImportFile::recordsAgree() const noexcept {
  return byteRecords_.size() == textRecords_.size() && byteRecords_.back().begin < content_.bytes.size();
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
