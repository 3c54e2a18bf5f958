#pragma once

#include <algorithm>
#include <string>
#include <string_view>

// Locale-free character classes: those of <cctype> follow the C locale and are undefined for negative
// characters.
namespace koodrive {

[[nodiscard]] constexpr bool isDigit(char c) noexcept {
  return '0' <= c && c <= '9';
}
[[nodiscard]] constexpr bool isLetter(char c) noexcept {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z');
}
[[nodiscard]] constexpr bool isAlphanumeric(char c) noexcept {
  return isDigit(c) || isLetter(c);
}
[[nodiscard]] constexpr bool isHexDigit(char c) noexcept {
  return isDigit(c) || ('a' <= c && c <= 'f') || ('A' <= c && c <= 'F');
}
[[nodiscard]] constexpr bool isControl(char c) noexcept {
  return static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
}
[[nodiscard]] constexpr bool isAscii(char c) noexcept {
  return static_cast<unsigned char>(c) < 0x80;
}

/// Whether `c` is an unreserved character of URLs. (RFC 3986, section 2.3)
[[nodiscard]] constexpr bool isUnreserved(char c) noexcept {
  return isAlphanumeric(c) || std::string_view("-._~").contains(c);
}

[[nodiscard]] constexpr char toLower(char c) noexcept {
  return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The value of the hexadecimal digit `c`.
[[nodiscard]] constexpr unsigned hexValue(char c) noexcept {
  return static_cast<unsigned>(isDigit(c) ? c - '0' : toLower(c) - 'a' + 10);
}

[[nodiscard]] inline std::string toLower(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), [](char c) { return toLower(c); });
  return lower;
}

/// Whether `text`, converted to lower case, begins with `lowerCasePrefix`.
[[nodiscard]] inline bool startsWithIgnoringCase(std::string_view text, std::string_view lowerCasePrefix) {
  return toLower(text.substr(0, lowerCasePrefix.size())) == lowerCasePrefix;
}

}  // namespace koodrive
