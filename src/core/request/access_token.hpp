#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/error.hpp"

namespace koodrive {

/// How an access token becomes the Authorization value. (KooDrive API, table 2 and sibling pages)
enum class AccessTokenFormat : std::uint8_t {
  BearerPlus,   ///< `Bearer+{token}`, as the API page shows
  BearerSpace,  ///< `Bearer {token}`, as RFC 6750 defines
  Bare,         ///< the token alone
};

/// The format's name in the options, `Bearer+{token}`, …; empty for a value that is no enumerator.
[[nodiscard]] std::string_view toString(AccessTokenFormat format) noexcept;

/// The format that has `name` in the options. Errors: InvalidRequest naming `credentials.format`.
[[nodiscard]] Result<AccessTokenFormat> accessTokenFormatNamed(std::string_view name);

/// The Authorization value for a token. A token that already carries the prefix of a format is sent as it is;
/// of a pasted `Authorization` header, the value counts. Errors: InvalidRequest naming
/// `credentials.accessToken` (empty, control or non-ASCII characters, too long, more than a token).
[[nodiscard]] Result<std::string> authorizationFromAccessToken(std::string_view token,
                                                               AccessTokenFormat format);

/// The token in `token`, which may be an Authorization header or its value: surrounding blanks, the header's
/// name and a format's prefix are removed.
[[nodiscard]] std::string_view bareAccessToken(std::string_view token) noexcept;

}  // namespace koodrive
