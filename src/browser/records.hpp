#pragma once

#include <optional>
#include <string>

namespace koodrive {

// What comes over the border from JavaScript, as plain values. Numbers are doubles; names are the facade's.

struct QueryRecord {
  std::string endpoint{};
  std::optional<std::string> taskId{};
  std::string userId{};
  std::string language{};
  std::string accessTokenFormat{};
  bool accessTokenRenewable = false;
  std::optional<std::string> signedEndpoint{};  ///< present: a signature is asked for instead of a token
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
