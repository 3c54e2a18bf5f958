#include "core/import_file/import_file.hpp"

#include <utility>

#include "core/import_file/csv_dialect.hpp"
#include "core/text/utf8.hpp"

namespace koodrive {
namespace {

Error unreadable(ErrorReason reason, std::optional<TextPosition> position = std::nullopt) {
  return {.kind = ErrorKind::MalformedFile, .reason = reason, .position = position};
}

}  // namespace

Result<ImportFile> ImportFile::read(Content content, std::optional<char> delimiter) {
  ImportFile file(std::move(content));
  if (auto error = file.findRecords(delimiter)) {
    return std::unexpected(*std::move(error));
  }
  return file;
}

std::optional<Error> ImportFile::findRecords(std::optional<char> delimiter) {
  const std::size_t markBytes = byteOrderMarkLength(content_.bytes, content_.encoding);
  if (!isUtf8(text())) {
    return unreadable(ErrorReason::InvalidEncoding);
  }
  const CsvDialect dialect = detectCsvDialect(text(), delimiter);
  delimiter_ = dialect.delimiter;
  auto records = findCsvRecords(text(), delimiter_, dialect.preambleSize, dialect.preambleSize == 0 ? 1 : 2);
  if (!records) {
    return unreadable(ErrorReason::QuoteNotClosed,
                      TextPosition{.offset = records.error().offset, .line = records.error().line});
  }
  if (records->empty()) {
    return unreadable(ErrorReason::EmptyFile);
  }
  records_ = *std::move(records);
  return locateRecords(markBytes) ? std::nullopt : std::optional(unreadable(ErrorReason::InvalidEncoding));
}

bool ImportFile::locateRecords(std::size_t markBytes) noexcept {
  const std::string_view bytes = content_.bytes;
  std::size_t inText = 0;
  std::size_t inFile = markBytes;
  for (CsvRecord& record : records_) {
    if (content_.encoding == FileEncoding::Utf8) {
      inFile = markBytes + record.begin;
    }
    while (content_.encoding != FileEncoding::Utf8 && inText < record.begin && inFile < bytes.size()) {
      inText += sequenceLength(text().substr(inText));
      inFile += codePointLength(bytes.substr(inFile), content_.encoding);
    }
    if (inFile >= bytes.size()) {
      return false;
    }
    record.beginInFile = static_cast<std::uint32_t>(inFile);
  }
  return true;
}

std::string_view ImportFile::text() const noexcept {
  const std::string_view bytes = content_.bytes;
  return content_.encoding == FileEncoding::Utf8
             ? bytes.substr(byteOrderMarkLength(bytes, FileEncoding::Utf8))
             : std::string_view(content_.text);
}

}  // namespace koodrive
