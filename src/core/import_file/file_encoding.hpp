#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
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

/// Why `bytes` cannot be comma-separated values: EmptyFile, IsWorkbook (.xlsx, .xls) or IsJson. Absent if
/// they may be.
[[nodiscard]] std::optional<ErrorReason> whyNotCsv(std::string_view bytes) noexcept;

}  // namespace koodrive
