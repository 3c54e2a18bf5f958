#include "core/request/http_date.hpp"

#include <algorithm>
#include <chrono>

#include "core/request/http.hpp"
#include "core/text/date_fields.hpp"
#include "core/text/decimal.hpp"

namespace koodrive {
namespace {

constexpr std::int64_t millisecondsPerSecond = 1000;
constexpr std::uint64_t longestSeconds = 1'000'000'000;

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
    if (const auto fields = readDate(date, pattern)) {
      return unixMillisecondsOf(*fields);
    }
  }
  auto fields = readDate(date, ", DD-N-YY hh:mm:ss GMT");
  if (!fields) {
    return std::nullopt;
  }
  fields->year = fullYear(fields->year, nowUnixMilliseconds);
  return unixMillisecondsOf(*fields);
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
