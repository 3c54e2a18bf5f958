#include "core/request/task_request.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "core/request/endpoint.hpp"
#include "core/request/header_value.hpp"
#include "core/request/limits.hpp"
#include "core/text/ascii.hpp"
#include "core/text/decimal.hpp"

namespace koodrive {
namespace {

/// Whether `tag` has the form of a BCP 47 tag: subtags of 1 to 8 letters and digits, the first of 2 to 8
/// letters. (RFC 5646, section 2.1, without the grandfathered tags)
bool isLanguageTag(std::string_view tag) noexcept {
  constexpr std::size_t longestSubtag = 8;
  const auto primary = tag.substr(0, tag.find('-'));
  if (primary.size() < 2 || !std::ranges::all_of(primary, isLetter)) {
    return false;
  }
  while (true) {
    const std::size_t end = tag.find('-');
    const auto subtag = tag.substr(0, end);
    if (subtag.empty() || subtag.size() > longestSubtag || !std::ranges::all_of(subtag, isAlphanumeric)) {
      return false;
    }
    if (end == std::string_view::npos) {
      return true;
    }
    tag.remove_prefix(end + 1);
  }
}

Result<std::string_view> checkLanguage(std::string_view language) {
  constexpr std::string_view option = "language";
  const auto value = headerValue(language, option, longestLanguage);
  if (value && !isLanguageTag(*value)) {
    return std::unexpected(invalidRequest(ErrorReason::NotALanguageTag, option));
  }
  return value;
}

}  // namespace

std::string traceIdFrom(std::span<const std::byte, traceIdRandomBytes> random) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr unsigned digitBits = 4;
  std::string text;
  text.reserve(random.size() * 2);
  for (const std::byte byte : random) {
    text.push_back(digits[std::to_integer<std::size_t>(byte >> digitBits)]);
    text.push_back(digits[std::to_integer<std::size_t>(byte & std::byte{0x0F})]);
  }
  return text;
}

std::string formatXDate(std::int64_t unixTimeMilliseconds) {
  using std::chrono::floor;
  constexpr std::chrono::sys_seconds first = std::chrono::sys_days(std::chrono::year(1970) / 1 / 1);
  constexpr std::chrono::sys_seconds last =
      std::chrono::sys_days(std::chrono::year(10000) / 1 / 1) - std::chrono::seconds(1);
  const std::chrono::sys_time<std::chrono::milliseconds> exact{
      std::chrono::milliseconds(unixTimeMilliseconds)};
  const auto time = std::clamp(floor<std::chrono::seconds>(exact), first, last);
  const auto day = floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(time - day);

  std::string text;
  const auto append = [&text](auto value, std::size_t width) {
    text.append(decimal(static_cast<std::uint64_t>(value), width));
  };
  append(static_cast<int>(date.year()), 4);
  append(static_cast<unsigned>(date.month()), 2);
  append(static_cast<unsigned>(date.day()), 2);
  text.push_back('T');
  append(clock.hours().count(), 2);
  append(clock.minutes().count(), 2);
  append(clock.seconds().count(), 2);
  text.push_back('Z');
  return text;
}

Result<CheckedTaskQuery> CheckedTaskQuery::from(const TaskQuery& query) {
  const auto endpoint = parseEndpoint(query.endpoint, "endpoint");
  if (!endpoint) {
    return std::unexpected(endpoint.error());
  }
  const auto target = pathAndQueryOf(query.call, query.taskId, query.filter);
  if (!target) {
    return std::unexpected(target.error());
  }
  const auto userId = headerValue(query.userId, "userId", longestUserId);
  if (!userId) {
    return std::unexpected(userId.error());
  }
  const auto language = checkLanguage(query.language);
  if (!language) {
    return std::unexpected(language.error());
  }
  CheckedTaskQuery checked;
  checked.url_ = endpoint->scheme + "://" + endpoint->authority() + endpoint->pathPrefix + *target;
  checked.userId_ = *userId;
  checked.language_ = *language;
  return checked;
}

HttpRequest CheckedTaskQuery::request(const AttemptStamp& stamp) const {
  return {.method = "GET",
          .url = url_,
          .headers = {{.name = "language", .value = language_},
                      {.name = "X-Traceid", .value = stamp.traceId},
                      {.name = "X-User-Id", .value = userId_},
                      {.name = "X-Date", .value = formatXDate(stamp.unixTimeMilliseconds)}}};
}

Result<HttpRequest> authorized(HttpRequest request, std::string_view authorization) {
  const auto value = headerValue(authorization, "credentials", longestAuthorization);
  if (!value) {
    return std::unexpected(value.error());
  }
  request.headers.insert(request.headers.begin(), {.name = "Authorization", .value = std::string(*value)});
  return request;
}

}  // namespace koodrive
