#include "core/import_file/file_encoding.hpp"

#include "core/text/ascii.hpp"
#include "core/text/utf8.hpp"

namespace koodrive {
namespace {

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

std::size_t lengthInGb18030(std::string_view bytes) noexcept {
  const bool isSingle = isAscii(bytes.front()) || bytes.front() == '\x80' || bytes.size() < 2;
  if (isSingle) {
    return 1;
  }
  return isDigit(bytes[1]) ? 4 : 2;
}

}  // namespace

std::size_t byteOrderMarkLength(std::string_view bytes, FileEncoding encoding) noexcept {
  const std::string_view mark = byteOrderMarkOf(encoding);
  return bytes.starts_with(mark) ? mark.size() : 0;
}

std::size_t codePointLength(std::string_view bytes, FileEncoding encoding) noexcept {
  if (encoding == FileEncoding::Utf8) {
    return sequenceLength(bytes);
  }
  if (encoding == FileEncoding::Gb18030) {
    return lengthInGb18030(bytes);
  }
  const std::size_t highByte = encoding == FileEncoding::Utf16Le ? 1 : 0;
  constexpr unsigned highSurrogates = 0xD8;  // 0xD800 … 0xDBFF
  const bool isPair =
      highByte < bytes.size() && (static_cast<unsigned char>(bytes[highByte]) & 0xFCU) == highSurrogates;
  return isPair ? 4 : 2;
}

}  // namespace koodrive
