#pragma once

#include <emscripten/val.h>

#include <string>

namespace koodrive {

// What comes over the border from JavaScript, as plain values. Numbers are doubles; names are the client's.

EMSCRIPTEN_DECLARE_VAL_TYPE(JsAccessTokenFormat)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSortBy)

struct QueryRecord {
  std::string endpoint{};
  std::string taskId{};  ///< empty: the query goes without one
  std::string userId{};
  std::string language{};
  JsAccessTokenFormat accessTokenFormat{emscripten::val::undefined()};
  bool accessTokenRenewable = false;
  std::string signedEndpoint{};  ///< not empty: a signature is asked for instead of a token
  double timeoutMs = 0;
  double deadlineMs = 0;
  double maxAttempts = 0;
  double maxResponseBytes = 0;
};

struct ViewRecord {
  std::string search{};
  JsSortBy sortBy{emscripten::val::undefined()};
  bool descending = false;
};

}  // namespace koodrive
