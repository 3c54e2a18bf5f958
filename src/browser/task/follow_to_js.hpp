#pragma once

#include <emscripten/val.h>

// The decision what to do next while a task is followed, for JavaScript.
namespace koodrive {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsFollowedState)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsFollowEvent)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsFollowAction)

struct FollowStepRecord {
  JsFollowAction action{emscripten::val::undefined()};
  double waitMs = 0;
};

/// `nextFollowStep`. Times are in milliseconds.
[[nodiscard]] FollowStepRecord followStep(const JsFollowEvent& event, const JsFollowedState& state,
                                          double waits, double missingResults, bool hidden, double elapsedMs,
                                          double maxWaitMs, double askedWaitMs, double random);

}  // namespace koodrive
