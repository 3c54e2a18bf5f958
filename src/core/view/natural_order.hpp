#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace koodrive {

/// Orders texts (UTF-8) by code points, but runs of ASCII digits as the numbers they stand for, of any
/// length; where that does not tell them apart (leading zeros), by code points alone. Equal only for equal
/// texts.
[[nodiscard]] std::strong_ordering naturalOrder(std::string_view left, std::string_view right) noexcept;

/// Where `text` begins.
enum class NaturalKeyStart : std::uint8_t {
  BetweenParts,
  WithinNumber,  ///< in a run of digits that has the same length in all texts that are compared
};

/// Eight bytes such that of two texts the one with the lower key comes first in natural order; texts with the
/// same key may come in any.
[[nodiscard]] std::uint64_t naturalKey(std::string_view text, NaturalKeyStart start) noexcept;

}  // namespace koodrive
