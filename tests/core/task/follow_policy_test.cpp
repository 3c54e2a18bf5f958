#include "core/task/follow_policy.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <initializer_list>

using namespace koodrive;

namespace {

constexpr std::uint64_t tenMinutes = 600'000;

FollowSituation after(FollowEvent event, FollowedState state) {
  return {.event = event, .state = state, .maxWaitMilliseconds = tenMinutes, .randomFraction = 0.5};
}

FollowAction actionAfter(FollowEvent event, FollowedState state) {
  auto now = after(event, state);
  now.missingResults = 1;
  return nextFollowStep(now).action;
}

}  // namespace

TEST_CASE("following begins with a look at the task") {
  CHECK(nextFollowStep(after(FollowEvent::Waited, FollowedState::Unseen)) ==
        FollowStep{.action = FollowAction::Look});
}

TEST_CASE("a task that waits or runs is looked at again after a wait") {
  for (const auto state : {FollowedState::New, FollowedState::Executing}) {
    CHECK(actionAfter(FollowEvent::Looked, state) == FollowAction::Wait);
    CHECK(actionAfter(FollowEvent::Waited, state) == FollowAction::Look);
  }
}

TEST_CASE("the result is asked for once the task has ended, or where its state cannot be known") {
  for (const auto state : {FollowedState::Success, FollowedState::Failed, FollowedState::UnknownStatus,
                           FollowedState::NotKnown, FollowedState::NoDetail}) {
    CHECK(actionAfter(FollowEvent::Looked, state) == FollowAction::AskForResult);
  }
}

TEST_CASE(
    "a missing result ends following where the task has failed or is not known, else it is waited for") {
  CHECK(actionAfter(FollowEvent::NoResult, FollowedState::Failed) == FollowAction::EndFailed);
  CHECK(actionAfter(FollowEvent::NoResult, FollowedState::NotKnown) == FollowAction::EndNoResult);
  for (const auto state : {FollowedState::Success, FollowedState::UnknownStatus, FollowedState::NoDetail}) {
    CHECK(actionAfter(FollowEvent::NoResult, state) == FollowAction::Wait);
  }
}

TEST_CASE("after the wait for a result the same call is made again") {
  CHECK(actionAfter(FollowEvent::Waited, FollowedState::Success) == FollowAction::AskForResult);
  CHECK(actionAfter(FollowEvent::Waited, FollowedState::NoDetail) == FollowAction::AskForResult);
  CHECK(actionAfter(FollowEvent::Waited, FollowedState::UnknownStatus) == FollowAction::Look);
}

TEST_CASE("a task that succeeded without a result is asked a few times, then following ends") {
  auto now = after(FollowEvent::NoResult, FollowedState::Success);
  now.missingResults = 5;
  CHECK(nextFollowStep(now).action == FollowAction::Wait);
  now.missingResults = 6;
  CHECK(nextFollowStep(now).action == FollowAction::EndNoResult);
}

TEST_CASE("waits grow from 2 to 30 seconds") {
  auto now = after(FollowEvent::Looked, FollowedState::Executing);
  std::uint64_t before = 0;
  for (now.waits = 0; now.waits < 8; ++now.waits) {
    const auto wait = nextFollowStep(now).waitMilliseconds;
    CHECK(wait == (now.waits == 0 ? 2'000 : wait));
    CHECK(wait > before);
    before = wait;
  }
  now.waits = 4'000'000'000;
  CHECK(nextFollowStep(now).waitMilliseconds == 30'000);
}

TEST_CASE("waits vary by a quarter in either direction, so that pages do not ask at the same moment") {
  auto now = after(FollowEvent::Looked, FollowedState::Executing);
  now.randomFraction = 0;
  CHECK(nextFollowStep(now).waitMilliseconds == 1'500);
  now.randomFraction = 0.999;
  CHECK(nextFollowStep(now).waitMilliseconds == 2'499);
}

TEST_CASE("a throttled call is made again after at least the time that the server asks for") {
  auto now = after(FollowEvent::Throttled, FollowedState::Executing);
  CHECK(nextFollowStep(now) == FollowStep{.action = FollowAction::Wait, .waitMilliseconds = 2'000});
  now.askedWaitMilliseconds = 45'000;
  CHECK(nextFollowStep(now) == FollowStep{.action = FollowAction::Wait, .waitMilliseconds = 45'000});
  now.state = FollowedState::Success;
  now.missingResults = 0;
  CHECK(nextFollowStep(now) == FollowStep{.action = FollowAction::Wait, .waitMilliseconds = 45'000});
}

TEST_CASE("nothing is sent while the page is hidden") {
  for (const auto event : {FollowEvent::Waited, FollowEvent::Looked}) {
    for (const auto state : {FollowedState::Success, FollowedState::Failed, FollowedState::NotKnown}) {
      auto now = after(event, state);
      now.hidden = true;
      CHECK(nextFollowStep(now).action == FollowAction::Pause);
    }
  }
  auto begun = after(FollowEvent::Waited, FollowedState::Unseen);
  begun.hidden = true;
  CHECK(nextFollowStep(begun).action == FollowAction::Pause);
}

TEST_CASE("the last look is made when the time is over, and then following ends") {
  auto now = after(FollowEvent::Looked, FollowedState::Executing);
  now.elapsedMilliseconds = tenMinutes - 500;
  CHECK(nextFollowStep(now) == FollowStep{.action = FollowAction::Wait, .waitMilliseconds = 500});
  now.elapsedMilliseconds = tenMinutes;
  CHECK(nextFollowStep(now).action == FollowAction::EndStillRunning);
  now.elapsedMilliseconds = 2 * tenMinutes;
  CHECK(nextFollowStep(now).action == FollowAction::EndStillRunning);
}

TEST_CASE("following ends where the server asks for a longer wait than is left") {
  auto now = after(FollowEvent::Throttled, FollowedState::Executing);
  now.askedWaitMilliseconds = tenMinutes;
  CHECK(nextFollowStep(now).action == FollowAction::EndStillRunning);
}

TEST_CASE("a task that has succeeded is not called running when the time for its result is over") {
  auto now = after(FollowEvent::NoResult, FollowedState::Success);
  now.missingResults = 1;
  now.elapsedMilliseconds = tenMinutes;
  CHECK(nextFollowStep(now).action == FollowAction::EndNoResult);
}
