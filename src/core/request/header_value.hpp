#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/error.hpp"

namespace koodrive {

/// An InvalidRequest error for the option called `option`.
[[nodiscard]] Error invalidRequest(ErrorReason reason, std::string_view option,
                                   std::optional<std::size_t> limit = std::nullopt);

/// `value` without the spaces around it, which a browser takes off as well, if it may stand in a header:
/// printable ASCII, at least one character and at most `longest`.
/// Errors: InvalidRequest naming `option` (Required, ControlCharacter, NonAscii, TooLong). The result is
/// borrowed from `value`.
[[nodiscard]] Result<std::string_view> headerValue(std::string_view value, std::string_view option,
                                                   std::size_t longest);

}  // namespace koodrive
