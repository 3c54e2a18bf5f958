#include <emscripten/bind.h>

#include <cstddef>
#include <utility>

#include "browser/border/js_object.hpp"
#include "browser/border/js_options.hpp"
#include "browser/border/memory.hpp"
#include "browser/border/outcome.hpp"
#include "browser/border/register_types.hpp"
#include "browser/import_file/import_file_handle.hpp"
#include "browser/report/report_handle.hpp"
#include "core/text/oddities.hpp"

// The Embind bindings of reports and import files; those of queries are in query_bindings.cpp. Each
// function's name is followed by the names of its parameters; `register_type` gives a type's TypeScript
// spelling. The linker option --emit-tsd writes both into koodrive.d.ts.
namespace koodrive {
namespace {

using emscripten::val;

EMSCRIPTEN_DECLARE_VAL_TYPE(JsBytes)

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
      .function("view(options, reasons, reasonRanks, positions, lines)", &ReportHandle::view)
      .function("writeCsv(view, forSpreadsheet, tails, sink)", &ReportHandle::writeCsv,
                emscripten::allow_raw_pointers())
      .function("provenance", &ReportHandle::provenance)
      .function("writeJson(view, provenance, tails, sink)", &ReportHandle::writeJson,
                emscripten::allow_raw_pointers())
      .function("toTsv(positions, tails)", &ReportHandle::toTsv);
  register_type<JsBytes>("Uint8Array");
  emscripten::function("decode(bytes)", &decode);
  emscripten::function("odditiesIn(text, ofName)", &odditiesOf);
}

EMSCRIPTEN_BINDINGS(import_file) {
  using namespace koodrive;
  using emscripten::register_type;

  register_type<JsFileBytes>("Uint8Array");
  register_type<JsFileText>("Uint8Array | undefined");
  register_type<JsNumbers>("Uint32Array");
  register_type<JsTexts>("string[]");
  registerOutcome<JsImportFileOutcome>("ImportFileHandle");
  registerOutcome<JsMatchOutcome>(matchType);
  registerOutcome<JsComparisonOutcome>(comparisonType);

  emscripten::class_<ImportFileHandle>("ImportFileHandle")
      .function("rowCount", &ImportFileHandle::rowCount)
      .function("delimiter", &ImportFileHandle::delimiter)
      .function("fields(record)", &ImportFileHandle::fields)
      .function("lines", &ImportFileHandle::lines)
      .function("match(report, column)", &ImportFileHandle::match)
      .function("writeRetryFile(rows, sink)", &ImportFileHandle::writeRetryFile);
  emscripten::function("openImportFile(bytes, text, encoding, delimiter)", &openImportFile);
  emscripten::function("compareReports(report, earlier)", &compareReports);
}
