#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace koodrive {

/// A date and time of day in UTC, not yet checked.
struct DateFields {
  unsigned year = 0;
  unsigned month = 0;
  unsigned day = 0;
  unsigned hour = 0;
  unsigned minute = 0;
  unsigned second = 0;
};

/// Parses all of `text` by a pattern, in which `Y`, `n` (the month), `D`, `h`, `m` and `s` each match one
/// digit, `N` matches the name of a month, and any other character matches itself.
[[nodiscard]] std::optional<DateFields> readDate(std::string_view text, std::string_view pattern);

/// Milliseconds since 1970; absent for a date that does not exist.
[[nodiscard]] std::optional<std::int64_t> unixMillisecondsOf(const DateFields& fields);

}  // namespace koodrive
