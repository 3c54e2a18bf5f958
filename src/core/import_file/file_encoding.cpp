#include "core/import_file/file_encoding.hpp"

#include <array>

#include "core/text/utf8.hpp"

namespace koodrive {
namespace {

using namespace std::string_view_literals;

// An .xlsx file is a ZIP archive, an .xls file a compound file.
constexpr std::array workbookSignatures = {"PK\x03\x04"sv, "\xD0\xCF\x11\xE0"sv};

std::string_view byteOrderMarkOf(FileEncoding encoding) noexcept {
  switch (encoding) {
    case FileEncoding::Utf8:
      return byteOrderMark;
    case FileEncoding::Utf16Le:
      return "\xFF\xFE";
    case FileEncoding::Utf16Be:
      return "\xFE\xFF";
    case FileEncoding::Gb18030:
      return "\x84\x31\x95\x33";
  }
  return {};
}

bool beginsJson(std::string_view bytes) noexcept {
  bytes.remove_prefix(byteOrderMarkLength(bytes, FileEncoding::Utf8));
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
}

}  // namespace

std::string_view toString(FileEncoding encoding) noexcept {
  switch (encoding) {
    case FileEncoding::Utf8:
      return "utf-8";
    case FileEncoding::Utf16Le:
      return "utf-16le";
    case FileEncoding::Utf16Be:
      return "utf-16be";
    case FileEncoding::Gb18030:
      return "gb18030";
  }
  return {};
}

std::size_t byteOrderMarkLength(std::string_view bytes, FileEncoding encoding) noexcept {
  const std::string_view mark = byteOrderMarkOf(encoding);
  return bytes.starts_with(mark) ? mark.size() : 0;
}

std::optional<ErrorReason> whyNotCsv(std::string_view bytes) noexcept {
  if (bytes.empty()) {
    return ErrorReason::EmptyFile;
  }
  for (const std::string_view signature : workbookSignatures) {
    if (bytes.starts_with(signature)) {
      return ErrorReason::IsWorkbook;
    }
  }
  return beginsJson(bytes) ? std::optional(ErrorReason::IsJson) : std::nullopt;
}

}  // namespace koodrive
