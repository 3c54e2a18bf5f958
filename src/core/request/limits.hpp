#pragma once

#include <cstddef>

// The longest values that a request may carry, in characters. No page gives any; these are far beyond what is
// in use.
namespace koodrive {

inline constexpr std::size_t longestTaskId = 256;
inline constexpr std::size_t longestUserId = 256;
inline constexpr std::size_t longestAuthorization = 8192;
inline constexpr std::size_t longestLanguage = 35;  // RFC 5646, section 4.4.1

}  // namespace koodrive
