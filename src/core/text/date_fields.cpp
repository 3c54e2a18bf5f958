#include "core/text/date_fields.hpp"

#include <chrono>
#include <cstddef>

#include "core/text/ascii.hpp"

namespace koodrive {
namespace {

/// The field of the date that the pattern letter `sign` is a digit of.
unsigned* numberOf(DateFields& fields, char sign) {
  switch (sign) {
    case 'Y':
      return &fields.year;
    case 'n':
      return &fields.month;
    case 'D':
      return &fields.day;
    case 'h':
      return &fields.hour;
    case 'm':
      return &fields.minute;
    case 's':
      return &fields.second;
    default:
      return nullptr;
  }
}

/// The number (1 to 12) of the month whose name `text` starts with; 0 if there is none.
unsigned monthOf(std::string_view text) {
  constexpr std::string_view names = "JanFebMarAprMayJunJulAugSepOctNovDec";
  const auto at = names.find(text.substr(0, 3));
  return text.size() < 3 || at == std::string_view::npos || at % 3 != 0 ? 0
                                                                        : static_cast<unsigned>(at / 3) + 1;
}

}  // namespace

std::optional<DateFields> readDate(std::string_view text, std::string_view pattern) {
  DateFields fields;
  for (const char sign : pattern) {
    if (text.empty()) {
      return std::nullopt;
    }
    if (sign == 'N') {
      fields.month = monthOf(text);
      if (fields.month == 0) {
        return std::nullopt;
      }
      text.remove_prefix(2);
    } else if (unsigned* const number = numberOf(fields, sign); number == nullptr) {
      if (text.front() != sign) {
        return std::nullopt;
      }
    } else if (isDigit(text.front())) {
      *number = *number * 10 + static_cast<unsigned>(text.front() - '0');
    } else {
      return std::nullopt;
    }
    text.remove_prefix(1);
  }
  return text.empty() ? std::optional(fields) : std::nullopt;
}

std::optional<std::int64_t> unixMillisecondsOf(const DateFields& fields) {
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(fields.year)),
                                         std::chrono::month(fields.month), std::chrono::day(fields.day)};
  // 60 is a leap second.
  if (!date.ok() || fields.hour > 23 || fields.minute > 59 || fields.second > 60) {
    return std::nullopt;
  }
  const auto time = std::chrono::sys_days(date) + std::chrono::hours(fields.hour) +
                    std::chrono::minutes(fields.minute) + std::chrono::seconds(fields.second);
  return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

}  // namespace koodrive
