#include "core/task/task_time.hpp"

#include <algorithm>
#include <cstddef>

#include "core/text/ascii.hpp"
#include "core/text/date_fields.hpp"

namespace koodrive {
namespace {

constexpr std::int64_t millisecondsPerMinute = 60'000;
constexpr std::size_t dateLength = 19;  // of yyyy-MM-ddThh:mm:ss

/// Takes `.` and digits from the beginning of `text`; milliseconds.
std::optional<std::int64_t> takeFraction(std::string_view& text) {
  if (!text.starts_with('.')) {
    return 0;
  }
  text.remove_prefix(1);
  const auto digits = text.substr(
      0, std::min(text.size(),
                  static_cast<std::size_t>(std::ranges::find_if_not(text, isDigit) - text.begin())));
  text.remove_prefix(digits.size());
  if (digits.empty()) {
    return std::nullopt;
  }
  std::int64_t milliseconds = 0;
  for (std::size_t at = 0; at < 3; ++at) {
    milliseconds = (milliseconds * 10) + (at < digits.size() ? digits[at] - '0' : 0);
  }
  return milliseconds;
}

/// How far the zone `text` is ahead of UTC, in minutes: `Z`, `+08:00`, `+0800`, `+08`, or nothing.
std::optional<std::int64_t> readZone(std::string_view text) {
  if (text.empty() || text == "Z" || text == "z") {
    return 0;
  }
  const int sign = text.front() == '-' ? -1 : 1;
  if (text.front() != '+' && text.front() != '-') {
    return std::nullopt;
  }
  text.remove_prefix(1);
  for (const std::string_view pattern : {"hh:mm", "hhmm", "hh"}) {
    if (const auto zone = readDate(text, pattern); zone && zone->hour < 24 && zone->minute < 60) {
      return sign * static_cast<std::int64_t>((zone->hour * 60) + zone->minute);
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::int64_t> parseTaskTime(std::string_view text) {
  const auto date = text.substr(0, dateLength);
  text.remove_prefix(date.size());
  auto fields = readDate(date, "YYYY-nn-DDThh:mm:ss");
  if (!fields) {
    fields = readDate(date, "YYYY-nn-DD hh:mm:ss");
  }
  const auto time = fields ? unixMillisecondsOf(*fields) : std::nullopt;
  const auto fraction = takeFraction(text);
  const auto zone = readZone(text);
  if (!time || !fraction || !zone) {
    return std::nullopt;
  }
  return *time + *fraction - (*zone * millisecondsPerMinute);
}

}  // namespace koodrive
