#pragma once

#include <string>
#include <string_view>

namespace koodrive {

/// `text` with every byte percent-encoded as `%XY`, in upper case, except unreserved characters. (RFC 3986,
/// sections 2.1 and 2.3)
[[nodiscard]] std::string percentEncoded(std::string_view text);

}  // namespace koodrive
