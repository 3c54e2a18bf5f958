#include "browser/query/query_to_js.hpp"

#include <cstdint>
#include <utility>

#include "browser/border/js_object.hpp"
#include "browser/border/outcome.hpp"

namespace koodrive {

using emscripten::val;

std::string_view toString(QueryProgress::Phase phase) noexcept {
  switch (phase) {
    case QueryProgress::Phase::Connecting:
      return "connecting";
    case QueryProgress::Phase::Receiving:
      return "receiving";
    case QueryProgress::Phase::Retrying:
      return "retrying";
    case QueryProgress::Phase::Decoding:
      return "decoding";
  }
  return {};
}

AttemptsRecord toJs(const AttemptsMade& attempts) {
  return {.attempts = static_cast<double>(attempts.count), .traceId = presentText(attempts.lastTraceId)};
}

QueryProgressRecord toJs(const QueryProgress& progress) {
  return {.phase = JsQueryPhase(toJs(toString(progress.phase))),
          .attempt = static_cast<double>(progress.attempt),
          .receivedBytes = static_cast<double>(progress.receivedBytes),
          .totalBytes = toJs(progress.totalBytes),
          .waitMs = static_cast<double>(progress.waitMs)};
}

val toJs(const HttpRequest& request, const std::string& canonicalRequest) {
  JsObject headers;
  for (const auto& header : request.headers) {
    headers.set(header.name.c_str(), std::string_view(header.value));
  }
  return JsObject()
      .set("canonicalRequest", std::string_view(canonicalRequest))
      .set("url", std::string_view(request.url))
      .set("headers", headers.as<val>())
      .as<val>();
}

val toJs(Result<ReceivedAnswer> outcome) {
  if (!outcome) {
    return failed<val>(outcome.error());
  }
  return succeeded<val>(JsObject()
                            .set("answer", outcome->value)
                            .set("traceId", std::string_view(outcome->traceId))
                            .set("requestId", presentText(outcome->requestId))
                            .as<val>());
}

Result<QueryOptions> queryOptionsFrom(const QueryRecord& record, QueryTarget target) {
  auto taskId = textFrom(record.taskId);
  auto query =
      CheckedTaskQuery::from({.endpoint = textFrom(record.endpoint),
                              .taskId = taskId.empty() ? std::nullopt : std::optional(std::move(taskId)),
                              .userId = textFrom(record.userId),
                              .language = textFrom(record.language),
                              .call = target.call,
                              .filter = std::move(target.filter)});
  if (!query) {
    return std::unexpected(std::move(query).error());
  }
  const auto format = accessTokenFormatNamed(textFrom(record.accessTokenFormat));
  if (!format) {
    return std::unexpected(format.error());
  }
  QueryOptions options{
      .query = *std::move(query),
      .decoder = target.decoder,
      .accessToken = {.format = *format, .renewable = record.accessTokenRenewable},
      .timeoutMs = static_cast<std::uint32_t>(record.timeoutMs),
      .retryLimits = {.maxAttempts = static_cast<unsigned>(record.maxAttempts),
                      .deadlineMilliseconds = static_cast<std::uint64_t>(record.deadlineMs)},
      .maxResponseBytes = static_cast<std::uint64_t>(record.maxResponseBytes),
  };
  if (const auto url = textFrom(record.signedEndpoint); !url.empty()) {
    auto signedEndpoint = parseSignedEndpoint(url);
    if (!signedEndpoint) {
      return std::unexpected(std::move(signedEndpoint).error());
    }
    options.signedEndpoint = *std::move(signedEndpoint);
  }
  return options;
}

}  // namespace koodrive
