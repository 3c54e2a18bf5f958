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

/// The run of digits at `at` without its leading zeros; moves `at` behind it.
std::string_view takeNumber(std::string_view text, std::size_t& at) noexcept {
  const std::size_t begin = endOfZeros(text, at);
  at = endOfDigits(text, begin);
  return text.substr(begin, at - begin);
}

std::strong_ordering numericOrder(std::string_view left, std::string_view right) noexcept {
  const auto byLength = left.size() <=> right.size();
  return byLength != 0 ? byLength : left <=> right;
}

/// Collects a key's bytes; those beyond the eighth are dropped.
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

/// Two digits to the byte. Only numbers of one length are compared by these bytes, so a last single digit is
/// safe.
void putDigits(std::string_view digits, KeyBytes& key) noexcept {
  const auto valueOf = [](char digit) { return static_cast<unsigned>(digit - '0'); };
  for (std::size_t at = 0; at < digits.size() && !key.full(); at += 2) {
    const unsigned second = at + 1 < digits.size() ? valueOf(digits[at + 1]) : 0;
    key.put((valueOf(digits[at]) * 10) + second);
  }
}

/// A number's length, then its digits: the longer number is the greater. The length begins with a digit, so
/// that numbers lie between the other characters as digits do.
void putNumber(std::string_view digits, KeyBytes& key) noexcept {
  constexpr std::size_t longestInOneByte = 8;
  constexpr std::size_t most = 255;
  if (digits.size() <= longestInOneByte) {
    key.put(static_cast<unsigned char>('0') + digits.size());
  } else {
    key.put('9');
    std::size_t rest = digits.size() - longestInOneByte - 1;
    for (; rest >= most && !key.full(); rest -= most) {
      key.put(most);
    }
    key.put(rest);
  }
  putDigits(digits, key);
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

std::uint64_t naturalKey(std::string_view text, NaturalKeyStart start) noexcept {
  KeyBytes key;
  std::size_t at = 0;
  if (start == NaturalKeyStart::WithinNumber) {
    at = endOfDigits(text, 0);
    putDigits(text.substr(0, at), key);
  }
  while (at < text.size() && !key.full()) {
    if (isDigit(text[at])) {
      putNumber(takeNumber(text, at), key);
    } else {
      key.put(static_cast<unsigned char>(text[at]));
      ++at;
    }
  }
  return key.key();
}

}  // namespace koodrive
