#include "browser/query/pending_query.hpp"

#include <emscripten/html5.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <utility>

#include "core/decode/task_result_decoder.hpp"
#include "core/request/clock_offset.hpp"
#include "core/request/gateway_text.hpp"
#include "core/request/http_date.hpp"
#include "core/request/refusal_policy.hpp"

namespace koodrive {
namespace {

template <std::size_t Size>
std::array<std::byte, Size> randomBytes() {
  std::array<std::byte, Size> bytes{};
  getentropy(bytes.data(), bytes.size());
  return bytes;
}

/// A random number in [0, 1).
double randomFraction() {
  const auto [low, high] = randomBytes<2>();
  return (std::to_integer<unsigned>(high) * 256U + std::to_integer<unsigned>(low)) / 65536.0;
}

std::int64_t unixTimeMilliseconds() {
  return static_cast<std::int64_t>(emscripten_date_now());
}

bool isSuccess(int status) {
  return status >= 200 && status < 300;
}

Error errorWith(ErrorKind kind, ErrorReason reason) {
  Error error;
  error.kind = kind;
  error.reason = reason;
  return error;
}

}  // namespace

PendingQuery::PendingQuery(QueryOptions options, std::unique_ptr<QueryListener> listener, QueryOwner& owner)
    : options_(std::move(options)), listener_(std::move(listener)), owner_(&owner) {}

void PendingQuery::start() {
  startedAt_ = emscripten_get_now();
  deadline_.start(static_cast<double>(options_.retryLimits.deadlineMilliseconds));
  beginAttempt(false);
}

void PendingQuery::beginAttempt(bool tokenRefused) {
  awaitingAuthorization_ = true;
  if (!options_.signedEndpoint) {
    return listener_->needAccessToken(tokenRefused);
  }
  stampAttempt();
  const auto request = options_.query.request(stamp_);
  listener_->needSignature(request, canonicalRequest(request, *options_.signedEndpoint));
}

void PendingQuery::provideAuthorization(std::string_view authorization) {
  if (!std::exchange(awaitingAuthorization_, false)) {
    return;
  }
  const auto self = shared_from_this();
  send(authorization);
}

void PendingQuery::provideAccessToken(std::string_view token) {
  if (!std::exchange(awaitingAuthorization_, false)) {
    return;
  }
  const auto self = shared_from_this();
  auto authorization = authorizationFromAccessToken(token, options_.accessToken.format);
  if (!authorization) {
    return fail(std::move(authorization.error()));
  }
  // The token or signature may have taken long to arrive, so X-Date is set to the time of sending.
  stampAttempt();
  send(*authorization);
}

void PendingQuery::stampAttempt() {
  stamp_ = {.traceId = traceIdFrom(randomBytes<traceIdRandomBytes>()),
            .unixTimeMilliseconds = xDateTime(unixTimeMilliseconds(), clockOffsetMs_.value_or(0))};
}

void PendingQuery::send(std::string_view authorization) {
  auto request = authorized(options_.query.request(stamp_), authorization);
  if (!request) {
    return fail(std::move(request.error()));
  }
  ++attemptsSent_;
  sentTraceId_ = stamp_.traceId;
  requestId_.clear();
  listener_->progress({.phase = QueryProgress::Phase::Connecting, .attempt = attemptsSent_});
  if (settled_) {
    return;
  }
  expectBytes();
  fetch_ = std::make_unique<FetchAttempt>(*request, options_.maxResponseBytes, *this);
}

void PendingQuery::expectBytes() {
  silence_.start(options_.timeoutMs);
}

void PendingQuery::onSilence() {
  const auto self = shared_from_this();
  fetch_.reset();
  retryOrFail(errorWith(ErrorKind::Timeout, ErrorReason::Silence));
}

void PendingQuery::onDeadline() {
  fail(errorWith(ErrorKind::Timeout, ErrorReason::Deadline));
}

void PendingQuery::onProgress(std::uint64_t received, std::optional<std::uint64_t> total) {
  const auto self = shared_from_this();
  expectBytes();
  listener_->progress({.phase = QueryProgress::Phase::Receiving,
                       .attempt = attemptsSent_,
                       .receivedBytes = received,
                       .totalBytes = total});
}

void PendingQuery::onFetched(FetchOutcome outcome) {
  const auto self = shared_from_this();
  silence_.cancel();
  if (outcome) {
    return onResponse(*outcome);
  }
  switch (outcome.error()) {
    case FetchFailure::Unreachable:
      return retryOrFail(errorWith(ErrorKind::Network, ErrorReason::Unreachable));
    case FetchFailure::TooLarge: {
      auto error = errorWith(ErrorKind::TooLarge, ErrorReason::ResponseTooLarge);
      error.limit = options_.maxResponseBytes;
      return fail(std::move(error));
    }
    case FetchFailure::OutOfMemory:
      return fail(errorWith(ErrorKind::TooLarge, ErrorReason::OutOfMemory));
  }
}

void PendingQuery::onResponse(const FetchedResponse& fetched) {
  const auto response = fetched.view();
  requestId_ = response.requestId.value_or("");
  if (isSuccess(response.status)) {
    return decode(response);
  }
  if (isRefusal(response.status)) {
    return onRefusal(response);
  }
  retryOrFail(errorOf(response));
}

Error PendingQuery::errorOf(const HttpResponse& response) const {
  auto error = errorFromHttpStatus(response.status, response.body);
  error.retryAfterMs = retryAfterMilliseconds(response.retryAfter.value_or(""), unixTimeMilliseconds());
  if (!error.retryAfterMs && isGatewayCode(error.code, throttledByGateway)) {
    error.retryAfterMs = throttleWindowIn(error.serverMessage);
  }
  if (options_.signedEndpoint && isGatewayCode(error.code, appAuthenticationRefused)) {
    error.signatureDifference = signatureDifferenceIn(
        error.serverMessage, canonicalRequest(options_.query.request(stamp_), *options_.signedEndpoint));
  }
  return error;
}

void PendingQuery::onRefusal(const HttpResponse& response) {
  const bool renewable = !options_.signedEndpoint && options_.accessToken.renewable;
  auto error = errorOf(response);
  const auto decision =
      decideRefusal(response, error, {.clock = !clockOffsetMs_, .token = renewable && !tokenRenewed_},
                    unixTimeMilliseconds());
  switch (decision.action) {
    case RefusalAction::CorrectClock:
      clockOffsetMs_ = decision.clockOffsetMilliseconds;
      return sendAgain(false);
    case RefusalAction::RenewToken:
      tokenRenewed_ = true;
      return sendAgain(true);
    case RefusalAction::GiveUp:
      break;
  }
  error.clockUnknown = decision.clockUnknown && !error.signatureDifference;
  if (decision.clockIsOff) {
    error.reason = ErrorReason::ClockRefused;
  } else if (error.signatureDifference) {
    error.reason = ErrorReason::SignatureRefused;
  }
  fail(std::move(error));
}

void PendingQuery::sendAgain(bool tokenRefused) {
  fetch_.reset();
  ++repairedAttempts_;
  beginAttempt(tokenRefused);
}

void PendingQuery::decode(const HttpResponse& response) {
  listener_->progress({.phase = QueryProgress::Phase::Decoding, .attempt = attemptsSent_});
  if (settled_) {
    return;
  }
  auto value = options_.decoder(response.body, clockOffsetMs_);
  if (!value) {
    if (value.error().kind != ErrorKind::TooLarge) {
      value.error().httpStatus = response.status;
    }
    return fail(std::move(value.error()));
  }
  settle(ReceivedAnswer{.value = *std::move(value), .traceId = sentTraceId_, .requestId = requestId_});
}

void PendingQuery::retryOrFail(Error error) {
  const FinishedAttempt attempt{
      .number = attemptsSent_ - repairedAttempts_,
      .kind = error.kind,
      .reason = error.reason,
      .httpStatus = error.httpStatus,
      .retryAfterMilliseconds = error.retryAfterMs,
      .elapsedMilliseconds = static_cast<std::uint64_t>(emscripten_get_now() - startedAt_)};
  const auto decision = decideRetry(options_.retryLimits, attempt, randomFraction());
  if (!decision.retry) {
    return fail(std::move(error));
  }
  fetch_.reset();
  listener_->progress({.phase = QueryProgress::Phase::Retrying,
                       .attempt = attemptsSent_,
                       .waitMs = decision.waitMilliseconds});
  if (settled_) {
    return;
  }
  retry_.start(static_cast<double>(decision.waitMilliseconds));
}

void PendingQuery::onRetry() {
  const auto self = shared_from_this();
  beginAttempt(false);
}

void PendingQuery::fail(Error error) {
  error.traceId = sentTraceId_;
  if (error.requestId.empty()) {
    error.requestId = requestId_;
  }
  error.attempts = attemptsSent_;
  settle(std::unexpected(std::move(error)));
}

void PendingQuery::cancel() {
  settled_ = true;
  awaitingAuthorization_ = false;
  fetch_.reset();
  silence_.cancel();
  deadline_.cancel();
  retry_.cancel();
}

void PendingQuery::settle(Result<ReceivedAnswer> outcome) {
  if (settled_) {
    return;
  }
  const auto self = shared_from_this();
  cancel();
  owner_->release(*this);
  listener_->settle(std::move(outcome));
}

}  // namespace koodrive
