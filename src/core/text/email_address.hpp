#pragma once

#include <cstddef>
#include <string_view>

namespace koodrive {

/// Whether `c` may occur before the `@` of an e-mail address as it is found in running text: ASCII letters,
/// digits and . _ % + -
[[nodiscard]] bool isOfLocalPart(char c) noexcept;

/// Where the e-mail address ends whose `@` is at `at` < text.size(); `at` if no domain follows. A dot or
/// hyphen after the domain is not part of it.
[[nodiscard]] std::size_t endOfEmailAddress(std::string_view text, std::size_t at) noexcept;

}  // namespace koodrive
