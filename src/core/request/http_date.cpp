#include "core/request/http_date.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>

#include "core/request/http.hpp"
#include "core/text/ascii.hpp"
#include "core/text/decimal.hpp"

namespace koodrive {
namespace {

constexpr std::int64_t millisecondsPerSecond = 1000;
constexpr std::uint64_t longestSeconds = 1'000'000'000;

struct Fields {
  unsigned year = 0;
  unsigned month = 0;
  unsigned day = 0;
  unsigned hour = 0;
  unsigned minute = 0;
  unsigned second = 0;
};

/// The field of the date that the pattern letter `sign` is a digit of.
unsigned* numberOf(Fields& fields, char sign) {
  switch (sign) {
    case 'Y':
      return &fields.year;
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

/// Parses all of `text` by a pattern, in which `Y`, `D`, `h`, `m` and `s` each match one digit, `N` matches
/// the name of a month, and any other character matches itself.
std::optional<Fields> read(std::string_view text, std::string_view pattern) {
  Fields fields;
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

std::optional<std::int64_t> unixMilliseconds(const Fields& fields) {
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

/// A year of two digits lies at most 50 years ahead. (RFC 9110, section 5.6.7)
unsigned fullYear(unsigned twoDigits, std::int64_t nowUnixMilliseconds) {
  const std::chrono::milliseconds since1970(nowUnixMilliseconds);
  const auto now =
      static_cast<unsigned>(1970 + std::chrono::duration_cast<std::chrono::years>(since1970).count());
  const unsigned year = now - (now % 100) + twoDigits;
  return year > now + 50 ? year - 100 : year;
}

}  // namespace

std::optional<std::int64_t> parseHttpDate(std::string_view text, std::int64_t nowUnixMilliseconds) {
  std::string_view date = trimmed(text);
  // The name of the weekday is redundant and not checked.
  date.remove_prefix(std::min(date.find_first_of(", "), date.size()));
  for (const std::string_view pattern :
       {", DD N YYYY hh:mm:ss GMT", " N DD hh:mm:ss YYYY", " N  D hh:mm:ss YYYY"}) {
    if (const auto fields = read(date, pattern)) {
      return unixMilliseconds(*fields);
    }
  }
  auto fields = read(date, ", DD-N-YY hh:mm:ss GMT");
  if (!fields) {
    return std::nullopt;
  }
  fields->year = fullYear(fields->year, nowUnixMilliseconds);
  return unixMilliseconds(*fields);
}

std::optional<std::uint64_t> retryAfterMilliseconds(std::string_view text, std::int64_t nowUnixMilliseconds) {
  const auto value = trimmed(text);
  if (const auto seconds = readDecimal(value)) {
    return std::min(*seconds, longestSeconds) * millisecondsPerSecond;
  }
  const auto date = parseHttpDate(value, nowUnixMilliseconds);
  if (!date) {
    return std::nullopt;
  }
  return static_cast<std::uint64_t>(std::max<std::int64_t>(0, *date - nowUnixMilliseconds));
}

}  // namespace koodrive
