#pragma once

#include <emscripten/val.h>

#include <string>
#include <string_view>

#include "browser/border/error_to_js.hpp"
#include "browser/border/js_object.hpp"
#include "core/error.hpp"

// The JavaScript result of a function that can fail: { ok: true, value } or { ok: false, error }. Each type
// of `value` has its own outcome type, so that the generated declarations can tell them apart.
namespace koodrive {

/// The outcome of a function that returns no value.
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

/// The TypeScript type of an outcome whose `value` has the type `valueType`.
[[nodiscard]] inline std::string outcomeType(std::string_view valueType) {
  return std::string("{ ok: true, value: ").append(valueType).append(" } | { ok: false, error: Failure }");
}

}  // namespace koodrive
