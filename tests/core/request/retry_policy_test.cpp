#include "core/request/retry_policy.hpp"

#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "../support/outcome.hpp"

using namespace koodrive;

namespace koodrive {
inline std::ostream& operator<<(std::ostream& out, const RetryDecision& decision) {
  return out << (decision.retry ? "retry after " : "stop, ") << decision.waitMilliseconds << " ms";
}
}  // namespace koodrive

namespace {

constexpr RetryLimits limits{.maxAttempts = 3, .deadlineMilliseconds = 180'000};
constexpr RetryDecision stop{};

constexpr RetryDecision after(std::uint64_t milliseconds) {
  return {.retry = true, .waitMilliseconds = milliseconds};
}

FinishedAttempt withStatus(int status, unsigned number = 1) {
  return {
      .number = number, .kind = ErrorKind::Http, .reason = ErrorReason::ServerFault, .httpStatus = status};
}

FinishedAttempt without(ErrorKind kind, ErrorReason reason) {
  return {.kind = kind, .reason = reason};
}

}  // namespace

TEST_CASE("network failures, timeouts and temporary statuses are retried, other failures are not") {
  struct Row {
    std::string what;
    FinishedAttempt attempt;
    bool retry;
  };
  const std::vector<Row> table = {
      {"network", without(ErrorKind::Network, ErrorReason::Unreachable), true},
      {"silence", without(ErrorKind::Timeout, ErrorReason::Silence), true},
      {"deadline", without(ErrorKind::Timeout, ErrorReason::Deadline), false},
      {"too large", without(ErrorKind::TooLarge, ErrorReason::ResponseTooLarge), false},
      {"no memory", without(ErrorKind::TooLarge, ErrorReason::OutOfMemory), false},
      {"400", withStatus(400), false},
      {"401", withStatus(401), false},
      {"403", withStatus(403), false},
      {"404", withStatus(404), false},
      {"413", withStatus(413), false},
      {"414", withStatus(414), false},
      {"429", withStatus(429), true},
      {"494", withStatus(494), false},
      {"500", withStatus(500), true},
      {"501", withStatus(501), false},
      {"502", withStatus(502), true},
      {"503", withStatus(503), true},
      {"504", withStatus(504), true},
      {"505", withStatus(505), false},
  };
  for (const auto& row : table) {
    CAPTURE(row.what);
    CHECK(decideRetry(limits, row.attempt, 0.5).retry == row.retry);
  }
}

TEST_CASE("the upper limit of the random wait doubles with each retry up to a cap") {
  const RetryLimits many{.maxAttempts = 100, .deadlineMilliseconds = 1'000'000};
  const std::vector<std::pair<unsigned, std::uint64_t>> halves = {
      {1, 250}, {2, 500}, {3, 1'000}, {4, 2'000}, {5, 4'000}, {6, 8'000}, {7, 10'000}, {50, 10'000}};
  for (const auto& [number, half] : halves) {
    CAPTURE(number);
    CHECK(decideRetry(many, withStatus(503, number), 0.5) == after(half));
    CHECK(decideRetry(many, withStatus(503, number), 0) == after(0));
  }
}

TEST_CASE("no retry follows once the maximum number of attempts is reached") {
  CHECK(decideRetry(limits, withStatus(503, 2), 0).retry);
  CHECK(decideRetry(limits, withStatus(503, 3), 0) == stop);
  CHECK(decideRetry({.maxAttempts = 1, .deadlineMilliseconds = 1'000}, withStatus(503), 0) == stop);
}

TEST_CASE("a retry waits for a Retry-After of up to a minute, and a longer one ends the query") {
  const auto asked = [](std::optional<std::uint64_t> milliseconds) {
    auto attempt = withStatus(429);
    attempt.retryAfterMilliseconds = milliseconds;
    return decideRetry(limits, attempt, 0.5);
  };
  CHECK(asked(std::nullopt) == after(250));
  CHECK(asked(0) == after(250));
  CHECK(asked(2'000) == after(2'250));
  CHECK(asked(60'000) == after(60'250));
  CHECK(asked(60'001) == stop);
}

TEST_CASE("no retry is scheduled after the deadline") {
  const auto elapsed = [](std::uint64_t milliseconds) {
    auto attempt = withStatus(503);
    attempt.elapsedMilliseconds = milliseconds;
    return decideRetry(limits, attempt, 0.5);
  };
  CHECK(elapsed(179'000) == after(250));
  CHECK(elapsed(179'749) == after(250));
  CHECK(elapsed(179'750) == stop);
  CHECK(elapsed(500'000) == stop);
}
