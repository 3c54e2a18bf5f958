#pragma once

#include <emscripten/val.h>

#include <new>
#include <utility>

#include "browser/record.hpp"
#include "browser/record_conversion.hpp"
#include "core/error.hpp"

namespace koodrive {

/// { ok: false, error: ErrorRecord }
[[nodiscard]] inline emscripten::val failed(const Error& error) {
  return Record().add("ok", false).add("error", toRecord(error)).object();
}

/// { ok: true, value }
[[nodiscard]] inline emscripten::val succeeded(const emscripten::val& value) {
  return Record().add("ok", true).add("value", value).object();
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
