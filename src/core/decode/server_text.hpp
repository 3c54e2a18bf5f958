#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace koodrive {

/// The limit in bytes for a server's text. It is generous because the client first removes echoed credentials
/// from the text, which requires them to be complete, and only then shortens it for display.
inline constexpr std::size_t longestServerText = 16384;

/// The server's `text` (UTF-8) prepared for an error message: control characters become spaces, and text
/// beyond `longest` bytes is cut off at a code point boundary.
[[nodiscard]] std::string shortServerText(std::string_view text, std::size_t longest);

}  // namespace koodrive
