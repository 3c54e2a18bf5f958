#pragma once

#include <cstddef>

// The maximum lengths of a request's values, in characters. The KooDrive API states none; these are far
// longer than any value in use.
namespace koodrive {

inline constexpr std::size_t longestTaskId = 256;
inline constexpr std::size_t longestUserId = 256;
inline constexpr std::size_t longestAuthorization = 8192;
inline constexpr std::size_t longestLanguage = 35;  // RFC 5646, section 4.4.1

}  // namespace koodrive
