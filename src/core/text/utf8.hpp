#pragma once

#include <cstddef>
#include <string_view>

namespace koodrive {

/// The byte order mark U+FEFF in UTF-8; at the beginning of a text it marks the encoding.
inline constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// The length in bytes, 1 to 4, of the well-formed sequence at the beginning of `text`; 0 if there is none.
/// (RFC 3629, section 4)
[[nodiscard]] std::size_t sequenceLength(std::string_view text) noexcept;

/// Whether all of `text` is well-formed UTF-8.
[[nodiscard]] bool isUtf8(std::string_view text) noexcept;

/// The number of code points in `text`. In ill-formed text, the number of bytes that are not continuation
/// bytes.
[[nodiscard]] std::size_t codePoints(std::string_view text) noexcept;

/// Whether well-formed `text` begins with a control character (C0, DEL or C1).
[[nodiscard]] bool beginsWithControl(std::string_view text) noexcept;

}  // namespace koodrive
