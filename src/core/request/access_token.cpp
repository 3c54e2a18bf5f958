#include "core/request/access_token.hpp"

#include "core/request/header_value.hpp"
#include "core/request/limits.hpp"
#include "core/text/ascii.hpp"

namespace koodrive {
namespace {

constexpr std::string_view option = "credentials.accessToken";
constexpr std::string_view bearerPlus = "Bearer+";
constexpr std::string_view bearerSpace = "Bearer ";

bool hasPrefix(std::string_view token) {
  return startsWithIgnoringCase(token, "bearer+") || startsWithIgnoringCase(token, "bearer ");
}

/// A prefix with no token behind it; the space after `Bearer` has been trimmed.
bool isPrefixAlone(std::string_view token) {
  const std::string lower = toLower(token);
  return lower == "bearer" || lower == "bearer+";
}

std::string_view prefixOf(AccessTokenFormat format) noexcept {
  switch (format) {
    case AccessTokenFormat::BearerPlus:
      return bearerPlus;
    case AccessTokenFormat::BearerSpace:
      return bearerSpace;
    case AccessTokenFormat::Bare:
      break;
  }
  return {};
}

}  // namespace

Result<std::string> authorizationFromAccessToken(std::string_view token, AccessTokenFormat format) {
  const auto checked = headerValue(token, option, longestAuthorization - bearerPlus.size());
  if (!checked) {
    return std::unexpected(checked.error());
  }
  if (isPrefixAlone(*checked)) {
    return std::unexpected(invalidRequest(ErrorReason::Required, option));
  }
  if (hasPrefix(*checked)) {
    return std::string(*checked);
  }
  return std::string(prefixOf(format)).append(*checked);
}

}  // namespace koodrive
