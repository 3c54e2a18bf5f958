#pragma once

#include <cstdint>
#include <optional>

#include "core/error.hpp"

namespace koodrive {

/// How long a query may go on trying.
struct RetryLimits {
  unsigned maxAttempts = 1;
  std::uint64_t deadlineMilliseconds = 0;  ///< of the whole query, waits included
};

/// An attempt that brought no report.
struct FinishedAttempt {
  unsigned number = 1;  ///< 1-based, among those that count against `RetryLimits::maxAttempts`
  ErrorKind kind = ErrorKind::Network;
  ErrorReason reason = ErrorReason::Unreachable;
  int httpStatus = 0;                                     ///< 0 where no response arrived
  std::optional<std::uint64_t> retryAfterMilliseconds{};  ///< what the server asked for, where it can be read
  std::uint64_t elapsedMilliseconds = 0;                  ///< since the query began
};

struct RetryDecision {
  bool retry = false;
  std::uint64_t waitMilliseconds = 0;
  friend bool operator==(const RetryDecision&, const RetryDecision&) = default;
};

/// Whether and when to try again: after network failures, silence and the statuses 429, 500, 502, 503 and
/// 504, with exponential backoff and full jitter, never before `Retry-After` has passed and never past the
/// deadline. A query is a GET without side effects, so a repeated one does no harm. `randomFraction` lies in
/// [0, 1).
[[nodiscard]] RetryDecision decideRetry(const RetryLimits& limits, const FinishedAttempt& attempt,
                                        double randomFraction) noexcept;

}  // namespace koodrive
