#include "core/text/decimal.hpp"

#include <limits>

#include "core/text/ascii.hpp"

namespace koodrive {
namespace {

constexpr std::uint64_t base = 10;

}  // namespace

std::string decimal(std::uint64_t value, std::size_t width) {
  std::string digits;
  for (; value != 0 || digits.size() < width; value /= base) {
    digits.insert(digits.begin(), static_cast<char>('0' + (value % base)));
  }
  return digits;
}

std::optional<std::uint64_t> readDecimal(std::string_view text) noexcept {
  constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
  std::uint64_t value = 0;
  for (const char c : text) {
    if (!isDigit(c)) {
      return std::nullopt;
    }
    const auto digit = static_cast<std::uint64_t>(c - '0');
    value = value > (most - digit) / base ? most : (value * base) + digit;
  }
  return text.empty() ? std::nullopt : std::optional(value);
}

}  // namespace koodrive
