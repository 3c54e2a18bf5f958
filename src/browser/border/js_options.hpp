#pragma once

#include <emscripten/val.h>

#include "browser/border/js_values.hpp"

namespace koodrive {

// The options that JavaScript passes in, as plain values. Numbers are doubles; members have the names that
// the JavaScript client uses.

EMSCRIPTEN_DECLARE_VAL_TYPE(JsAccessTokenFormat)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSortBy)

struct QueryRecord {
  JsText endpoint{emscripten::val::undefined()};
  JsText taskId{emscripten::val::undefined()};  ///< empty: the query is sent without a task ID
  JsText userId{emscripten::val::undefined()};
  JsText language{emscripten::val::undefined()};
  JsAccessTokenFormat accessTokenFormat{emscripten::val::undefined()};
  bool accessTokenRenewable = false;
  JsText signedEndpoint{
      emscripten::val::undefined()};  ///< not empty: requests are signed instead of carrying a token
  double timeoutMs = 0;
  double deadlineMs = 0;
  double maxAttempts = 0;
  double maxResponseBytes = 0;
};

struct ViewRecord {
  JsText search{emscripten::val::undefined()};
  JsText noted{emscripten::val::undefined()};  ///< kind of a warning; empty: rows are not filtered by it
  JsSortBy sortBy{emscripten::val::undefined()};
  bool descending = false;
};

}  // namespace koodrive
