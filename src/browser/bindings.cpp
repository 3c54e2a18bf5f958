#include <emscripten/bind.h>
#include <emscripten/heap.h>
#include <malloc.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <utility>

#include "browser/border/js_object.hpp"
#include "browser/border/js_options.hpp"
#include "browser/border/memory.hpp"
#include "browser/border/outcome.hpp"
#include "browser/query/task_result_client.hpp"
#include "browser/report/record_conversion.hpp"
#include "browser/report/report_handle.hpp"
#include "core/request/app_signature.hpp"

namespace koodrive {
namespace {

using emscripten::val;

val toSign(const HttpRequest& request, const std::string& canonicalRequest) {
  Record headers;
  for (const auto& header : request.headers) {
    headers.add(header.name.c_str(), header.value);
  }
  return Record()
      .add("canonicalRequest", canonicalRequest)
      .add("url", request.url)
      .add("headers", headers.object())
      .object();
}

/// Hands on to `callbacks`, { needAccessToken(refused), needSignature({ canonicalRequest, url, headers }),
/// progress(progress), settle(result) }, none of which throws.
class JavaScriptListener final : public QueryListener {
 public:
  explicit JavaScriptListener(val callbacks) : callbacks_(std::move(callbacks)) {}

  void needAccessToken(bool refused) override { callbacks_.call<void>("needAccessToken", refused); }
  void needSignature(const HttpRequest& request, const std::string& canonicalRequest) override {
    callbacks_.call<void>("needSignature", toSign(request, canonicalRequest));
  }
  void progress(const QueryProgress& progress) override {
    callbacks_.call<void>("progress", toRecord(progress));
  }
  void settle(Result<ReceivedReport> outcome) override {
    if (!outcome) {
      callbacks_.call<void>("settle", failed(outcome.error()));
      return;
    }
    callbacks_.call<void>("settle", Record()
                                        .add("ok", true)
                                        .add("value", val(std::move(outcome->report)))
                                        .add("traceId", outcome->traceId)
                                        .object());
  }

 private:
  val callbacks_;
};

TaskResultClient::QueryId start(TaskResultClient& client, const QueryRecord& record, const val& callbacks) {
  return client.start(fromRecord(record), std::make_unique<JavaScriptListener>(callbacks));
}

val cancel(TaskResultClient& client, TaskResultClient::QueryId id) {
  return toRecord(client.cancel(id));
}

/// `bytes` is a Uint8Array with a saved answer.
val decodeBytes(const val& bytes) {
  const auto size = bytes["byteLength"].as<std::size_t>();
  const auto copy = allocateBytes(size);
  if (!copy) {
    return failed(outOfMemory());
  }
  val(emscripten::typed_memory_view(size, copy.get())).call<void>("set", bytes);
  auto report = decodeReport({copy.get(), size});
  return report ? succeeded(val(std::move(*report))) : failed(report.error());
}

/// { bytesInUse, memoryBytes, liveQueries }
val diagnostics(const TaskResultClient& client) {
  return Record()
      .add("bytesInUse", mallinfo().uordblks)
      .add("memoryBytes", emscripten_get_heap_size())
      .add("liveQueries", client.liveQueries())
      .object();
}

}  // namespace
}  // namespace koodrive

EMSCRIPTEN_BINDINGS(koodrive) {
  using namespace koodrive;
  using emscripten::class_;
  using emscripten::value_object;

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
  value_object<ViewRecord>("ViewRecord")
      .field("query", &ViewRecord::query)
      .field("sortBy", &ViewRecord::sortBy)
      .field("descending", &ViewRecord::descending);

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
