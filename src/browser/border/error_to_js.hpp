#pragma once

#include <emscripten/val.h>

#include "core/error.hpp"

namespace koodrive {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsErrorKind)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsErrorReason)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsErrorDetails)

/// An `Error` as JavaScript receives it. Which details it has depends on its reason: see `errorDetailsType`.
struct FailureRecord {
  JsErrorKind kind{emscripten::val::undefined()};
  JsErrorReason reason{emscripten::val::undefined()};
  JsErrorDetails details{emscripten::val::undefined()};
};

/// The TypeScript type of an error's details.
extern const char* const errorDetailsType;

[[nodiscard]] FailureRecord toJs(const Error& error);

}  // namespace koodrive
