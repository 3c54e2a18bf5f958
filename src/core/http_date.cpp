#include "core/http_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>

#include "core/detail/ascii.hpp"

namespace koodrive {
namespace {

constexpr std::int64_t millisecondsPerSecond = 1000;
constexpr std::uint64_t longestSeconds = 1'000'000'000;

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// Takes the text up to `end` off `rest`, the end itself dropped.
std::optional<std::string_view> take(std::string_view& rest, char end) {
  const auto at = rest.find(end);
  if (at == std::string_view::npos) {
    return std::nullopt;
  }
  const auto taken = rest.substr(0, at);
  rest.remove_prefix(at + 1);
  return taken;
}

/// The number that exactly `width` ≤ 9 digits stand for.
std::optional<int> number(std::optional<std::string_view> text, std::size_t width) {
  int value = 0;
  if (!text || text->size() != width || !std::ranges::all_of(*text, detail::isDigit)) {
    return std::nullopt;
  }
  const std::string_view digits = *text;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<unsigned> month(std::optional<std::string_view> text) {
  constexpr std::array<std::string_view, 12> names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto* const found = text ? std::ranges::find(names, *text) : names.end();
  return found == names.end() ? std::nullopt
                              : std::optional(static_cast<unsigned>(found - names.begin()) + 1);
}

struct Fields {
  std::optional<int> year{};
  std::optional<unsigned> month{};
  std::optional<int> day{};
  std::string_view clock{};
};

std::optional<std::int64_t> unixMilliseconds(const Fields& fields) {
  std::string_view rest = fields.clock;
  const auto hour = number(take(rest, ':'), 2);
  const auto minute = number(take(rest, ':'), 2);
  const auto second = number(rest, 2);
  if (!fields.year || !fields.month || !fields.day || !hour || !minute || !second) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(*fields.year), std::chrono::month(*fields.month),
                                         std::chrono::day(static_cast<unsigned>(*fields.day))};
  // 60 is a leap second.
  if (!date.ok() || *hour > 23 || *minute > 59 || *second > 60) {
    return std::nullopt;
  }
  const auto time = std::chrono::sys_days(date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
                    std::chrono::seconds(*second);
  return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

int currentYear(std::int64_t nowUnixMilliseconds) {
  const std::chrono::sys_time<std::chrono::milliseconds> now{std::chrono::milliseconds(nowUnixMilliseconds)};
  return static_cast<int>(std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(now)).year());
}

/// A year of two digits lies at most 50 years ahead. (RFC 9110, section 5.6.7)
std::optional<int> fullYear(std::optional<std::string_view> twoDigits, std::int64_t nowUnixMilliseconds) {
  const auto digits = number(twoDigits, 2);
  if (!digits) {
    return std::nullopt;
  }
  const int now = currentYear(nowUnixMilliseconds);
  const int year = now - (now % 100) + *digits;
  return year > now + 50 ? year - 100 : year;
}

/// `06 Nov 1994 08:49:37 GMT`
Fields fixedDate(std::string_view rest) {
  Fields fields;
  fields.day = number(take(rest, ' '), 2);
  fields.month = month(take(rest, ' '));
  fields.year = number(take(rest, ' '), 4);
  fields.clock = rest.ends_with(" GMT") ? rest.substr(0, rest.size() - 4) : std::string_view();
  return fields;
}

/// `06-Nov-94 08:49:37 GMT`
Fields rfc850Date(std::string_view rest, std::int64_t nowUnixMilliseconds) {
  Fields fields;
  fields.day = number(take(rest, '-'), 2);
  fields.month = month(take(rest, '-'));
  fields.year = fullYear(take(rest, ' '), nowUnixMilliseconds);
  fields.clock = rest.ends_with(" GMT") ? rest.substr(0, rest.size() - 4) : std::string_view();
  return fields;
}

/// `Nov  6 08:49:37 1994`
Fields asctimeDate(std::string_view rest) {
  Fields fields;
  fields.month = month(take(rest, ' '));
  const std::size_t padding = rest.starts_with(' ') ? 1 : 0;
  rest.remove_prefix(padding);
  fields.day = number(take(rest, ' '), 2 - padding);
  fields.clock = take(rest, ' ').value_or("");
  fields.year = number(rest, 4);
  return fields;
}

}  // namespace

std::optional<std::int64_t> parseHttpDate(std::string_view text, std::int64_t nowUnixMilliseconds) {
  std::string_view rest = trim(text);
  const bool hasComma = rest.contains(',');
  if (!take(rest, hasComma ? ',' : ' ')) {
    return std::nullopt;
  }
  if (!hasComma) {
    return unixMilliseconds(asctimeDate(rest));
  }
  rest = trim(rest);
  return unixMilliseconds(rest.substr(0, rest.find(' ')).contains('-') ? rfc850Date(rest, nowUnixMilliseconds)
                                                                       : fixedDate(rest));
}

std::optional<std::uint64_t> retryAfterMilliseconds(std::string_view text, std::int64_t nowUnixMilliseconds) {
  const auto value = trim(text);
  if (!value.empty() && std::ranges::all_of(value, detail::isDigit)) {
    std::uint64_t seconds = longestSeconds;
    std::from_chars(value.data(), value.data() + value.size(), seconds);
    return std::min(seconds, longestSeconds) * millisecondsPerSecond;
  }
  const auto date = parseHttpDate(value, nowUnixMilliseconds);
  if (!date) {
    return std::nullopt;
  }
  return static_cast<std::uint64_t>(std::max<std::int64_t>(0, *date - nowUnixMilliseconds));
}

}  // namespace koodrive
