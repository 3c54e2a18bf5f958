#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace koodrive {

// By hand, for want of std::chrono::parse in libc++ 19 and libstdc++ 12; retire when both have it.

/// The time that an HTTP date stands for, in milliseconds since 1970: `Sun, 06 Nov 1994 08:49:37 GMT` and the
/// two obsolete forms (RFC 9110, section 5.6.7). Nothing where the text is no such date.
[[nodiscard]] std::optional<std::int64_t> parseHttpDate(std::string_view text,
                                                        std::int64_t nowUnixMilliseconds);

/// How long `Retry-After` asks to wait, in milliseconds: seconds or an HTTP date (RFC 9110, section 10.2.3).
/// A date in the past is 0. Nothing where the text is neither.
[[nodiscard]] std::optional<std::uint64_t> retryAfterMilliseconds(std::string_view text,
                                                                  std::int64_t nowUnixMilliseconds);

}  // namespace koodrive
