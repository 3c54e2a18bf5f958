#include "browser/record_conversion.hpp"

#include <string>
#include <string_view>

namespace koodrive {
namespace {

std::optional<std::string> present(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<std::string> copied(std::optional<std::string_view> text) {
  return text ? std::optional<std::string>(*text) : std::nullopt;
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

std::optional<double> toDouble(std::optional<std::uint64_t> number) {
  return number ? std::optional(static_cast<double>(*number)) : std::nullopt;
}

ErrorRecord toRecord(const Error& error) {
  ErrorRecord record;
  record.kind = toString(error.kind);
  record.reason = toString(error.reason);
  record.attempts = error.attempts;
  record.option = present(error.option);
  record.expected = present(error.expected);
  record.actual = present(error.actual);
  // The pointer to the whole document is the empty text.
  if (record.expected) {
    record.pointer = error.pointer;
  }
  record.code = present(error.code);
  record.serverMessage = present(error.serverMessage);
  record.traceId = present(error.traceId);
  if (error.httpStatus != 0) {
    record.httpStatus = error.httpStatus;
  }
  if (error.position) {
    record.offset = static_cast<double>(error.position->offset);
    record.line = static_cast<double>(error.position->line);
    record.column = static_cast<double>(error.position->column);
  }
  record.limit = toDouble(error.limit);
  record.retryAfterMs = toDouble(error.retryAfterMs);
  record.clockUnknown = error.clockUnknown;
  return record;
}

AttemptsRecord toRecord(const AttemptsMade& attempts) {
  return {.attempts = static_cast<double>(attempts.count), .traceId = present(attempts.lastTraceId)};
}

ProgressRecord toRecord(const QueryProgress& progress) {
  ProgressRecord record;
  record.phase = toString(progress.phase);
  record.attempt = progress.attempt;
  record.receivedBytes = static_cast<double>(progress.receivedBytes);
  record.totalBytes = toDouble(progress.totalBytes);
  record.waitMs = static_cast<double>(progress.waitMs);
  return record;
}

WarningRecord toRecord(const Warning& warning) {
  WarningRecord record;
  record.kind = toString(warning.kind);
  switch (warning.kind) {
    case Warning::Kind::CountMismatch:
      record.failCount = static_cast<double>(warning.stated);
      record.listed = static_cast<double>(warning.listed);
      break;
    case Warning::Kind::FailCountAbsent:
      record.listed = static_cast<double>(warning.listed);
      break;
    case Warning::Kind::SuccessCountAbsent:
      break;
    case Warning::Kind::DuplicateMember:
      record.pointer = warning.pointer;
      record.count = static_cast<double>(warning.count);
      break;
    case Warning::Kind::ClockCorrected:
      record.offsetMs = static_cast<double>(warning.offsetMilliseconds);
      break;
    case Warning::Kind::DuplicateUserNames:
      record.names = static_cast<double>(warning.names);
      record.rows = static_cast<double>(warning.rows);
      break;
    case Warning::Kind::WithoutUserName:
    case Warning::Kind::WithoutReason:
      record.count = static_cast<double>(warning.count);
      break;
    case Warning::Kind::NothingImported:
      break;
  }
  return record;
}

ReasonRecord toRecord(const ReasonCount& reason) {
  return {.desc = copied(reason.desc), .count = static_cast<double>(reason.count)};
}

RowRecord toRecord(std::size_t position, const UserImportFailInfo& info) {
  return {.position = static_cast<double>(position),
          .userName = copied(info.userName),
          .desc = copied(info.desc)};
}

QueryOptions fromRecord(const QueryRecord& record) {
  QueryOptions options{
      .query = {.endpoint = record.endpoint,
                .taskId = record.taskId,
                .userId = record.userId,
                .language = record.language},
      .timeoutMs = static_cast<std::uint32_t>(record.timeoutMs),
      .retryLimits = {.maxAttempts = static_cast<unsigned>(record.maxAttempts),
                      .deadlineMilliseconds = static_cast<std::uint64_t>(record.deadlineMs)},
      .maxResponseBytes = static_cast<std::uint64_t>(record.maxResponseBytes),
  };
  if (record.signedEndpoint) {
    options.authorization = SignatureOptions{.signedEndpoint = *record.signedEndpoint};
  } else {
    options.authorization = AccessTokenOptions{.format = accessTokenFormatFrom(record.accessTokenFormat),
                                               .renewable = record.accessTokenRenewable};
  }
  return options;
}

}  // namespace koodrive
