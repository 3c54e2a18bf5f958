#include "browser/pending_query.hpp"

#include <unistd.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <new>
#include <utility>

#include "core/task_result_decoder.hpp"

namespace koodrive {
namespace {

std::string newTraceId() {
  std::array<std::byte, traceIdRandomBytes> random{};
  getentropy(random.data(), random.size());
  return traceIdFrom(random);
}

std::int64_t unixTimeMilliseconds() {
  using std::chrono::duration_cast;
  return duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

bool isSuccess(int status) {
  return status >= 200 && status < 300;
}

Error errorOf(ErrorKind kind, ErrorReason reason) {
  Error error;
  error.kind = kind;
  error.reason = reason;
  return error;
}

}  // namespace

PendingQuery::PendingQuery(QueryOptions options, QueryCallbacks callbacks)
    : options_(std::move(options)), callbacks_(std::move(callbacks)) {}

void PendingQuery::start() {
  if (auto valid = validate(options_.query); !valid) {
    return fail(std::move(valid.error()));
  }
  deadline_.start(options_.deadlineMs, [this] { fail(errorOf(ErrorKind::Timeout, ErrorReason::Deadline)); });
  beginAttempt();
}

void PendingQuery::beginAttempt() {
  ++attempt_;
  awaitingToken_ = true;
  callbacks_.needAccessToken();
}

void PendingQuery::authorize(const std::string& accessToken) {
  if (settled_ || !awaitingToken_) {
    return;
  }
  const auto self = shared_from_this();
  awaitingToken_ = false;
  auto authorization = authorizationFromAccessToken(accessToken, options_.accessTokenFormat);
  if (!authorization) {
    return fail(std::move(authorization.error()));
  }
  send(std::move(*authorization));
}

void PendingQuery::send(std::string authorization) {
  traceId_ = newTraceId();
  const AttemptStamp stamp{.authorization = std::move(authorization),
                           .traceId = traceId_,
                           .unixTimeMilliseconds = unixTimeMilliseconds()};
  const auto request = buildTaskResultRequest(options_.query, stamp);
  if (!request) {
    return fail(request.error());
  }
  callbacks_.progress({.phase = QueryProgress::Phase::Connecting, .attempt = attempt_});
  if (settled_) {
    return;
  }
  expectBytes();
  ++attemptsSent_;
  fetch_ = std::make_unique<FetchAttempt>(
      *request, options_.maxResponseBytes,
      FetchAttempt::Callbacks{
          .progress = [this](std::uint64_t received,
                             std::optional<std::uint64_t> total) { onProgress(received, total); },
          .done = [this](FetchOutcome outcome) { onFetched(std::move(outcome)); }});
}

void PendingQuery::expectBytes() {
  silence_.start(options_.timeoutMs, [this] { fail(errorOf(ErrorKind::Timeout, ErrorReason::Silence)); });
}

void PendingQuery::onProgress(std::uint64_t received, std::optional<std::uint64_t> total) {
  const auto self = shared_from_this();
  expectBytes();
  callbacks_.progress({.phase = QueryProgress::Phase::Receiving,
                       .attempt = attempt_,
                       .receivedBytes = received,
                       .totalBytes = total});
}

void PendingQuery::onFetched(FetchOutcome outcome) {
  const auto self = shared_from_this();
  silence_.cancel();
  if (outcome) {
    return decode(*outcome);
  }
  switch (outcome.error()) {
    case FetchFailure::Unreachable:
      return fail(errorOf(ErrorKind::Network, ErrorReason::Unreachable));
    case FetchFailure::TooLarge: {
      auto error = errorOf(ErrorKind::TooLarge, ErrorReason::ResponseTooLarge);
      error.limit = options_.maxResponseBytes;
      return fail(std::move(error));
    }
    case FetchFailure::OutOfMemory:
      return fail(errorOf(ErrorKind::TooLarge, ErrorReason::OutOfMemory));
  }
}

void PendingQuery::decode(const FetchedResponse& response) {
  const auto view = response.view();
  if (!isSuccess(view.status)) {
    return fail(errorFromHttpStatus(view.status, view.body));
  }
  callbacks_.progress({.phase = QueryProgress::Phase::Decoding, .attempt = attempt_});
  if (settled_) {
    return;
  }
  try {
    auto report = decodeTaskResult(view.body);
    if (!report) {
      auto error = std::move(report.error());
      error.httpStatus = view.status;
      return fail(std::move(error));
    }
    settle(ReceivedReport{.report = std::move(*report), .traceId = traceId_});
  } catch (const std::bad_alloc&) {
    fail(errorOf(ErrorKind::TooLarge, ErrorReason::OutOfMemory));
  }
}

void PendingQuery::fail(Error error) {
  error.traceId = traceId_;
  error.attempts = attemptsSent_;
  settle(std::unexpected(std::move(error)));
}

void PendingQuery::cancel() {
  settled_ = true;
  fetch_.reset();
  silence_.cancel();
  deadline_.cancel();
}

void PendingQuery::settle(Result<ReceivedReport> outcome) {
  if (settled_) {
    return;
  }
  cancel();
  const auto done = std::move(callbacks_.settle);
  done(std::move(outcome));
}

}  // namespace koodrive
