#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace koodrive {

/// The byte order mark U+FEFF in UTF-8; at the beginning of a text it marks the encoding.
inline constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// The length in bytes, 1 to 4, of the well-formed sequence at the beginning of `text`; 0 if there is none.
/// (RFC 3629, section 4)
[[nodiscard]] std::size_t sequenceLength(std::string_view text) noexcept;

/// The code point that `sequence` encodes, which must be exactly one well-formed sequence.
[[nodiscard]] char32_t codePointOf(std::string_view sequence) noexcept;

/// Writes `codePoint` as UTF-8 to the beginning of `bytes` and returns how many bytes it takes.
std::uint8_t encodeUtf8(char32_t codePoint, std::span<char, 4> bytes) noexcept;

/// Whether all of `text` is well-formed UTF-8.
[[nodiscard]] bool isUtf8(std::string_view text) noexcept;

/// The number of code points in `text`. In ill-formed text, the number of bytes that are not continuation
/// bytes.
[[nodiscard]] std::size_t codePoints(std::string_view text) noexcept;

/// Whether well-formed `text` begins with a control character (C0, DEL or C1).
[[nodiscard]] bool beginsWithControl(std::string_view text) noexcept;

}  // namespace koodrive
