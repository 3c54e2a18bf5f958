#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace koodrive {

/// Milliseconds since 1970 of a time such as `2024-08-12T07:22:33.000Z`, with or without a fraction of a
/// second. A time without a zone is taken as UTC (assumed: every documented one is). Absent for any other
/// text.
[[nodiscard]] std::optional<std::int64_t> parseTaskTime(std::string_view text);

}  // namespace koodrive
