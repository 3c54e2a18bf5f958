#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/error.hpp"

namespace koodrive {

/// How an access token becomes the Authorization value. (KooDrive API, table 2 and sibling pages)
enum class AccessTokenFormat : std::uint8_t {
  BearerPlus,   ///< as the page shows
  BearerSpace,  ///< as RFC 6750 has it
  Bare,         ///< the token alone
};

/// The format as options name it, `Bearer+{token}`, …; nothing for what is no enumerator.
[[nodiscard]] std::string_view toString(AccessTokenFormat format) noexcept;

/// The format that options name so. Errors: InvalidRequest naming `credentials.format`.
[[nodiscard]] Result<AccessTokenFormat> accessTokenFormatNamed(std::string_view name);

/// The Authorization value for a token. A token that already carries the prefix of a format is sent as it is.
/// Errors: InvalidRequest naming `credentials.accessToken` (empty, control or non-ASCII characters, too
/// long).
[[nodiscard]] Result<std::string> authorizationFromAccessToken(std::string_view token,
                                                               AccessTokenFormat format);

/// A token or an Authorization value without the blanks around it and without a format's prefix.
[[nodiscard]] std::string_view bareAccessToken(std::string_view token) noexcept;

}  // namespace koodrive
