#pragma once

#include <emscripten/val.h>

#include <string>

namespace koodrive {

// The options that JavaScript passes in, as plain values. Numbers are doubles; members have the names that
// the JavaScript client uses.

EMSCRIPTEN_DECLARE_VAL_TYPE(JsAccessTokenFormat)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSortBy)

struct QueryRecord {
  std::string endpoint{};
  std::string taskId{};  ///< empty: the query is sent without a task ID
  std::string userId{};
  std::string language{};
  JsAccessTokenFormat accessTokenFormat{emscripten::val::undefined()};
  bool accessTokenRenewable = false;
  std::string signedEndpoint{};  ///< not empty: requests are signed instead of carrying a token
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
