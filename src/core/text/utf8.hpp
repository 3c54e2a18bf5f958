#pragma once

#include <cstddef>
#include <string_view>

namespace koodrive {

/// U+FEFF, which may stand before a text to mark it as UTF-8.
inline constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// Bytes of the well-formed sequence that `text` begins with, 1 to 4; 0 where it begins with none. (RFC 3629,
/// section 4)
[[nodiscard]] std::size_t sequenceLength(std::string_view text) noexcept;

/// Whether all of `text` is well-formed UTF-8.
[[nodiscard]] bool isUtf8(std::string_view text) noexcept;

/// Number of code points in well-formed `text`; of other text the bytes that begin a sequence.
[[nodiscard]] std::size_t codePoints(std::string_view text) noexcept;

/// Whether a control character (C0, DEL or C1) stands at the beginning of well-formed `text`.
[[nodiscard]] bool beginsWithControl(std::string_view text) noexcept;

}  // namespace koodrive
