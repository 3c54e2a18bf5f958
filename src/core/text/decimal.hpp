#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace koodrive {

/// `value` in decimal, padded with leading zeros to `width` digits.
[[nodiscard]] std::string decimal(std::uint64_t value, std::size_t width = 1);

/// Parses a decimal number; larger ones are clamped to 2^64-1. Absent unless `text` consists of one or more
/// digits.
[[nodiscard]] std::optional<std::uint64_t> readDecimal(std::string_view text) noexcept;

}  // namespace koodrive
