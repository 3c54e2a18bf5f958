#pragma once

#include <cstdint>
#include <optional>

namespace koodrive {

/// How far the server's clock is ahead of this one (negative: behind), in milliseconds, where it is more than
/// a minute; nothing where it is less, for then the clock is not what a refusal is about.
/// `localUnixMilliseconds` is when the answer arrived, `serverUnixMilliseconds` its `Date`.
[[nodiscard]] std::optional<std::int64_t> clockOffset(std::int64_t localUnixMilliseconds,
                                                      std::int64_t serverUnixMilliseconds) noexcept;

/// The time to put into X-Date: by the server's clock, and a little earlier, because KooDrive refuses a date
/// that is later than its own time. (KooDrive API, "App-based Authentication Generation Rule")
[[nodiscard]] std::int64_t xDateTime(std::int64_t localUnixMilliseconds,
                                     std::int64_t offsetMilliseconds) noexcept;

}  // namespace koodrive
