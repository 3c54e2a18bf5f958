#pragma once

#include <emscripten/val.h>

#include <string>
#include <string_view>

#include "browser/border/error_to_js.hpp"
#include "browser/border/js_object.hpp"
#include "core/error.hpp"

// The outcome of what may fail: { ok: true, value } or { ok: false, error }. Each type of value has its own
// type of outcome, which is a value of JavaScript.
namespace koodrive {

/// The outcome of what has no value.
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOutcome)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsTextOutcome)

template <class Outcome>
[[nodiscard]] Outcome succeeded(const emscripten::val& value) {
  return JsObject().set("ok", true).set("value", value).as<Outcome>();
}

template <class Outcome>
[[nodiscard]] Outcome failed(const Error& error) {
  return JsObject().set("ok", false).set("error", emscripten::val(toJs(error))).as<Outcome>();
}

[[nodiscard]] inline Error outOfMemory() {
  return {.kind = ErrorKind::TooLarge, .reason = ErrorReason::OutOfMemory};
}

/// The TypeScript type of an outcome.
[[nodiscard]] inline std::string outcomeType(std::string_view valueType) {
  return std::string("{ ok: true, value: ").append(valueType).append(" } | { ok: false, error: Failure }");
}

}  // namespace koodrive
