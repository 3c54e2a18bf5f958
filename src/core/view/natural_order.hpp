#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace koodrive {

/// Compares texts (UTF-8) by code point, but runs of ASCII digits of any length by numeric value. Texts that
/// are then equal (leading zeros) are compared by code point alone, so that only identical texts are equal.
[[nodiscard]] std::strong_ordering naturalOrder(std::string_view left, std::string_view right) noexcept;

/// A fixed-size sort key for a part of a text in natural order.
struct NaturalKey {
  std::uint64_t bytes = 0;
  std::size_t end = 0;  ///< the end of the part, where the next key begins
};

/// The key for the part of `text` that begins at `start`. The text with the lower key comes first in natural
/// order; if the keys are equal, the next keys decide. A key whose `end` equals `start` adds no information.
[[nodiscard]] NaturalKey naturalKey(std::string_view text, std::size_t start) noexcept;

}  // namespace koodrive
