#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace koodrive::detail {

inline constexpr std::size_t longestCode = 128;           // bytes
inline constexpr std::size_t longestServerMessage = 500;  // bytes

/// The server's `text` (UTF-8) fit for a message: control characters become spaces, and what is longer than
/// `longest` bytes is cut between two code points.
[[nodiscard]] std::string shortServerText(std::string_view text, std::size_t longest);

}  // namespace koodrive::detail
