#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "browser/border/js_options.hpp"
#include "browser/border/outcome.hpp"
#include "browser/report/report_to_js.hpp"
#include "browser/report/view_handle.hpp"
#include "core/error.hpp"
#include "core/report/import_report.hpp"

namespace koodrive {

/// Places of reasons among `ReportHandle::reasons`, or undefined.
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOptionalPlaces)
/// A rank for each place of a reason among `ReportHandle::reasons`, or undefined.
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOptionalRanks)
/// Positions of rows in the answer.
EMSCRIPTEN_DECLARE_VAL_TYPE(JsPositions)
/// A function that takes a piece of UTF-8, an Int8Array that is gone when the function returns.
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSink)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsReportOutcome)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsViewOutcome)

/// What JavaScript holds of a report until it deletes it. What may need much memory returns an outcome.
class ReportHandle {
 public:
  explicit ReportHandle(ImportReport report);

  [[nodiscard]] ResultRecord result() const;
  [[nodiscard]] double failInfoCount() const;
  /// Up to `count` failures from `offset`, in the answer's order.
  [[nodiscard]] JsFailInfoList failInfoList(double offset, double count) const;

  [[nodiscard]] JsWarnings warnings() const;
  /// Most frequent first.
  [[nodiscard]] JsReasons reasons() const;
  /// Most frequent first.
  [[nodiscard]] JsReasonPatterns reasonPatterns() const;

  /// value: a ViewHandle.
  [[nodiscard]] JsViewOutcome view(const ViewRecord& record, const JsOptionalPlaces& reasons,
                                   const JsOptionalRanks& reasonRanks) const;

  /// The exports hand their text to `sink`. A null view is all rows.
  [[nodiscard]] JsOutcome writeCsv(const ViewHandle* view, bool forSpreadsheet, const JsSink& sink) const;
  [[nodiscard]] JsOutcome writeJson(const ViewHandle* view, const JsSink& sink) const;
  /// value: a text.
  [[nodiscard]] JsTextOutcome toTsv(const JsPositions& positions) const;

 private:
  std::shared_ptr<const ImportReport> report_;
  std::vector<FailInfoColumns::ReasonId> reasonOrder_;
};

/// What `decodeTaskResult` returns, as JavaScript will hold it. Where KooDrive's clock was found to be off by
/// `clockOffsetMs`, the report warns of it. Running out of memory is the error TooLarge.
[[nodiscard]] Result<std::unique_ptr<ReportHandle>> decodeReport(
    std::span<const char> body, std::optional<std::int64_t> clockOffsetMs = std::nullopt);

}  // namespace koodrive
