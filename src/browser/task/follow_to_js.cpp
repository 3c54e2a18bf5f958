#include "browser/task/follow_to_js.hpp"

#include <algorithm>
#include <cstdint>

#include "browser/border/js_values.hpp"
#include "core/task/follow_policy.hpp"
#include "core/text/enum_names.hpp"

namespace koodrive {
namespace {

/// The enumerator called `name`; the first where there is none.
template <class Enum>
Enum named(const emscripten::val& name) {
  const auto names = namesOf<Enum>();
  const auto found = std::ranges::find(names, textFrom(name));
  return found == names.end() ? Enum{} : static_cast<Enum>(found - names.begin());
}

std::uint64_t milliseconds(double count) {
  return static_cast<std::uint64_t>(std::max(count, 0.0));
}

}  // namespace

FollowStepRecord followStep(const JsFollowEvent& event, const JsFollowedState& state, double waits,
                            double missingResults, bool hidden, double elapsedMs, double maxWaitMs,
                            double askedWaitMs, double random) {
  const auto step = nextFollowStep({.event = named<FollowEvent>(event),
                                    .state = named<FollowedState>(state),
                                    .waits = static_cast<unsigned>(waits),
                                    .missingResults = static_cast<unsigned>(missingResults),
                                    .hidden = hidden,
                                    .elapsedMilliseconds = milliseconds(elapsedMs),
                                    .maxWaitMilliseconds = milliseconds(maxWaitMs),
                                    .askedWaitMilliseconds = milliseconds(askedWaitMs),
                                    .randomFraction = random});
  return {.action = JsFollowAction(toJs(toString(step.action))),
          .waitMs = static_cast<double>(step.waitMilliseconds)};
}

}  // namespace koodrive
