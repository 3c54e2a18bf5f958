#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace koodrive {

/// A text to search for in many others, the case of letters left aside by Unicode's simple case folding.
/// Nothing else is: neither white space nor composed and decomposed forms are made equal.
class FoldedNeedle {
 public:
  /// Prepares to search for `needle`, UTF-8. Throws std::bad_alloc when memory runs out.
  explicit FoldedNeedle(std::string_view needle);

  /// Whether `text`, UTF-8, contains the needle. Every text contains an empty one.
  [[nodiscard]] bool isIn(std::string_view text) const noexcept;

 private:
  /// The ways to write one letter of the needle.
  struct Letter {
    std::array<std::array<char, 4>, 4> forms;
    std::array<std::uint8_t, 4> lengths;
    std::uint8_t count;
  };

  void addLetter(std::string_view sequence);
  [[nodiscard]] bool isInByBytes(std::string_view text) const noexcept;
  [[nodiscard]] bool isInByLetters(std::string_view text) const noexcept;
  [[nodiscard]] bool isAtOneOf(const char* places, std::uint64_t firsts, std::uint64_t lasts,
                               std::uint64_t considered) const noexcept;
  [[nodiscard]] bool areBytesAt(const char* at) const noexcept;
  [[nodiscard]] bool isAtEndOf(std::string_view text, std::size_t place, std::uint64_t word) const noexcept;
  [[nodiscard]] bool endsFirstLetter(std::string_view text, std::size_t end) const noexcept;
  [[nodiscard]] bool followsFirstLetter(std::string_view text) const noexcept;

  // Byte by byte: what a byte is after the bits that tell upper from lower case are set.
  std::string bytes_;
  std::string caseBits_;
  std::size_t length_ = 0;
  bool byBytes_ = true;

  // The first and the last byte and their case bits, eight times each.
  std::uint64_t first_ = 0;
  std::uint64_t firstBits_ = 0;
  std::uint64_t last_ = 0;
  std::uint64_t lastBits_ = 0;

  // Letter by letter, where a letter has forms that differ in more than such a bit.
  std::vector<Letter> letters_;
  std::vector<std::uint64_t> ends_;  // the bytes that the first letter ends with, eight times each
  bool byLetters_ = false;
};

}  // namespace koodrive
