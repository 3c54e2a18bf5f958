#pragma once

#include <emscripten/val.h>

#include <new>
#include <utility>

#include "browser/record_conversion.hpp"
#include "core/error.hpp"

namespace koodrive {

/// { ok: false, error: ErrorRecord }
[[nodiscard]] inline emscripten::val failed(const Error& error) {
  auto result = emscripten::val::object();
  result.set("ok", false);
  result.set("error", toRecord(error));
  return result;
}

/// { ok: true, value }
[[nodiscard]] inline emscripten::val succeeded(const emscripten::val& value) {
  auto result = emscripten::val::object();
  result.set("ok", true);
  result.set("value", value);
  return result;
}

/// The outcome of `work`, which returns a val; running out of memory is the error `too-large`.
template <class Work>
[[nodiscard]] emscripten::val outcomeOf(Work&& work) {
  try {
    return succeeded(std::forward<Work>(work)());
  } catch (const std::bad_alloc&) {
    return failed({.kind = ErrorKind::TooLarge, .reason = ErrorReason::OutOfMemory});
  }
}

}  // namespace koodrive
