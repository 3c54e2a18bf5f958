#pragma once

#include <cstdint>
#include <optional>

#include "core/error.hpp"

namespace koodrive {

/// The limits on the attempts of a query.
struct RetryLimits {
  unsigned maxAttempts = 1;
  std::uint64_t deadlineMilliseconds = 0;  ///< for the whole query, waits included
};

/// An attempt that ended without a report.
struct FinishedAttempt {
  unsigned number = 1;  ///< 1-based, among the attempts that count towards `RetryLimits::maxAttempts`
  ErrorKind kind = ErrorKind::Network;
  ErrorReason reason = ErrorReason::Unreachable;
  int httpStatus = 0;                                     ///< 0 where no response arrived
  std::optional<std::uint64_t> retryAfterMilliseconds{};  ///< the server's Retry-After, if it can be read
  std::uint64_t elapsedMilliseconds = 0;                  ///< since the query began
};

struct RetryDecision {
  bool retry = false;
  std::uint64_t waitMilliseconds = 0;
  friend bool operator==(const RetryDecision&, const RetryDecision&) = default;
};

/// Decides whether and when to try again: after network failures, timeouts and the statuses 429, 500, 502,
/// 503 and 504, with exponential backoff and full jitter, never before `Retry-After` has passed and never
/// after the deadline. Retrying is safe because a query is a GET without side effects. `randomFraction` lies
/// in [0, 1).
[[nodiscard]] RetryDecision decideRetry(const RetryLimits& limits, const FinishedAttempt& attempt,
                                        double randomFraction) noexcept;

}  // namespace koodrive
