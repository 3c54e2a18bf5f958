#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace koodrive {

// What crosses the border to JavaScript, as plain values. Counts are doubles, for 2^53-1 fits and 64 bits do
// not; names are those that the facade hands on.

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

struct ProgressRecord {
  std::string phase{};
  double attempt = 0;
  double receivedBytes = 0;
  std::optional<double> totalBytes{};
  double waitMs = 0;
};

struct ErrorRecord {
  std::string kind{};
  std::string reason{};
  double attempts = 0;
  std::optional<std::string> option{};
  std::optional<std::string> pointer{};
  std::optional<std::string> expected{};
  std::optional<std::string> actual{};
  std::optional<std::string> code{};
  std::optional<std::string> serverMessage{};
  std::optional<std::string> traceId{};
  std::optional<double> httpStatus{};
  std::optional<double> offset{};
  std::optional<double> line{};
  std::optional<double> column{};
  std::optional<double> limit{};
  std::optional<double> retryAfterMs{};
  bool clockUnknown = false;
};

struct WarningRecord {
  std::string kind{};
  std::optional<std::string> pointer{};
  std::optional<double> failCount{};
  std::optional<double> listed{};
  std::optional<double> count{};
  std::optional<double> offsetMs{};
  std::optional<double> names{};
  std::optional<double> rows{};
};

struct ReasonRecord {
  std::optional<std::string> desc{};
  double count = 0;
};

struct RowRecord {
  double position = 0;
  std::optional<std::string> userName{};
  std::optional<std::string> desc{};
};

struct ViewRecord {
  std::string query{};
  std::string sortBy{};
  bool descending = false;
};

struct AttemptsRecord {
  double attempts = 0;
  std::optional<std::string> traceId{};
};

struct DiagnosticsRecord {
  double bytesInUse = 0;
  double memoryBytes = 0;
  double liveQueries = 0;
};

}  // namespace koodrive
