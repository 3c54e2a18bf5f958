#include "core/text/decimal.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include "core/text/ascii.hpp"

namespace koodrive {

std::string decimal(std::uint64_t value, std::size_t width) {
  std::string digits = std::to_string(value);
  digits.insert(0, width - std::min(width, digits.size()), '0');
  return digits;
}

std::optional<std::uint64_t> readDecimal(std::string_view text) noexcept {
  if (text.empty() || !std::ranges::all_of(text, isDigit)) {
    return std::nullopt;
  }
  std::uint64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc::result_out_of_range ? std::numeric_limits<std::uint64_t>::max() : value;
}

}  // namespace koodrive
