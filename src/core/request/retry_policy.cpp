#include "core/request/retry_policy.hpp"

#include <algorithm>

namespace koodrive {
namespace {

constexpr std::uint64_t firstBackoffMilliseconds = 500;
constexpr std::uint64_t longestBackoffMilliseconds = 20'000;
constexpr std::uint64_t longestRetryAfterMilliseconds = 60'000;
constexpr unsigned mostDoublings = 10;

bool isWorthRetrying(const FinishedAttempt& attempt) noexcept {
  switch (attempt.httpStatus) {
    case 0:
      return attempt.kind == ErrorKind::Network || attempt.reason == ErrorReason::Silence;
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
      return true;
    default:
      return false;
  }
}

std::uint64_t backoff(unsigned number, double randomFraction) noexcept {
  const auto doublings = std::min(number - 1, mostDoublings);
  const auto ceiling = std::min(firstBackoffMilliseconds << doublings, longestBackoffMilliseconds);
  return static_cast<std::uint64_t>(static_cast<double>(ceiling) * randomFraction);
}

}  // namespace

RetryDecision decideRetry(const RetryLimits& limits, const FinishedAttempt& attempt,
                          double randomFraction) noexcept {
  if (attempt.number >= limits.maxAttempts || !isWorthRetrying(attempt)) {
    return {};
  }
  const auto asked = attempt.retryAfterMilliseconds.value_or(0);
  if (asked > longestRetryAfterMilliseconds) {
    return {};
  }
  // The backoff's jitter is added, so that clients with the same Retry-After do not all return at once.
  const auto wait = asked + backoff(attempt.number, randomFraction);
  if (attempt.elapsedMilliseconds + wait >= limits.deadlineMilliseconds) {
    return {};
  }
  return {.retry = true, .waitMilliseconds = wait};
}

}  // namespace koodrive
