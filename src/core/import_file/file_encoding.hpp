#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace koodrive {

/// The encodings in which spreadsheet programs save comma-separated values.
enum class FileEncoding : std::uint8_t { Utf8, Utf16Le, Utf16Be, Gb18030 };

/// The length in bytes of the byte order mark of `encoding` at the beginning of `bytes`; 0 if there is none.
[[nodiscard]] std::size_t byteOrderMarkLength(std::string_view bytes, FileEncoding encoding) noexcept;

/// The length in bytes of the code point at the beginning of `bytes`, which must be valid in `encoding`. May
/// be more than `bytes` has. (Encoding Standard, sections 10.2 and 14.4)
[[nodiscard]] std::size_t codePointLength(std::string_view bytes, FileEncoding encoding) noexcept;

}  // namespace koodrive
