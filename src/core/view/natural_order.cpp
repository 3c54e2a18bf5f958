#include "core/view/natural_order.hpp"

#include <algorithm>
#include <cstddef>

#include "core/text/ascii.hpp"

namespace koodrive {
namespace {

std::size_t endOfDigits(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && isDigit(text[at])) {
    ++at;
  }
  return at;
}

std::size_t endOfZeros(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && text[at] == '0') {
    ++at;
  }
  return at;
}

/// The run of digits at `at` without its leading zeros; advances `at` past the run.
std::string_view takeNumber(std::string_view text, std::size_t& at) noexcept {
  const std::size_t begin = endOfZeros(text, at);
  at = endOfDigits(text, begin);
  return text.substr(begin, at - begin);
}

std::strong_ordering numericOrder(std::string_view left, std::string_view right) noexcept {
  const auto byLength = left.size() <=> right.size();
  return byLength != 0 ? byLength : left <=> right;
}

/// Collects the bytes of a key; bytes after the eighth are dropped.
class KeyBytes {
 public:
  [[nodiscard]] bool full() const noexcept { return left_ == 0; }
  void put(std::uint64_t byte) noexcept {
    if (left_ != 0) {
      left_ -= 8;
      key_ |= byte << left_;
    }
  }
  [[nodiscard]] std::uint64_t key() const noexcept { return key_; }

 private:
  std::uint64_t key_ = 0;
  unsigned left_ = 64;
};

/// Writes a number's length, so that longer numbers compare greater. The length is written as ASCII digits,
/// so that numbers sort among other characters as digits do. Returns whether it fitted.
bool putLength(std::size_t length, KeyBytes& key) noexcept {
  constexpr std::size_t longestInOneByte = 8;
  for (; length > longestInOneByte && !key.full(); length -= longestInOneByte + 1) {
    key.put('9');
  }
  const bool hasRoom = !key.full();
  key.put(static_cast<unsigned char>('0') + length);
  return hasRoom;
}

/// Writes as many of `digits` as fit, two per byte, and returns their number. These bytes decide only between
/// numbers of equal length. So an odd last digit may be padded with 0, and the digits that do not fit may be
/// treated as another number in the next key.
std::size_t putDigits(std::string_view digits, KeyBytes& key) noexcept {
  const auto valueOf = [](char digit) { return static_cast<unsigned>(digit - '0'); };
  std::size_t at = 0;
  for (; at < digits.size() && !key.full(); at += 2) {
    const unsigned second = at + 1 < digits.size() ? valueOf(digits[at + 1]) : 0;
    key.put((valueOf(digits[at]) * 10) + second);
  }
  return std::min(at, digits.size());
}

}  // namespace

std::strong_ordering naturalOrder(std::string_view left, std::string_view right) noexcept {
  std::size_t atLeft = 0;
  std::size_t atRight = 0;
  while (atLeft < left.size() && atRight < right.size()) {
    const char ofLeft = left[atLeft];
    const char ofRight = right[atRight];
    if (isDigit(ofLeft) && isDigit(ofRight)) {
      if (const auto order = numericOrder(takeNumber(left, atLeft), takeNumber(right, atRight)); order != 0) {
        return order;
      }
    } else if (ofLeft != ofRight) {
      return static_cast<unsigned char>(ofLeft) <=> static_cast<unsigned char>(ofRight);
    } else {
      ++atLeft;
      ++atRight;
    }
  }
  const auto byRest = (left.size() - atLeft) <=> (right.size() - atRight);
  return byRest != 0 ? byRest : left <=> right;
}

NaturalKey naturalKey(std::string_view text, std::size_t start) noexcept {
  KeyBytes key;
  std::size_t at = start;
  while (at < text.size() && !key.full()) {
    if (!isDigit(text[at])) {
      key.put(static_cast<unsigned char>(text[at]));
      ++at;
      continue;
    }
    std::size_t end = at;
    const std::string_view digits = takeNumber(text, end);
    if (!putLength(digits.size(), key)) {
      break;
    }
    at = end - digits.size() + putDigits(digits, key);
  }
  return {.bytes = key.key(), .end = at};
}

}  // namespace koodrive
