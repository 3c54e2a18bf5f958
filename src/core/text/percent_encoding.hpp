#pragma once

#include <string>
#include <string_view>

namespace koodrive {

/// `text` with every byte but the unreserved characters as `%XY`, in upper case. (RFC 3986, section 2.1
/// and 2.3)
[[nodiscard]] std::string percentEncoded(std::string_view text);

}  // namespace koodrive
