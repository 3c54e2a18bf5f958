#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "browser/query/fetch_transport.hpp"
#include "browser/query/timer.hpp"
#include "browser/report/report_handle.hpp"
#include "core/error.hpp"
#include "core/request/access_token.hpp"
#include "core/request/app_signature.hpp"
#include "core/request/retry_policy.hpp"
#include "core/request/task_result_request.hpp"

namespace koodrive {

struct AccessTokenOptions {
  AccessTokenFormat format = AccessTokenFormat::BearerPlus;
  bool renewable = false;  ///< whether asking again after a 401 can bring another token
};

/// What a query needs; all of it has been checked.
struct QueryOptions {
  CheckedTaskResultQuery query;
  AccessTokenOptions accessToken{};
  std::optional<Endpoint> signedEndpoint{};  ///< given: a signature authorizes; see `canonicalRequest`
  std::uint32_t timeoutMs = 0;
  RetryLimits retryLimits{};
  std::uint64_t maxResponseBytes = 0;
};

/// A report and the X-Traceid of the attempt that brought it.
struct ReceivedReport {
  std::unique_ptr<ReportHandle> report;
  std::string traceId;
};

/// What has been sent so far.
struct AttemptsMade {
  unsigned count = 0;
  std::string lastTraceId{};  ///< empty where nothing was sent
};

struct QueryProgress {
  enum class Phase : std::uint8_t { Connecting, Receiving, Retrying, Decoding };
  Phase phase = Phase::Connecting;
  unsigned attempt = 1;
  std::uint64_t receivedBytes = 0;
  std::optional<std::uint64_t> totalBytes{};
  std::uint64_t waitMs = 0;
};

/// Hears of a query, and gives it what it needs.
class QueryListener {
 public:
  virtual ~QueryListener() = default;
  /// Asks for the access token of the attempt that is about to start, or for another one because KooDrive
  /// refused the last; answered by `PendingQuery::provideAccessToken`.
  virtual void needAccessToken(bool refused) = 0;
  /// Asks for the Authorization value of a request that is complete but for it; answered by
  /// `PendingQuery::provideAuthorization`.
  virtual void needSignature(const HttpRequest& request, const std::string& canonicalRequest) = 0;
  virtual void progress(const QueryProgress& progress) = 0;
  /// Called exactly once, unless the query is cancelled before.
  virtual void settle(Result<ReceivedReport> outcome) = 0;
};

class PendingQuery;

/// Keeps queries until they end.
class QueryOwner {
 public:
  virtual ~QueryOwner() = default;
  /// `query` is about to settle.
  virtual void release(const PendingQuery& query) = 0;
};

/// One query from its start to its one outcome.
class PendingQuery final : public std::enable_shared_from_this<PendingQuery>, public FetchListener {
 public:
  PendingQuery(QueryOptions options, std::unique_ptr<QueryListener> listener, QueryOwner& owner);

  void start();

  /// The access token that was asked for; ignored where none is awaited.
  void provideAccessToken(std::string_view token);

  /// The Authorization value that was asked for; ignored where none is awaited.
  void provideAuthorization(std::string_view authorization);

  /// Ends the query without a further callback, also from within one.
  void cancel();

  [[nodiscard]] AttemptsMade attemptsMade() const {
    return {.count = attemptsSent_, .lastTraceId = sentTraceId_};
  }

 private:
  void beginAttempt(bool tokenRefused);
  void stampAttempt();
  void send(std::string_view authorization);
  void onProgress(std::uint64_t received, std::optional<std::uint64_t> total) override;
  void onFetched(FetchOutcome outcome) override;
  void onResponse(const FetchedResponse& fetched);
  void onRefusal(const HttpResponse& response);
  void decode(const HttpResponse& response);
  void sendAgain(bool tokenRefused);
  void retryOrFail(Error error);
  void expectBytes();
  void onSilence();
  void onDeadline();
  void onRetry();
  void settle(Result<ReceivedReport> outcome);
  void fail(Error error);

  QueryOptions options_;
  std::unique_ptr<QueryListener> listener_;
  QueryOwner* owner_;
  double startedAt_ = 0;
  unsigned attemptsSent_ = 0;
  unsigned repairedAttempts_ = 0;  // sent again at once, with another token or date: no retries
  bool tokenRenewed_ = false;
  std::optional<std::int64_t> clockOffsetMs_;
  AttemptStamp stamp_{};
  std::string sentTraceId_;
  std::unique_ptr<FetchAttempt> fetch_;
  Timer<PendingQuery> silence_{*this, &PendingQuery::onSilence};
  Timer<PendingQuery> deadline_{*this, &PendingQuery::onDeadline};
  Timer<PendingQuery> retry_{*this, &PendingQuery::onRetry};
  bool awaitingAuthorization_ = false;
  bool settled_ = false;
};

}  // namespace koodrive
