#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace koodrive {

// Hand-written because libc++ 19 and libstdc++ 12 lack std::chrono::parse; retire when both have it.

/// The Unix time in milliseconds of an HTTP date such as `Sun, 06 Nov 1994 08:49:37 GMT`, or of one in the
/// two obsolete formats (RFC 9110, section 5.6.7). Absent if the text is not an HTTP date.
[[nodiscard]] std::optional<std::int64_t> parseHttpDate(std::string_view text,
                                                        std::int64_t nowUnixMilliseconds);

/// How long `Retry-After` asks to wait, in milliseconds: seconds or an HTTP date (RFC 9110, section 10.2.3).
/// A date in the past gives 0. Absent if the text is neither.
[[nodiscard]] std::optional<std::uint64_t> retryAfterMilliseconds(std::string_view text,
                                                                  std::int64_t nowUnixMilliseconds);

}  // namespace koodrive
