#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/error.hpp"

namespace koodrive {

/// How an access token becomes the Authorization value. (KooDrive API, table 2 and sibling pages)
enum class AccessTokenFormat : std::uint8_t {
  BearerPlus,   ///< `Bearer+{token}`, as the page shows
  BearerSpace,  ///< `Bearer {token}`
  Bare,         ///< `{token}`
};

/// The Authorization value for a token. A token that already carries `Bearer+` or `Bearer ` is sent as it is.
/// Errors: InvalidRequest naming `credentials.accessToken` (empty, control or non-ASCII characters, too
/// long).
[[nodiscard]] Result<std::string> authorizationFromAccessToken(std::string_view token,
                                                               AccessTokenFormat format);

}  // namespace koodrive
