#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace koodrive {

/// In bytes. Far more than anyone reads: who shows the text shortens it, once what the server echoed of the
/// request's credentials is taken out, and for that it must still be whole.
inline constexpr std::size_t longestServerText = 16384;

/// The server's `text` (UTF-8) fit for a message: control characters become spaces, and what is longer than
/// `longest` bytes is cut between two code points.
[[nodiscard]] std::string shortServerText(std::string_view text, std::size_t longest);

}  // namespace koodrive
