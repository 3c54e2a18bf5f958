#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/error.hpp"

namespace koodrive {

/// The encodings in which spreadsheet programs save comma-separated values.
enum class FileEncoding : std::uint8_t { Utf8, Utf16Le, Utf16Be, Gb18030 };

/// The encoding's label for the platform's TextDecoder: `utf-8`, `utf-16le`, `utf-16be` or `gb18030`
/// (Encoding Standard, section 4.2); empty for a value that is no enumerator.
[[nodiscard]] std::string_view toString(FileEncoding encoding) noexcept;

/// The length in bytes of the byte order mark of `encoding` at the beginning of `bytes`; 0 if there is none.
[[nodiscard]] std::size_t byteOrderMarkLength(std::string_view bytes, FileEncoding encoding) noexcept;

/// The encoding of a file with comma-separated values: the one that its byte order mark names, else UTF-8 if
/// all of `bytes` is, else GB18030, which only decoding can confirm. Errors (MalformedFile): EmptyFile,
/// IsWorkbook, IsJson.
[[nodiscard]] Result<FileEncoding> detectFileEncoding(std::string_view bytes);

}  // namespace koodrive
