#include "core/request/access_token.hpp"

#include <algorithm>
#include <initializer_list>

#include "core/request/header_value.hpp"
#include "core/request/http.hpp"
#include "core/request/limits.hpp"
#include "core/text/ascii.hpp"

namespace koodrive {
namespace {

constexpr std::string_view option = "credentials.accessToken";
constexpr std::string_view placeholder = "{token}";

/// The text that `format` puts before the token.
std::string_view prefixOf(AccessTokenFormat format) noexcept {
  auto prefix = toString(format);
  prefix.remove_suffix(placeholder.size());
  return prefix;
}

bool equalIgnoringCase(std::string_view a, std::string_view b) noexcept {
  return std::ranges::equal(a, b, {}, [](char c) { return toLower(c); }, [](char c) { return toLower(c); });
}

/// The prefix of any format at the beginning of `token`, as spelled there; empty if there is none.
std::string_view prefixIn(std::string_view token) noexcept {
  for (const auto format : {AccessTokenFormat::BearerPlus, AccessTokenFormat::BearerSpace}) {
    const auto start = token.substr(0, prefixOf(format).size());
    if (equalIgnoringCase(start, prefixOf(format))) {
      return start;
    }
  }
  return {};
}

std::string_view trimmedStart(std::string_view text, std::string_view marks) noexcept {
  return text.substr(std::min(text.find_first_not_of(marks), text.size()));
}

std::string_view trimmedEnd(std::string_view text, std::string_view marks) noexcept {
  return text.substr(0, text.find_last_not_of(marks) + 1);
}

/// `text` without the option at its beginning, if that is one of the options of curl that give a header.
std::string_view withoutHeaderOption(std::string_view text) noexcept {
  for (const std::string_view flag : {"-H", "--header"}) {
    if (text.starts_with(flag)) {
      text.remove_prefix(flag.size());
      return text;
    }
  }
  return text;
}

/// The value in `text` if that is an `Authorization` header, with the name, quotes and blanks that come with
/// it where it is copied from a browser's developer tools, a script or a command; otherwise `text` itself.
std::string_view withoutHeaderName(std::string_view text) noexcept {
  constexpr std::string_view header = "Authorization";
  constexpr std::string_view quotes = " \t\r\n\"'`";
  const auto named = trimmedStart(withoutHeaderOption(trimmedStart(text, quotes)), quotes);
  if (!equalIgnoringCase(named.substr(0, header.size()), header)) {
    return text;
  }
  const auto rest = named.substr(header.size());
  const auto value = trimmedEnd(trimmedStart(rest, " \t\r\n\"'`:"), " \t\r\n\"'`,;\\");
  const bool isToken = value.size() == rest.size() && !value.empty() && prefixIn(value).empty();
  return isToken ? text : value;
}

/// Whether `text` has characters that no token has but the texts around one have: quotes and braces of JSON
/// and scripts, and the colon of another header.
bool holdsMoreThanToken(std::string_view text) noexcept {
  return text.find_first_of("\"'`{}<>\\") != std::string_view::npos || text.contains(": ");
}

/// Whether `token` is only a prefix. `Bearer ` is compared without its space, which trimming has removed.
bool isPrefixAlone(std::string_view token) noexcept {
  return token.size() == prefixIn(token).size() ||
         equalIgnoringCase(token, trimmed(prefixOf(AccessTokenFormat::BearerSpace)));
}

}  // namespace

std::string_view toString(AccessTokenFormat format) noexcept {
  switch (format) {
    case AccessTokenFormat::BearerPlus:
      return "Bearer+{token}";
    case AccessTokenFormat::BearerSpace:
      return "Bearer {token}";
    case AccessTokenFormat::Bare:
      return placeholder;
  }
  return {};
}

Result<AccessTokenFormat> accessTokenFormatNamed(std::string_view name) {
  for (const auto format :
       {AccessTokenFormat::BearerPlus, AccessTokenFormat::BearerSpace, AccessTokenFormat::Bare}) {
    if (toString(format) == name) {
      return format;
    }
  }
  return std::unexpected(invalidRequest(ErrorReason::OutOfRange, "credentials.format"));
}

Result<std::string> authorizationFromAccessToken(std::string_view token, AccessTokenFormat format) {
  const auto longest = longestAuthorization - prefixOf(AccessTokenFormat::BearerPlus).size();
  const auto checked = headerValue(withoutHeaderName(token), option, longest);
  if (!checked) {
    return std::unexpected(checked.error());
  }
  if (holdsMoreThanToken(*checked)) {
    return std::unexpected(invalidRequest(ErrorReason::NotAToken, option));
  }
  if (isPrefixAlone(*checked)) {
    return std::unexpected(invalidRequest(ErrorReason::Required, option));
  }
  if (!prefixIn(*checked).empty()) {
    return std::string(*checked);
  }
  return std::string(prefixOf(format)).append(*checked);
}

std::string_view bareAccessToken(std::string_view token) noexcept {
  token = trimmed(withoutHeaderName(trimmed(token)));
  token.remove_prefix(prefixIn(token).size());
  return trimmed(token);
}

}  // namespace koodrive
