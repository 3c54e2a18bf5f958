#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "browser/query/fetch_transport.hpp"
#include "browser/query/timer.hpp"
#include "core/error.hpp"
#include "core/request/access_token.hpp"
#include "core/request/app_signature.hpp"
#include "core/request/retry_policy.hpp"
#include "core/request/task_request.hpp"

namespace koodrive {

struct AccessTokenOptions {
  AccessTokenFormat format = AccessTokenFormat::BearerPlus;
  bool renewable = false;  ///< whether the page can supply another token after a 401
};

/// Decodes the body of a 2xx answer into the JavaScript value that the query settles with. `clockOffsetMs` is
/// given when the browser's clock differs from KooDrive's. Must not throw.
using AnswerDecoder = Result<emscripten::val> (*)(std::span<const char> body,
                                                  std::optional<std::int64_t> clockOffsetMs);

/// The validated options of a query.
struct QueryOptions {
  CheckedTaskQuery query;
  AnswerDecoder decoder = nullptr;
  AccessTokenOptions accessToken{};
  std::optional<Endpoint> signedEndpoint{};  ///< present: requests are signed; see `canonicalRequest`
  std::uint32_t timeoutMs = 0;
  RetryLimits retryLimits{};
  std::uint64_t maxResponseBytes = 0;
};

/// A decoded answer and the identifiers of the attempt that fetched it.
struct ReceivedAnswer {
  emscripten::val value;
  std::string traceId;
  std::string requestId;  ///< empty where the response's X-Request-Id cannot be read
};

/// The attempts that a query has sent so far.
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

/// Receives the events of a query, and its requests for a token or a signature.
class QueryListener {
 public:
  virtual ~QueryListener() = default;
  /// Asks for the access token of the next attempt; `refused` means that KooDrive refused the last token.
  /// `PendingQuery::provideAccessToken` takes the answer.
  virtual void needAccessToken(bool refused) = 0;
  /// Asks for the Authorization value of `request`, which lacks nothing else.
  /// `PendingQuery::provideAuthorization` takes the answer.
  virtual void needSignature(const HttpRequest& request, const std::string& canonicalRequest) = 0;
  virtual void progress(const QueryProgress& progress) = 0;
  /// Called exactly once, unless the query is cancelled before.
  virtual void settle(Result<ReceivedAnswer> outcome) = 0;
};

class PendingQuery;

/// Owns queries until they end.
class QueryOwner {
 public:
  virtual ~QueryOwner() = default;
  /// `query` is about to settle.
  virtual void release(const PendingQuery& query) = 0;
};

/// One query, with all its attempts, until it settles exactly once or is cancelled.
class PendingQuery final : public std::enable_shared_from_this<PendingQuery>, public FetchListener {
 public:
  PendingQuery(QueryOptions options, std::unique_ptr<QueryListener> listener, QueryOwner& owner);

  void start();

  /// Supplies the access token that was asked for; ignored when none is awaited.
  void provideAccessToken(std::string_view token);

  /// Supplies the Authorization value that was asked for; ignored when none is awaited.
  void provideAuthorization(std::string_view authorization);

  /// Ends the query without any further callback. May be called from within a callback.
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
  [[nodiscard]] Error errorOf(const HttpResponse& response) const;
  void retryOrFail(Error error);
  void expectBytes();
  void onSilence();
  void onDeadline();
  void onRetry();
  void settle(Result<ReceivedAnswer> outcome);
  void fail(Error error);

  QueryOptions options_;
  std::unique_ptr<QueryListener> listener_;
  QueryOwner* owner_;
  double startedAt_ = 0;
  unsigned attemptsSent_ = 0;
  unsigned repairedAttempts_ = 0;  // resent at once with a new token or date; not counted as retries
  bool tokenRenewed_ = false;
  std::optional<std::int64_t> clockOffsetMs_;
  AttemptStamp stamp_{};
  std::string sentTraceId_;
  std::string requestId_;  // of the last response
  std::unique_ptr<FetchAttempt> fetch_;
  Timer<PendingQuery> silence_{*this, &PendingQuery::onSilence};
  Timer<PendingQuery> deadline_{*this, &PendingQuery::onDeadline};
  Timer<PendingQuery> retry_{*this, &PendingQuery::onRetry};
  bool awaitingAuthorization_ = false;
  bool settled_ = false;
};

}  // namespace koodrive
