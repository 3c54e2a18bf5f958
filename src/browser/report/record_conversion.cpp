#include "browser/report/record_conversion.hpp"

#include <optional>
#include <string>
#include <string_view>

#include "browser/border/js_object.hpp"

namespace koodrive {

using emscripten::val;

namespace {

std::optional<std::string_view> present(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::string_view toString(QueryProgress::Phase phase) {
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

AccessTokenFormat accessTokenFormatFrom(std::string_view format) {
  if (format == "Bearer {token}") {
    return AccessTokenFormat::BearerSpace;
  }
  if (format == "{token}") {
    return AccessTokenFormat::Bare;
  }
  return AccessTokenFormat::BearerPlus;
}

}  // namespace

val toRecord(const Error& error) {
  Record record;
  record.add("kind", toString(error.kind))
      .add("reason", toString(error.reason))
      .add("attempts", error.attempts)
      .add("option", present(error.option))
      .add("expected", present(error.expected))
      .add("actual", present(error.actual))
      .add("code", present(error.code))
      .add("serverMessage", present(error.serverMessage))
      .add("traceId", present(error.traceId))
      .add("limit", error.limit)
      .add("retryAfterMs", error.retryAfterMs)
      .add("clockUnknown", error.clockUnknown);
  // The pointer to the whole document is the empty text.
  if (!error.expected.empty()) {
    record.add("pointer", error.pointer);
  }
  if (error.httpStatus != 0) {
    record.add("httpStatus", error.httpStatus);
  }
  if (const auto& position = error.position) {
    record.add("offset", position->offset).add("line", position->line).add("column", position->column);
  }
  return record.object();
}

val toRecord(const AttemptsMade& attempts) {
  return Record().add("attempts", attempts.count).add("traceId", present(attempts.lastTraceId)).object();
}

val toRecord(const QueryProgress& progress) {
  return Record()
      .add("phase", toString(progress.phase))
      .add("attempt", progress.attempt)
      .add("receivedBytes", progress.receivedBytes)
      .add("totalBytes", progress.totalBytes)
      .add("waitMs", progress.waitMs)
      .object();
}

val toRecord(const Warning& warning) {
  Record record;
  record.add("kind", toString(warning.kind));
  switch (warning.kind) {
    case Warning::Kind::CountMismatch:
      record.add("failCount", warning.stated).add("listed", warning.listed);
      break;
    case Warning::Kind::FailCountAbsent:
      record.add("listed", warning.listed);
      break;
    case Warning::Kind::DuplicateMember:
      record.add("pointer", warning.pointer).add("count", warning.count);
      break;
    case Warning::Kind::ClockCorrected:
      record.add("offsetMs", static_cast<double>(warning.offsetMilliseconds));
      break;
    case Warning::Kind::DuplicateUserNames:
      record.add("names", warning.names).add("rows", warning.rows);
      break;
    case Warning::Kind::WithoutUserName:
    case Warning::Kind::WithoutReason:
      record.add("count", warning.count);
      break;
    case Warning::Kind::SuccessCountAbsent:
    case Warning::Kind::NothingImported:
      break;
  }
  return record.object();
}

val toRecord(const ReasonCount& reason) {
  return Record().add("desc", reason.desc).add("count", reason.count).object();
}

val toRecord(std::size_t position, const UserImportFailInfo& info) {
  return Record().add("position", position).add("userName", info.userName).add("desc", info.desc).object();
}

QueryOptions fromRecord(const QueryRecord& record) {
  QueryOptions options{
      .query = {.endpoint = record.endpoint,
                .taskId = record.taskId.empty() ? std::nullopt : std::optional(record.taskId),
                .userId = record.userId,
                .language = record.language},
      .accessToken = {.format = accessTokenFormatFrom(record.accessTokenFormat),
                      .renewable = record.accessTokenRenewable},
      .timeoutMs = static_cast<std::uint32_t>(record.timeoutMs),
      .retryLimits = {.maxAttempts = static_cast<unsigned>(record.maxAttempts),
                      .deadlineMilliseconds = static_cast<std::uint64_t>(record.deadlineMs)},
      .maxResponseBytes = static_cast<std::uint64_t>(record.maxResponseBytes),
  };
  if (!record.signedEndpoint.empty()) {
    options.signedEndpoint = record.signedEndpoint;
  }
  return options;
}

}  // namespace koodrive
