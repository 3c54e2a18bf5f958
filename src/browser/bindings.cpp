#include <emscripten/bind.h>
#include <emscripten/heap.h>
#include <malloc.h>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include "browser/border/js_object.hpp"
#include "browser/border/js_options.hpp"
#include "browser/border/memory.hpp"
#include "browser/border/outcome.hpp"
#include "browser/import_file/import_file_handle.hpp"
#include "browser/import_file/match_handle.hpp"
#include "browser/query/javascript_listener.hpp"
#include "browser/query/task_result_client.hpp"
#include "browser/report/report_handle.hpp"
#include "core/request/access_token.hpp"
#include "core/request/app_signature.hpp"
#include "core/text/enum_names.hpp"
#include "core/text/oddities.hpp"

// The Embind bindings of the module. Each function's name is followed by the names of its parameters;
// `register_type` gives a type's TypeScript spelling. The linker option --emit-tsd writes both into
// koodrive.d.ts.
namespace koodrive {
namespace {

using emscripten::val;

EMSCRIPTEN_DECLARE_VAL_TYPE(JsBytes)

struct DiagnosticsRecord {
  double bytesInUse = 0;
  double memoryBytes = 0;
  double liveQueries = 0;
};

TaskResultClient::QueryId start(TaskResultClient& client, const QueryRecord& record,
                                const JsQueryCallbacks& callbacks) {
  auto listener = std::make_unique<JavaScriptListener>(callbacks);
  auto options = queryOptionsFrom(record);
  if (!options) {
    listener->settle(std::unexpected(std::move(options).error()));
    return TaskResultClient::noQuery;
  }
  return client.start(*std::move(options), std::move(listener));
}

AttemptsRecord cancel(TaskResultClient& client, TaskResultClient::QueryId id) {
  return toJs(client.cancel(id));
}

JsReportOutcome decode(const JsBytes& bytes) {
  const auto size = bytes["byteLength"].as<std::size_t>();
  const auto copy = allocateBytes(size);
  if (!copy) {
    return failed<JsReportOutcome>(outOfMemory());
  }
  val(emscripten::typed_memory_view(size, copy.get())).call<void>("set", bytes);
  auto report = decodeReport({copy.get(), size});
  return report ? succeeded<JsReportOutcome>(val(std::move(*report)))
                : failed<JsReportOutcome>(report.error());
}

void provideAccessToken(TaskResultClient& client, TaskResultClient::QueryId id, const JsText& token) {
  client.provideAccessToken(id, textFrom(token));
}

void provideAuthorization(TaskResultClient& client, TaskResultClient::QueryId id,
                          const JsText& authorization) {
  client.provideAuthorization(id, textFrom(authorization));
}

std::string odditiesType() {
  return "{ kind: " + unionOf(namesOf<OddityKind>()) + ", start: number, end: number }[]";
}

JsOddities odditiesOf(const JsText& text, bool ofName) {
  auto array = val::array();
  for (const auto& [kind, start, end] :
       odditiesIn(textFrom(text), ofName ? OddityRule::Name : OddityRule::Reason)) {
    JsObject object;
    push(array, object.set("kind", toString(kind)).set("start", start).set("end", end).as<val>());
  }
  return JsOddities(array);
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

template <class Type, class Enum>
void registerNamesOf() {
  emscripten::register_type<Type>(unionOf(namesOf<Enum>()).c_str());
}

template <class Type>
void registerOutcome(const char* valueType) {
  emscripten::register_type<Type>(outcomeType(valueType).c_str());
}

}  // namespace
}  // namespace koodrive

EMSCRIPTEN_BINDINGS(border) {
  using namespace koodrive;
  using emscripten::value_object;

  emscripten::register_type<JsText>("string");
  emscripten::register_type<JsOptionalText>("string | undefined");
  emscripten::register_type<JsOptionalNumber>("number | undefined");
  registerNamesOf<JsErrorKind, ErrorKind>();
  registerNamesOf<JsErrorReason, ErrorReason>();
  emscripten::register_type<JsErrorDetails>(errorDetailsType);
  value_object<FailureRecord>("Failure")
      .field("kind", &FailureRecord::kind)
      .field("reason", &FailureRecord::reason)
      .field("details", &FailureRecord::details);
  registerOutcome<JsOutcome>("undefined");
  registerOutcome<JsTextOutcome>("string");
}

EMSCRIPTEN_BINDINGS(report) {
  using namespace koodrive;
  using emscripten::class_;
  using emscripten::register_type;
  using emscripten::value_object;

  value_object<ResultRecord>("UserImportResultDto")
      .field("successCount", &ResultRecord::successCount)
      .field("failCount", &ResultRecord::failCount);
  value_object<FailInfoRecord>("UserImportFailInfo")
      .field("userName", &FailInfoRecord::userName)
      .field("desc", &FailInfoRecord::desc);
  value_object<RowRecord>("Row")
      .field("position", &RowRecord::position)
      .field("userName", &RowRecord::userName)
      .field("desc", &RowRecord::desc);
  value_object<ReasonRecord>("Reason")
      .field("desc", &ReasonRecord::desc)
      .field("count", &ReasonRecord::count);
  value_object<ReasonPatternRecord>("ReasonPattern")
      .field("pattern", &ReasonPatternRecord::pattern)
      .field("count", &ReasonPatternRecord::count)
      .field("reasons", &ReasonPatternRecord::reasons);
  value_object<ViewRecord>("ViewRecord")
      .field("search", &ViewRecord::search)
      .field("noted", &ViewRecord::noted)
      .field("sortBy", &ViewRecord::sortBy)
      .field("descending", &ViewRecord::descending);
  register_type<JsPlaces>("readonly number[]");
  register_type<JsFailInfoList>("UserImportFailInfo[]");
  register_type<JsRows>("Row[]");
  register_type<JsRowPositions>("Uint32Array");
  register_type<JsReasons>("Reason[]");
  register_type<JsReasonPatterns>("ReasonPattern[]");
  register_type<JsWarnings>(warningsType);
  register_type<JsProvenance>(provenanceType);
  register_type<JsOddities>(odditiesType().c_str());
  registerNamesOf<JsSortBy, SortBy>();
  register_type<JsOptionalPlaces>("readonly number[] | undefined");
  register_type<JsOptionalRanks>("Uint32Array | undefined");
  register_type<JsPositions>("readonly number[]");
  register_type<JsSink>("(piece: Int8Array) => void");
  registerOutcome<JsReportOutcome>("ReportHandle");
  registerOutcome<JsViewOutcome>("ViewHandle");

  class_<ViewHandle>("ViewHandle")
      .function("length", &ViewHandle::length)
      .function("rows(offset, count)", &ViewHandle::rows)
      .function("positions(offset, count)", &ViewHandle::positions);
  class_<ReportHandle>("ReportHandle")
      .function("result", &ReportHandle::result)
      .function("failInfoCount", &ReportHandle::failInfoCount)
      .function("failInfoList(offset, count)", &ReportHandle::failInfoList)
      .function("warnings", &ReportHandle::warnings)
      .function("reasons", &ReportHandle::reasons)
      .function("reasonPatterns", &ReportHandle::reasonPatterns)
      .function("view(options, reasons, reasonRanks)", &ReportHandle::view)
      .function("writeCsv(view, forSpreadsheet, sink)", &ReportHandle::writeCsv,
                emscripten::allow_raw_pointers())
      .function("provenance", &ReportHandle::provenance)
      .function("writeJson(view, provenance, sink)", &ReportHandle::writeJson,
                emscripten::allow_raw_pointers())
      .function("toTsv(positions)", &ReportHandle::toTsv);
  register_type<JsBytes>("Uint8Array");
  emscripten::function("decode(bytes)", &decode);
  emscripten::function("odditiesIn(text, ofName)", &odditiesOf);
}

EMSCRIPTEN_BINDINGS(import_file) {
  using namespace koodrive;
  using emscripten::class_;
  using emscripten::register_type;
  using emscripten::value_object;

  registerNamesOf<JsFileEncoding, FileEncoding>();
  register_type<JsFileBytes>("Uint8Array");
  register_type<JsFileText>("Uint8Array | undefined");
  register_type<JsNumbers>("Uint32Array");
  register_type<JsTexts>("string[]");
  register_type<JsAmbiguousNames>("AmbiguousName[]");
  value_object<AmbiguousNameRecord>("AmbiguousName")
      .field("positions", &AmbiguousNameRecord::positions)
      .field("lines", &AmbiguousNameRecord::lines);
  value_object<ComparisonRecord>("Comparison")
      .field("newFailures", &ComparisonRecord::newFailures)
      .field("sameReason", &ComparisonRecord::sameReason)
      .field("otherReason", &ComparisonRecord::otherReason)
      .field("unclear", &ComparisonRecord::unclear)
      .field("noLongerFailing", &ComparisonRecord::noLongerFailing);
  registerOutcome<JsImportFileOutcome>("ImportFileHandle");
  registerOutcome<JsMatchOutcome>("MatchHandle");
  registerOutcome<JsComparisonOutcome>("Comparison");

  class_<MatchHandle>("MatchHandle")
      .function("column", &MatchHandle::column)
      .function("lines", &MatchHandle::lines)
      .function("strengths", &MatchHandle::strengths)
      .function("unmatched", &MatchHandle::unmatched)
      .function("ambiguous", &MatchHandle::ambiguous)
      .function("writeRetryFile(view, withAmbiguous, sink)", &MatchHandle::writeRetryFile,
                emscripten::allow_raw_pointers())
      .function("writeReviewFile(view, lineLabel, reasonLabel, sink)", &MatchHandle::writeReviewFile,
                emscripten::allow_raw_pointers());
  class_<ImportFileHandle>("ImportFileHandle")
      .function("columns", &ImportFileHandle::columns)
      .function("rowCount", &ImportFileHandle::rowCount)
      .function("delimiter", &ImportFileHandle::delimiter)
      .function("match(report, column)", &ImportFileHandle::match);
  emscripten::function("openImportFile(bytes, text, encoding, delimiter)", &openImportFile);
  emscripten::function("compareReports(report, earlier)", &compareReports);
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
  register_type<JsQueryCallbacks>(queryCallbacksType().c_str());

  emscripten::class_<TaskResultClient>("TaskResultClient")
      .function("start(query, callbacks)", &start)
      .function("provideAccessToken(queryId, token)", &provideAccessToken)
      .function("provideAuthorization(queryId, authorization)", &provideAuthorization)
      .function("cancel(queryId)", &cancel)
      .function("diagnostics", &diagnostics);
  emscripten::function("createClient", &std::make_unique<TaskResultClient>);
  emscripten::function("bareAccessToken(token)", &bareToken);
  emscripten::function("stringToSign(canonicalRequestHash)", &textToSign);
  emscripten::function("appAuthorization(appId, signature)", &authorizationOf);
}
