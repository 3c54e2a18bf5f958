#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

// SWAR (SIMD within a register): eight bytes of a text in a 64-bit number, the first byte lowest.
namespace koodrive {

using Word = std::uint64_t;
inline constexpr std::size_t wordBytes = sizeof(Word);
inline constexpr Word lowBits = 0x0101010101010101U;
inline constexpr Word highBits = lowBits << 7U;
static_assert(std::endian::native == std::endian::little);

[[nodiscard]] inline Word wordAt(const char* at) noexcept {
  Word word = 0;
  std::memcpy(&word, at, wordBytes);
  return word;
}

/// The 1 to 7 bytes of `text`, filled up with zero bytes.
[[nodiscard]] inline Word shortWord(std::string_view text) noexcept {
  const auto byteAt = [text](std::size_t at) {
    return Word{static_cast<unsigned char>(text[at])} << (8 * at);
  };
  if (text.size() < sizeof(std::uint32_t)) {
    return byteAt(0) | byteAt(text.size() / 2) | byteAt(text.size() - 1);
  }
  std::uint32_t low = 0;
  std::uint32_t high = 0;
  std::memcpy(&low, text.data(), sizeof low);
  std::memcpy(&high, text.data() + text.size() - sizeof high, sizeof high);
  return low | (Word{high} << (8 * (text.size() - sizeof high)));
}

[[nodiscard]] constexpr Word repeated(char byte) noexcept {
  return lowBits * static_cast<unsigned char>(byte);
}

/// The high bit of each byte that is zero, and perhaps of some above the lowest such.
[[nodiscard]] constexpr Word zeroBytes(Word word) noexcept {
  return (word - lowBits) & ~word & highBits;
}

/// Not zero where a byte of `word` is `byte`.
[[nodiscard]] constexpr Word bytesEqual(Word word, char byte) noexcept {
  return zeroBytes(word ^ repeated(byte));
}

/// Not zero where a byte of `word` is an ASCII control character other than DEL.
[[nodiscard]] constexpr Word controlBytes(Word word) noexcept {
  return (word - repeated(' ')) & ~word & highBits;
}

/// Whether `test` is not zero for any eight bytes of `text`, some of which may be given twice; a shorter text
/// is filled up with spaces.
template <class Test>
[[nodiscard]] bool anyWord(std::string_view text, Test test) noexcept {
  if (text.size() < wordBytes) {
    return !text.empty() && test(shortWord(text) | (repeated(' ') << (8 * text.size()))) != 0;
  }
  const char* const last = text.data() + text.size() - wordBytes;
  Word found = test(wordAt(last));
  for (const char* at = text.data(); at < last; at += wordBytes) {
    found |= test(wordAt(at));
  }
  return found != 0;
}

}  // namespace koodrive
