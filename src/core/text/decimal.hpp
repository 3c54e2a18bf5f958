#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace koodrive {

/// `value` in digits, with zeros in front up to `width` digits.
[[nodiscard]] std::string decimal(std::uint64_t value, std::size_t width = 1);

/// The number that `text` stands for, 2^64-1 for all that are larger. Nothing unless `text` is one digit or
/// more.
[[nodiscard]] std::optional<std::uint64_t> readDecimal(std::string_view text) noexcept;

}  // namespace koodrive
