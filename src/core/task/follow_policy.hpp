#pragma once

#include <cstdint>
#include <string_view>

namespace koodrive {

/// What is known of the task that is followed.
enum class FollowedState : std::uint8_t {
  Unseen,  ///< nothing yet
  New,
  Executing,
  Success,
  Failed,
  UnknownStatus,  ///< its status is a number that no page of KooDrive explains
  NotKnown,       ///< KooDrive answered that it does not know the task
  NoDetail,       ///< the call that describes a task is not available here
};

/// What has just happened while a task is followed.
enum class FollowEvent : std::uint8_t {
  Waited,     ///< the wait is over, the page is shown again, or nothing was done yet
  Looked,     ///< the task was looked at; its state is `FollowedState`
  NoResult,   ///< the result was asked for and is not there
  Throttled,  ///< the last call was refused because there were too many
};

enum class FollowAction : std::uint8_t {
  Look,            ///< ask for the task
  AskForResult,    ///< ask for the result
  Wait,            ///< wait for `FollowStep::waitMilliseconds`
  Pause,           ///< wait until the page is shown
  EndFailed,       ///< end: the task failed as a whole
  EndNoResult,     ///< end: there is no result
  EndStillRunning  ///< end: waited for as long as was allowed
};

[[nodiscard]] std::string_view toString(FollowedState state) noexcept;
[[nodiscard]] std::string_view toString(FollowEvent event) noexcept;
[[nodiscard]] std::string_view toString(FollowAction action) noexcept;

struct FollowSituation {
  FollowEvent event = FollowEvent::Waited;
  FollowedState state = FollowedState::Unseen;
  unsigned waits = 0;                     ///< waits so far
  unsigned missingResults = 0;            ///< how often the result was not there, this time included
  bool hidden = false;                    ///< nobody sees the page
  std::uint64_t elapsedMilliseconds = 0;  ///< since following began, pauses left out
  std::uint64_t maxWaitMilliseconds = 0;
  std::uint64_t askedWaitMilliseconds = 0;  ///< Throttled: how long the server asked to wait
  double randomFraction = 0;                ///< in [0, 1)
};

struct FollowStep {
  FollowAction action = FollowAction::Look;
  std::uint64_t waitMilliseconds = 0;  ///< Wait
  friend bool operator==(const FollowStep&, const FollowStep&) = default;
};

/// Decides what to do next while a task is followed to its result. Waits grow from 2 to 30 seconds, with
/// jitter. Every call renews the access token, so nothing is sent while the page is hidden or after
/// `maxWaitMilliseconds`.
[[nodiscard]] FollowStep nextFollowStep(const FollowSituation& now) noexcept;

}  // namespace koodrive
