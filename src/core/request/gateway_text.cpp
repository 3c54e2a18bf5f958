#include "core/request/gateway_text.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "core/request/http.hpp"
#include "core/text/date_fields.hpp"
#include "core/text/decimal.hpp"

namespace koodrive {
namespace {

constexpr std::uint64_t longestWindowMilliseconds = 86'400'000;

/// What follows `mark` in `text`; empty if `mark` does not occur.
std::string_view after(std::string_view text, std::string_view mark) noexcept {
  const auto at = text.find(mark);
  return at == std::string_view::npos ? std::string_view() : text.substr(at + mark.size());
}

std::string_view takeLine(std::string_view& text, char end) noexcept {
  const auto line = text.substr(0, text.find(end));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

/// Takes the name of the header `part` from both lines, if it begins them.
void dropName(std::string_view part, std::string_view& here, std::string_view& there) {
  const auto name = std::string(part).append(":");
  if (here.starts_with(name) && there.starts_with(name)) {
    here.remove_prefix(name.size());
    there.remove_prefix(name.size());
  }
}

/// The unit of time that `text` begins with, in milliseconds; 0 for any other text.
std::uint64_t unitMilliseconds(std::string_view text) noexcept {
  switch (text.empty() ? '\0' : text.front()) {
    case 's':
      return 1'000;
    case 'm':
      return 60'000;
    case 'h':
      return 3'600'000;
    case 'd':
      return 86'400'000;
    default:
      return 0;
  }
}

/// The lines of a canonical request, in their order.
constexpr std::array<std::string_view, 9> parts = {"method",    "path", "query",          "host",   "x-date",
                                                   "x-user-id", "",     "signed-headers", "payload"};

}  // namespace

bool isGatewayCode(std::string_view code, std::string_view number) noexcept {
  if (!code.ends_with(number)) {
    return false;
  }
  code.remove_suffix(number.size());
  return code == "APIGW." || code == "APIG.";
}

std::optional<std::int64_t> serverTimeIn(std::string_view text) {
  constexpr std::string_view pattern = "YYYYnnDDThhmmssZ";
  const auto fields = readDate(after(text, "server time:").substr(0, pattern.size()), pattern);
  return fields ? unixMillisecondsOf(*fields) : std::nullopt;
}

std::optional<std::uint64_t> throttleWindowIn(std::string_view text) {
  const auto window = after(after(text, "limit:"), "time:");
  const auto unitAt = std::min(window.find_first_not_of("0123456789"), window.size());
  const auto count = readDecimal(window.substr(0, unitAt));
  const auto unit = unitMilliseconds(trimmed(window.substr(unitAt)));
  if (!count || unit == 0) {
    return std::nullopt;
  }
  return std::min(std::min(*count, longestWindowMilliseconds) * unit, longestWindowMilliseconds);
}

std::optional<SignatureDifference> signatureDifferenceIn(std::string_view text,
                                                         std::string_view canonicalRequest) {
  const auto begin = text.find("GET|");
  if (begin == std::string_view::npos) {
    return std::nullopt;
  }
  auto theirs = text.substr(begin);
  for (const auto part : parts) {
    auto here = takeLine(canonicalRequest, '\n');
    auto there = takeLine(theirs, '|');
    if (canonicalRequest.empty()) {
      there = there.substr(0, here.size());  // more text may follow the last line
    }
    if (here != there) {
      dropName(part, here, there);
      return SignatureDifference{.part = part, .here = std::string(here), .there = std::string(there)};
    }
  }
  return SignatureDifference{.part = "app-secret"};
}

}  // namespace koodrive
