#include "core/task/follow_policy.hpp"

#include <algorithm>

namespace koodrive {
namespace {

constexpr double firstWaitMilliseconds = 2'000;
constexpr double longestWaitMilliseconds = 30'000;
constexpr double growth = 1.5;
constexpr double jitter = 0.25;  // of the wait, in either direction

/// How often the result of a task that has succeeded is asked for. No page says how soon it is there.
constexpr unsigned mostMissingResults = 6;

double pace(unsigned waits) noexcept {
  double wait = firstWaitMilliseconds;
  for (; waits != 0 && wait < longestWaitMilliseconds; --waits) {
    wait *= growth;
  }
  return std::min(wait, longestWaitMilliseconds);
}

FollowStep call(const FollowSituation& now) noexcept {
  if (now.hidden) {
    return {.action = FollowAction::Pause};
  }
  switch (now.state) {
    case FollowedState::Success:
    case FollowedState::Failed:
    case FollowedState::NotKnown:
    case FollowedState::NoDetail:
      return {.action = FollowAction::AskForResult};
    default:
      return {.action = now.event == FollowEvent::Looked ? FollowAction::AskForResult : FollowAction::Look};
  }
}

FollowStep wait(const FollowSituation& now) noexcept {
  const bool succeeded = now.state == FollowedState::Success;
  const auto left = now.maxWaitMilliseconds - std::min(now.elapsedMilliseconds, now.maxWaitMilliseconds);
  if (left == 0 || now.askedWaitMilliseconds >= left) {
    return {.action = succeeded ? FollowAction::EndNoResult : FollowAction::EndStillRunning};
  }
  const double spread = 1 - jitter + (2 * jitter * now.randomFraction);
  const auto paced = static_cast<std::uint64_t>(pace(succeeded ? now.missingResults : now.waits) * spread);
  // The last look is when the time is over.
  return {.action = FollowAction::Wait,
          .waitMilliseconds = std::min(std::max(paced, now.askedWaitMilliseconds), left)};
}

FollowStep withoutResult(const FollowSituation& now) noexcept {
  switch (now.state) {
    case FollowedState::Failed:
      return {.action = FollowAction::EndFailed};
    case FollowedState::NotKnown:
      return {.action = FollowAction::EndNoResult};
    case FollowedState::Success:
      return now.missingResults < mostMissingResults ? wait(now)
                                                     : FollowStep{.action = FollowAction::EndNoResult};
    default:
      return wait(now);
  }
}

}  // namespace

std::string_view toString(FollowedState state) noexcept {
  switch (state) {
    case FollowedState::Unseen:
      return "unseen";
    case FollowedState::New:
      return "new";
    case FollowedState::Executing:
      return "executing";
    case FollowedState::Success:
      return "success";
    case FollowedState::Failed:
      return "failed";
    case FollowedState::UnknownStatus:
      return "unknown";
    case FollowedState::NotKnown:
      return "not-known";
    case FollowedState::NoDetail:
      return "no-detail";
  }
  return {};
}

std::string_view toString(FollowEvent event) noexcept {
  switch (event) {
    case FollowEvent::Waited:
      return "waited";
    case FollowEvent::Looked:
      return "looked";
    case FollowEvent::NoResult:
      return "no-result";
    case FollowEvent::Throttled:
      return "throttled";
  }
  return {};
}

std::string_view toString(FollowAction action) noexcept {
  switch (action) {
    case FollowAction::Look:
      return "look";
    case FollowAction::AskForResult:
      return "ask-for-result";
    case FollowAction::Wait:
      return "wait";
    case FollowAction::Pause:
      return "pause";
    case FollowAction::EndFailed:
      return "end-failed";
    case FollowAction::EndNoResult:
      return "end-no-result";
    case FollowAction::EndStillRunning:
      return "end-still-running";
  }
  return {};
}

FollowStep nextFollowStep(const FollowSituation& now) noexcept {
  switch (now.event) {
    case FollowEvent::Waited:
      return call(now);
    case FollowEvent::Looked:
      return now.state == FollowedState::New || now.state == FollowedState::Executing ? wait(now) : call(now);
    case FollowEvent::NoResult:
      return withoutResult(now);
    case FollowEvent::Throttled:
      return wait(now);
  }
  return {};
}

}  // namespace koodrive
