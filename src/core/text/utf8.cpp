#include "core/text/utf8.hpp"

#include <algorithm>

#include "core/text/ascii.hpp"

namespace koodrive {
namespace {

bool isBetween(char byte, unsigned lowest, unsigned highest) noexcept {
  const auto value = static_cast<unsigned char>(byte);
  return lowest <= value && value <= highest;
}

bool isContinuation(char byte) noexcept {
  return isBetween(byte, 0x80, 0xBF);
}

struct Lead {
  std::size_t length = 0;
  unsigned lowestSecond = 0x80;
  unsigned highestSecond = 0xBF;
};

// The allowed range of the second byte excludes overlong forms, surrogates and code points above U+10FFFF.
Lead leadOf(char byte) noexcept {
  const auto value = static_cast<unsigned char>(byte);
  if (value < 0x80) {
    return {.length = 1};
  }
  if (isBetween(byte, 0xC2, 0xDF)) {
    return {.length = 2};
  }
  if (isBetween(byte, 0xE0, 0xEF)) {
    return {.length = 3,
            .lowestSecond = value == 0xE0 ? 0xA0U : 0x80U,
            .highestSecond = value == 0xED ? 0x9FU : 0xBFU};
  }
  if (isBetween(byte, 0xF0, 0xF4)) {
    return {.length = 4,
            .lowestSecond = value == 0xF0 ? 0x90U : 0x80U,
            .highestSecond = value == 0xF4 ? 0x8FU : 0xBFU};
  }
  return {};
}

}  // namespace

std::size_t sequenceLength(std::string_view text) noexcept {
  if (text.empty()) {
    return 0;
  }
  const Lead lead = leadOf(text.front());
  if (lead.length <= 1) {
    return lead.length;
  }
  if (text.size() < lead.length || !isBetween(text[1], lead.lowestSecond, lead.highestSecond)) {
    return 0;
  }
  return std::ranges::all_of(text.substr(2, lead.length - 2), isContinuation) ? lead.length : 0;
}

char32_t codePointOf(std::string_view sequence) noexcept {
  const auto lead = static_cast<unsigned char>(sequence.front());
  if (sequence.size() == 1) {
    return lead;
  }
  char32_t codePoint = lead & (0x7FU >> sequence.size());
  for (const char byte : sequence.substr(1)) {
    codePoint = (codePoint << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
  }
  return codePoint;
}

std::uint8_t encodeUtf8(char32_t codePoint, std::span<char, 4> bytes) noexcept {
  if (codePoint < 0x80) {
    bytes[0] = static_cast<char>(codePoint);
    return 1;
  }
  std::uint8_t length = 4;
  if (codePoint < 0x10000) {
    length = codePoint < 0x800 ? 2 : 3;
  }
  for (std::size_t at = length - 1U; at > 0; --at) {
    bytes[at] = static_cast<char>(0x80U | (codePoint & 0x3FU));
    codePoint >>= 6U;
  }
  bytes[0] = static_cast<char>((0xF00U >> length) | codePoint);
  return length;
}

bool isUtf8(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size()) {
    // The shortcut for ASCII halves the time that a large import file takes to open (Emscripten 3.1.69).
    const std::size_t length = isAscii(text[at]) ? 1 : sequenceLength(text.substr(at));
    if (length == 0) {
      return false;
    }
    at += length;
  }
  return true;
}

std::size_t codePoints(std::string_view text) noexcept {
  return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, isContinuation));
}

bool beginsWithControl(std::string_view text) noexcept {
  return isBetween(text[0], 0x00, 0x1F) || text[0] == '\x7F' ||
         (text[0] == '\xC2' && text.size() > 1 && isBetween(text[1], 0x80, 0x9F));
}

}  // namespace koodrive
