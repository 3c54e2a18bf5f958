#include "core/decode/fault_position.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "core/text/ascii.hpp"
#include "core/text/utf8.hpp"

namespace koodrive {
namespace {

constexpr std::string_view digits = "0123456789";
constexpr auto unfinished = std::string_view::npos;

// Each of these functions returns the end of the token at `at`, or `unfinished` if no whole token is there.

std::size_t endOfString(std::string_view text, std::size_t at) noexcept {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '"') {
      return at + 1;
    }
    if (text[at] == '\\') {
      ++at;
    }
  }
  return unfinished;
}

std::size_t endOfRequiredDigits(std::string_view text, std::size_t at) noexcept {
  const std::size_t end = std::min(text.find_first_not_of(digits, at), text.size());
  return end == at ? unfinished : end;
}

bool isAnyAt(std::string_view text, std::size_t at, std::string_view characters) noexcept {
  return at < text.size() && characters.contains(text[at]);
}

std::size_t endOfNumber(std::string_view text, std::size_t at) noexcept {
  if (text[at] == '-') {
    ++at;
  }
  at = isAnyAt(text, at, "0") ? at + 1 : endOfRequiredDigits(text, at);
  if (at != unfinished && isAnyAt(text, at, ".")) {
    at = endOfRequiredDigits(text, at + 1);
  }
  if (at != unfinished && isAnyAt(text, at, "eE")) {
    ++at;
    at = endOfRequiredDigits(text, isAnyAt(text, at, "+-") ? at + 1 : at);
  }
  return at;
}

std::size_t endOfLiteral(std::string_view text, std::size_t at) noexcept {
  constexpr std::array<std::string_view, 3> literals{"true", "false", "null"};
  const auto found = std::ranges::find_if(
      literals, [rest = text.substr(at)](std::string_view literal) { return rest.starts_with(literal); });
  return found == literals.end() ? unfinished : at + found->size();
}

std::size_t endOfToken(std::string_view text, std::size_t at) noexcept {
  const char first = text[at];
  if (first == '"') {
    return endOfString(text, at);
  }
  if (first == '-' || digits.contains(first)) {
    return endOfNumber(text, at);
  }
  return std::string_view("{}[]:,").contains(first) ? at + 1 : endOfLiteral(text, at);
}

/// A character inside a JSON string as written in the source: raw bytes or an escape sequence.
struct WrittenCharacter {
  std::size_t length = 0;  ///< 0 for an invalid character
  bool isUnicode = true;   ///< false if it is invalid because it is not Unicode
};

/// The UTF-16 code unit of the escape sequence at the beginning of `text`: `\uXXXX`.
std::optional<unsigned> escapedCodeUnit(std::string_view text) noexcept {
  constexpr std::size_t length = 6;
  if (text.size() < length || !text.starts_with("\\u") ||
      !std::ranges::all_of(text.substr(2, 4), isHexDigit)) {
    return std::nullopt;
  }
  unsigned unit = 0;
  for (const char digit : text.substr(2, 4)) {
    unit = (unit * 16) + hexValue(digit);
  }
  return unit;
}

WrittenCharacter escapeSequence(std::string_view text) noexcept {
  constexpr std::size_t length = 6;
  constexpr WrittenCharacter loneSurrogate{.length = 0, .isUnicode = false};
  const auto isHighSurrogate = [](unsigned unit) { return 0xD800 <= unit && unit <= 0xDBFF; };
  const auto isLowSurrogate = [](unsigned unit) { return 0xDC00 <= unit && unit <= 0xDFFF; };
  if (isAnyAt(text, 1, R"("\/bfnrt)")) {
    return {.length = 2};
  }
  const auto first = escapedCodeUnit(text);
  if (!first) {
    return {};
  }
  if (isLowSurrogate(*first)) {
    return loneSurrogate;
  }
  if (!isHighSurrogate(*first)) {
    return {.length = length};
  }
  const std::string_view rest = text.substr(length);
  if (!rest.starts_with("\\u")) {
    return loneSurrogate;
  }
  const auto second = escapedCodeUnit(rest);
  if (!second) {
    return {};
  }
  return isLowSurrogate(*second) ? WrittenCharacter{.length = 2 * length} : loneSurrogate;
}

WrittenCharacter characterOfString(std::string_view text) noexcept {
  if (text.front() == '\\') {
    return escapeSequence(text);
  }
  if (text.front() == '"' || static_cast<unsigned char>(text.front()) < 0x20) {
    return {};
  }
  const std::size_t length = sequenceLength(text);
  return {.length = length, .isUnicode = length != 0};
}

}  // namespace

std::size_t byteOrderMarkLength(std::string_view body) noexcept {
  return body.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
}

std::size_t faultyTokenOffset(std::string_view body, std::size_t consumed) noexcept {
  const std::string_view text = body.substr(0, consumed);
  std::size_t end = byteOrderMarkLength(text);
  while (true) {
    const std::size_t at = text.find_first_not_of(" \t\n\r", end);
    if (at == std::string_view::npos) {
      return consumed;
    }
    end = endOfToken(text, at);
    if (end >= consumed) {
      return at;
    }
  }
}

bool isUnicodeFault(std::string_view token) noexcept {
  if (!token.starts_with('"')) {
    return sequenceLength(token) == 0;
  }
  for (token.remove_prefix(1); !token.empty();) {
    const auto [length, isUnicode] = characterOfString(token);
    if (length == 0) {
      return !isUnicode;
    }
    token.remove_prefix(length);
  }
  return false;
}

TextPosition positionAt(std::string_view body, std::size_t offset) noexcept {
  const std::string_view before = body.substr(0, offset);
  const std::size_t lastBreak = before.rfind('\n');
  const std::size_t lineStart =
      lastBreak == std::string_view::npos ? std::min(byteOrderMarkLength(body), offset) : lastBreak + 1;
  return {.offset = offset,
          .line = 1 + static_cast<std::uint64_t>(std::ranges::count(before, '\n')),
          .column = 1 + codePoints(before.substr(lineStart))};
}

}  // namespace koodrive
