#pragma once

#include <utility>

#include "browser/border/outcome.hpp"

namespace koodrive {

/// Runs `work`, which returns a val, and wraps it in an outcome; std::bad_alloc becomes the error
/// `too-large`.
template <class Outcome, class Work>
[[nodiscard]] Outcome outcomeOf(Work&& work) {
  // Only std::bad_alloc is ever thrown. catch (...) rather than its name keeps the code that matches
  // exception types, and its tables, out of the module.
  try {
    return succeeded<Outcome>(std::forward<Work>(work)());
  } catch (...) {
    return failed<Outcome>(outOfMemory());
  }
}

}  // namespace koodrive
