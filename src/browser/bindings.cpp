#include <emscripten/bind.h>
#include <emscripten/heap.h>
#include <malloc.h>

#include <cstddef>
#include <memory>
#include <new>
#include <span>
#include <string>
#include <utility>

#include "browser/outcome_val.hpp"
#include "browser/record_conversion.hpp"
#include "browser/records.hpp"
#include "browser/report_handle.hpp"
#include "browser/task_result_client.hpp"
#include "core/app_signature.hpp"
#include "core/task_result_decoder.hpp"

namespace koodrive {
namespace {

using emscripten::val;

val handleOf(ImportReport report) {
  return val(std::make_unique<ReportHandle>(std::move(report)));
}

val toSign(const HttpRequest& request, const std::string& canonicalRequest) {
  auto headers = val::object();
  for (const auto& header : request.headers) {
    headers.set(header.name, header.value);
  }
  auto record = val::object();
  record.set("canonicalRequest", canonicalRequest);
  record.set("url", request.url);
  record.set("headers", headers);
  return record;
}

/// `callbacks` is { needAccessToken(refused), needSignature({ canonicalRequest, url, headers }),
/// progress(ProgressRecord), settle(result) }, none of which throws.
TaskResultClient::QueryId start(TaskResultClient& client, const QueryRecord& record, const val& callbacks) {
  return client.start(
      fromRecord(record),
      {.needAccessToken = [callbacks](bool refused) { callbacks.call<void>("needAccessToken", refused); },
       .needSignature =
           [callbacks](const HttpRequest& request, const std::string& canonicalRequest) {
             callbacks.call<void>("needSignature", toSign(request, canonicalRequest));
           },
       .progress =
           [callbacks](const QueryProgress& progress) {
             callbacks.call<void>("progress", toRecord(progress));
           },
       .settle =
           [callbacks](Result<ReceivedReport> outcome) {
             if (!outcome) {
               callbacks.call<void>("settle", failed(outcome.error()));
               return;
             }
             auto result = succeeded(handleOf(std::move(outcome->report)));
             result.set("traceId", outcome->traceId);
             callbacks.call<void>("settle", result);
           }});
}

AttemptsRecord cancel(TaskResultClient& client, TaskResultClient::QueryId id) {
  return toRecord(client.cancel(id));
}

/// `bytes` is a Uint8Array with a saved answer.
val decodeBytes(const val& bytes) {
  try {
    const auto size = bytes["byteLength"].as<std::size_t>();
    const auto copy = std::make_unique_for_overwrite<char[]>(size);
    val(emscripten::typed_memory_view(size, copy.get())).call<void>("set", bytes);
    auto report = decodeTaskResult({copy.get(), size});
    return report ? succeeded(handleOf(std::move(*report))) : failed(report.error());
  } catch (const std::bad_alloc&) {
    return failed({.kind = ErrorKind::TooLarge, .reason = ErrorReason::OutOfMemory});
  }
}

DiagnosticsRecord diagnostics(const TaskResultClient& client) {
  return {.bytesInUse = static_cast<double>(mallinfo().uordblks),
          .memoryBytes = static_cast<double>(emscripten_get_heap_size()),
          .liveQueries = static_cast<double>(client.liveQueries())};
}

}  // namespace
}  // namespace koodrive

