#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/error.hpp"

namespace koodrive {

/// An InvalidRequest error for the option called `option`.
[[nodiscard]] Error invalidRequest(ErrorReason reason, std::string_view option,
                                   std::optional<std::size_t> limit = std::nullopt);

/// `value` without surrounding spaces (browsers remove them as well), if it is valid in a header: 1 to
/// `longest` characters of printable ASCII. Errors: InvalidRequest naming `option` (Required,
/// ControlCharacter, NonAscii, TooLong). The result is borrowed from `value`.
[[nodiscard]] Result<std::string_view> headerValue(std::string_view value, std::string_view option,
                                                   std::size_t longest);

}  // namespace koodrive
