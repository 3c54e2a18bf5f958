#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "browser/fetch_transport.hpp"
#include "browser/timer.hpp"
#include "core/error.hpp"
#include "core/import_report.hpp"
#include "core/task_result_request.hpp"

namespace koodrive {

struct QueryOptions {
  TaskResultQuery query;
  AccessTokenFormat accessTokenFormat = AccessTokenFormat::BearerPlus;
  std::uint32_t timeoutMs = 0;
  std::uint32_t deadlineMs = 0;
  std::uint32_t maxAttempts = 0;
  std::uint64_t maxResponseBytes = 0;
};

/// A report and the X-Traceid of the attempt that brought it.
struct ReceivedReport {
  ImportReport report;
  std::string traceId{};
};

struct QueryProgress {
  enum class Phase : std::uint8_t { Connecting, Receiving, Retrying, Decoding };
  Phase phase = Phase::Connecting;
  unsigned attempt = 1;
  std::uint64_t receivedBytes = 0;
  std::optional<std::uint64_t> totalBytes{};
  std::uint64_t waitMs = 0;
};

struct QueryCallbacks {
  /// Asks for the access token of the attempt that is about to start; answered by `PendingQuery::authorize`.
  std::function<void()> needAccessToken;
  std::function<void(const QueryProgress&)> progress;
  /// Called exactly once, unless the query is cancelled before.
  std::function<void(Result<ReceivedReport>)> settle;
};

/// One query from its start to its one outcome.
class PendingQuery : public std::enable_shared_from_this<PendingQuery> {
 public:
  PendingQuery(QueryOptions options, QueryCallbacks callbacks);

  void start();

  /// The access token that `needAccessToken` asked for.
  void authorize(const std::string& accessToken);

  /// Ends the query without a further callback, also from within one.
  void cancel();

 private:
  void beginAttempt();
  void send(std::string authorization);
  void onProgress(std::uint64_t received, std::optional<std::uint64_t> total);
  void onFetched(FetchOutcome outcome);
  void decode(const FetchedResponse& response);
  void expectBytes();
  void settle(Result<ReceivedReport> outcome);
  void fail(Error error);

  QueryOptions options_;
  QueryCallbacks callbacks_;
  unsigned attempt_ = 0;
  unsigned attemptsSent_ = 0;
  std::string traceId_;
  std::unique_ptr<FetchAttempt> fetch_;
  Timer silence_;
  Timer deadline_;
  bool awaitingToken_ = false;
  bool settled_ = false;
};

}  // namespace koodrive
