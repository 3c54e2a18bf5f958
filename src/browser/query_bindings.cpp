#include <emscripten/bind.h>
#include <emscripten/heap.h>
#include <malloc.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "browser/border/js_options.hpp"
#include "browser/border/register_types.hpp"
#include "browser/query/javascript_listener.hpp"
#include "browser/query/task_result_client.hpp"
#include "browser/report/report_handle.hpp"
#include "browser/task/follow_to_js.hpp"
#include "browser/task/task_to_js.hpp"
#include "core/request/access_token.hpp"
#include "core/request/app_signature.hpp"
#include "core/task/follow_policy.hpp"

// The Embind bindings of queries; see bindings.cpp.
namespace koodrive {
namespace {

using emscripten::val;

EMSCRIPTEN_DECLARE_VAL_TYPE(JsReportCallbacks)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsTaskCallbacks)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsTaskListCallbacks)

struct DiagnosticsRecord {
  double bytesInUse = 0;
  double memoryBytes = 0;
  double liveQueries = 0;
};

TaskResultClient::QueryId start(TaskResultClient& client, const QueryRecord& record, QueryTarget target,
                                const val& callbacks) {
  auto listener = std::make_unique<JavaScriptListener>(callbacks);
  auto options = queryOptionsFrom(record, std::move(target));
  if (!options) {
    listener->settle(std::unexpected(std::move(options).error()));
    return TaskResultClient::noQuery;
  }
  return client.start(*std::move(options), std::move(listener));
}

Result<val> reportToJs(std::span<const char> body, std::optional<std::int64_t> clockOffsetMs) {
  auto report = decodeReport(body, clockOffsetMs);
  return report ? Result<val>(val(*std::move(report))) : std::unexpected(std::move(report).error());
}

TaskResultClient::QueryId queryTaskResult(TaskResultClient& client, const QueryRecord& record,
                                          const JsReportCallbacks& callbacks) {
  return start(client, record, {.call = TaskCall::Result, .decoder = reportToJs}, callbacks);
}

TaskResultClient::QueryId queryTask(TaskResultClient& client, const QueryRecord& record,
                                    const JsTaskCallbacks& callbacks) {
  return start(client, record, {.call = TaskCall::Detail, .decoder = taskToJs}, callbacks);
}

/// Of the filter, an empty text is not sent.
TaskResultClient::QueryId listTasks(TaskResultClient& client, const QueryRecord& record, const JsText& status,
                                    const JsText& pageSize, const JsText& pageCursor,
                                    const JsTaskListCallbacks& callbacks) {
  return start(client, record,
               {.call = TaskCall::List,
                .filter = {.status = textFrom(status),
                           .pageSize = textFrom(pageSize),
                           .pageCursor = textFrom(pageCursor)},
                .decoder = taskListToJs},
               callbacks);
}

AttemptsRecord cancel(TaskResultClient& client, TaskResultClient::QueryId id) {
  return toJs(client.cancel(id));
}

void provideAccessToken(TaskResultClient& client, TaskResultClient::QueryId id, const JsText& token) {
  client.provideAccessToken(id, textFrom(token));
}

void provideAuthorization(TaskResultClient& client, TaskResultClient::QueryId id,
                          const JsText& authorization) {
  client.provideAuthorization(id, textFrom(authorization));
}

JsText bareToken(const JsText& token) {
  return toJs(bareAccessToken(textFrom(token)));
}

JsText textToSign(const JsText& canonicalRequestHash) {
  return toJs(std::string_view(stringToSign(textFrom(canonicalRequestHash))));
}

JsText authorizationOf(const JsText& appId, const JsText& signature) {
  return toJs(std::string_view(appAuthorization(textFrom(appId), textFrom(signature))));
}

DiagnosticsRecord diagnostics(const TaskResultClient& client) {
  return {.bytesInUse = static_cast<double>(mallinfo().uordblks),
          .memoryBytes = static_cast<double>(emscripten_get_heap_size()),
          .liveQueries = static_cast<double>(client.liveQueries())};
}

}  // namespace
}  // namespace koodrive

EMSCRIPTEN_BINDINGS(task) {
  using namespace koodrive;
  using emscripten::value_object;

  registerNamesOf<JsFollowedState, FollowedState>();
  registerNamesOf<JsFollowEvent, FollowEvent>();
  registerNamesOf<JsFollowAction, FollowAction>();
  value_object<FollowStepRecord>("FollowStep")
      .field("action", &FollowStepRecord::action)
      .field("waitMs", &FollowStepRecord::waitMs);
  emscripten::function(
      "nextFollowStep(event, state, waits, missingResults, hidden, elapsedMs, maxWaitMs, askedWaitMs, "
      "random)",
      &followStep);
}

EMSCRIPTEN_BINDINGS(query) {
  using namespace koodrive;
  using emscripten::register_type;
  using emscripten::value_object;

  registerNamesOf<JsAccessTokenFormat, AccessTokenFormat>();
  registerNamesOf<JsQueryPhase, QueryProgress::Phase>();
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
  value_object<QueryProgressRecord>("QueryProgress")
      .field("phase", &QueryProgressRecord::phase)
      .field("attempt", &QueryProgressRecord::attempt)
      .field("receivedBytes", &QueryProgressRecord::receivedBytes)
      .field("totalBytes", &QueryProgressRecord::totalBytes)
      .field("waitMs", &QueryProgressRecord::waitMs);
  value_object<AttemptsRecord>("AttemptsMade")
      .field("attempts", &AttemptsRecord::attempts)
      .field("traceId", &AttemptsRecord::traceId);
  value_object<DiagnosticsRecord>("Diagnostics")
      .field("bytesInUse", &DiagnosticsRecord::bytesInUse)
      .field("memoryBytes", &DiagnosticsRecord::memoryBytes)
      .field("liveQueries", &DiagnosticsRecord::liveQueries);
  register_type<JsReportCallbacks>(queryCallbacksType("ReportHandle").c_str());
  register_type<JsTaskCallbacks>(queryCallbacksType(taskType()).c_str());
  register_type<JsTaskListCallbacks>(queryCallbacksType(taskListType()).c_str());

  emscripten::class_<TaskResultClient>("TaskResultClient")
      .function("queryTaskResult(query, callbacks)", &queryTaskResult)
      .function("queryTask(query, callbacks)", &queryTask)
      .function("listTasks(query, status, pageSize, pageCursor, callbacks)", &listTasks)
      .function("provideAccessToken(queryId, token)", &provideAccessToken)
      .function("provideAuthorization(queryId, authorization)", &provideAuthorization)
      .function("cancel(queryId)", &cancel)
      .function("diagnostics", &diagnostics);
  emscripten::function("createClient", &std::make_unique<TaskResultClient>);
  emscripten::function("bareAccessToken(token)", &bareToken);
  emscripten::function("stringToSign(canonicalRequestHash)", &textToSign);
  emscripten::function("appAuthorization(appId, signature)", &authorizationOf);
}
