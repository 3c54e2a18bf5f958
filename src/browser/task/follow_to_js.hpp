#pragma once

#include <emscripten/val.h>

// The decision what to do next while a task is followed, for JavaScript.
namespace koodrive {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsFollowedState)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsFollowEvent)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsFollowAction)

/// `FollowSituation`. Times are in milliseconds.
struct FollowRecord {
  JsFollowEvent event{emscripten::val::undefined()};
  JsFollowedState state{emscripten::val::undefined()};
  double waits = 0;
  double missingResults = 0;
  bool hidden = false;
  double elapsedMs = 0;
  double maxWaitMs = 0;
  double askedWaitMs = 0;
  double random = 0;
};

struct FollowStepRecord {
  JsFollowAction action{emscripten::val::undefined()};
  double waitMs = 0;
};

[[nodiscard]] FollowStepRecord nextFollowStepFor(const FollowRecord& record);

}  // namespace koodrive
