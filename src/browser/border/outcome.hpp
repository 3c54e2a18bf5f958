#pragma once

#include <emscripten/val.h>

#include "browser/border/js_object.hpp"
#include "browser/report/record_conversion.hpp"
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

[[nodiscard]] inline Error outOfMemory() {
  return {.kind = ErrorKind::TooLarge, .reason = ErrorReason::OutOfMemory};
}

}  // namespace koodrive
