#pragma once

#include <string>

namespace koodrive {

// What comes over the border from JavaScript, as plain values. Numbers are doubles; names are the facade's.

struct QueryRecord {
  std::string endpoint{};
  std::string taskId{};  ///< empty: the query goes without one
  std::string userId{};
  std::string language{};
  std::string accessTokenFormat{};
  bool accessTokenRenewable = false;
  std::string signedEndpoint{};  ///< not empty: a signature is asked for instead of a token
  double timeoutMs = 0;
  double deadlineMs = 0;
  double maxAttempts = 0;
  double maxResponseBytes = 0;
};

struct ViewRecord {
  std::string query{};
  std::string sortBy{};
  bool descending = false;
};

}  // namespace koodrive
