#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace koodrive {

/// Orders texts (UTF-8) by code points, but runs of ASCII digits as the numbers they stand for, of any
/// length; where that does not tell them apart (leading zeros), by code points alone. Equal only for equal
/// texts.
[[nodiscard]] std::strong_ordering naturalOrder(std::string_view left, std::string_view right) noexcept;

/// Eight bytes that stand for a part of a text in natural order.
struct NaturalKey {
  std::uint64_t bytes = 0;
  std::size_t end = 0;  ///< where the part ends; the next key begins there
};

/// The key of the part of `text` that begins at `start`. Of two texts the one with the lower key comes first
/// in natural order; where all keys so far are equal, the next ones decide. A key that ends where it began
/// tells nothing more.
[[nodiscard]] NaturalKey naturalKey(std::string_view text, std::size_t start) noexcept;

}  // namespace koodrive
