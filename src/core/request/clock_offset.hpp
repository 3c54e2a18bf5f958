#pragma once

#include <cstdint>
#include <optional>

namespace koodrive {

/// How far the server's clock is ahead of the local one (negative: behind), in milliseconds. Absent for
/// differences up to a minute, which cannot be why a request was refused. `localUnixMilliseconds` is the time
/// when the response arrived, `serverUnixMilliseconds` its `Date`.
[[nodiscard]] std::optional<std::int64_t> clockOffset(std::int64_t localUnixMilliseconds,
                                                      std::int64_t serverUnixMilliseconds) noexcept;

/// The time to send in X-Date: the server's time less a safety margin, because KooDrive refuses dates in its
/// future. (KooDrive API, "App-based Authentication Generation Rule")
[[nodiscard]] std::int64_t xDateTime(std::int64_t localUnixMilliseconds,
                                     std::int64_t offsetMilliseconds) noexcept;

}  // namespace koodrive