EMSCRIPTEN_BINDINGS(koodrive) {
  using namespace koodrive;
  using emscripten::class_;
  using emscripten::value_object;

  emscripten::register_optional<std::string>();
  emscripten::register_optional<double>();

  value_object<QueryRecord>("QueryRecord")
      .field("endpoint", &QueryRecord::endpoint)
      .field("taskId", &QueryRecord::taskId)
      .field("userId", &QueryRecord::userId)
      .field("language", &QueryRecord::language)
      .field("accessTokenFormat", &QueryRecord::accessTokenFormat)
      .field("accessTokenRenewable", &QueryRecord::accessTokenRenewable)
      .field("signedEndpoint", &QueryRecord::signedEndpoint)
      .field("timeoutMs", &QueryRecord::timeoutMs)
      .field("deadlineMs", &QueryRecord::deadlineMs)
      .field("maxAttempts", &QueryRecord::maxAttempts)
      .field("maxResponseBytes", &QueryRecord::maxResponseBytes);
  value_object<ProgressRecord>("ProgressRecord")
      .field("phase", &ProgressRecord::phase)
      .field("attempt", &ProgressRecord::attempt)
      .field("receivedBytes", &ProgressRecord::receivedBytes)
      .field("totalBytes", &ProgressRecord::totalBytes)
      .field("waitMs", &ProgressRecord::waitMs);
  value_object<ErrorRecord>("ErrorRecord")
      .field("kind", &ErrorRecord::kind)
      .field("reason", &ErrorRecord::reason)
      .field("attempts", &ErrorRecord::attempts)
      .field("option", &ErrorRecord::option)
      .field("pointer", &ErrorRecord::pointer)
      .field("expected", &ErrorRecord::expected)
      .field("actual", &ErrorRecord::actual)
      .field("code", &ErrorRecord::code)
      .field("serverMessage", &ErrorRecord::serverMessage)
      .field("traceId", &ErrorRecord::traceId)
      .field("httpStatus", &ErrorRecord::httpStatus)
      .field("offset", &ErrorRecord::offset)
      .field("line", &ErrorRecord::line)
      .field("column", &ErrorRecord::column)
      .field("limit", &ErrorRecord::limit)
      .field("retryAfterMs", &ErrorRecord::retryAfterMs)
      .field("clockUnknown", &ErrorRecord::clockUnknown);
  value_object<ViewRecord>("ViewRecord")
      .field("query", &ViewRecord::query)
      .field("sortBy", &ViewRecord::sortBy)
      .field("descending", &ViewRecord::descending);
  value_object<AttemptsRecord>("AttemptsRecord")
      .field("attempts", &AttemptsRecord::attempts)
      .field("traceId", &AttemptsRecord::traceId);
  value_object<WarningRecord>("WarningRecord")
      .field("kind", &WarningRecord::kind)
      .field("pointer", &WarningRecord::pointer)
      .field("failCount", &WarningRecord::failCount)
      .field("listed", &WarningRecord::listed)
      .field("count", &WarningRecord::count)
      .field("offsetMs", &WarningRecord::offsetMs)
      .field("names", &WarningRecord::names)
      .field("rows", &WarningRecord::rows);
  value_object<ReasonRecord>("ReasonRecord")
      .field("desc", &ReasonRecord::desc)
      .field("count", &ReasonRecord::count);
  value_object<RowRecord>("RowRecord")
      .field("position", &RowRecord::position)
      .field("userName", &RowRecord::userName)
      .field("desc", &RowRecord::desc);
  value_object<DiagnosticsRecord>("DiagnosticsRecord")
      .field("bytesInUse", &DiagnosticsRecord::bytesInUse)
      .field("memoryBytes", &DiagnosticsRecord::memoryBytes)
      .field("liveQueries", &DiagnosticsRecord::liveQueries);

  class_<ReportHandle>("ReportHandle")
      .function("successCount", &ReportHandle::successCount)
      .function("failCount", &ReportHandle::failCount)
      .function("length", &ReportHandle::length)
      .function("warnings", &ReportHandle::warnings)
      .function("reasons", &ReportHandle::reasons)
      .function("reasonPatterns", &ReportHandle::reasonPatterns)
      .function("rows", &ReportHandle::rows)
      .function("view", &ReportHandle::view)
      .function("writeCsv", &ReportHandle::writeCsv, emscripten::allow_raw_pointers())
      .function("writeJson", &ReportHandle::writeJson, emscripten::allow_raw_pointers())
      .function("toTsv", &ReportHandle::toTsv);
  class_<ViewHandle>("ViewHandle")
      .function("length", &ViewHandle::length)
      .function("rows", &ViewHandle::rows);
  class_<TaskResultClient>("TaskResultClient")
      .function("start", &start)
      .function("authorize", &TaskResultClient::authorize)
      .function("cancel", &cancel)
      .function("diagnostics", &diagnostics);
  emscripten::function("createClient", &std::make_unique<TaskResultClient>);
  emscripten::function("decode", &decodeBytes);
  emscripten::function("stringToSign", &stringToSign);
  emscripten::function("appAuthorization", &appAuthorization);
}
