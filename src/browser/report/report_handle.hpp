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
#include "browser/border/piece_sink.hpp"
#include "browser/report/report_to_js.hpp"
#include "browser/report/view_handle.hpp"
#include "core/error.hpp"
#include "core/report/import_report.hpp"

namespace koodrive {

/// Indexes into the list `ReportHandle::reasons`, or undefined.
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOptionalPlaces)
/// The sort rank of each reason in the list `ReportHandle::reasons`, or undefined.
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOptionalRanks)
/// Positions of rows in the answer.
EMSCRIPTEN_DECLARE_VAL_TYPE(JsPositions)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsReportOutcome)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsViewOutcome)

/// The report as an Embind class; JavaScript must delete it. Functions that may run out of memory return an
/// outcome.
class ReportHandle {
 public:
  explicit ReportHandle(ImportReport report);

  [[nodiscard]] ResultRecord result() const;
  [[nodiscard]] double failInfoCount() const;
  /// Up to `count` failures starting at `offset`, in the order of the response.
  [[nodiscard]] JsFailInfoList failInfoList(double offset, double count) const;

  [[nodiscard]] JsWarnings warnings() const;
  /// All different reasons, most frequent first.
  [[nodiscard]] JsReasons reasons() const;
  /// Groups of similar reasons, most frequent first: see `findReasonPatterns`.
  [[nodiscard]] JsReasonPatterns reasonPatterns() const;

  /// What a saved report says about itself; all texts are empty in any other.
  [[nodiscard]] JsProvenance provenance() const;

  /// A filtered and sorted view; the outcome's value is a ViewHandle.
  [[nodiscard]] JsViewOutcome view(const ViewRecord& record, const JsOptionalPlaces& reasons,
                                   const JsOptionalRanks& reasonRanks, const JsOptionalRanks& positions,
                                   const JsOptionalRanks& lines) const;

  /// Each export writes its text to `sink`. A null view stands for all rows. `tails` are the texts of a
  /// `RowTails`, each with a line feed after it, the header's first; empty for none.
  [[nodiscard]] JsOutcome writeCsv(const ViewHandle* view, bool forSpreadsheet, const JsText& tails,
                                   const JsSink& sink) const;
  [[nodiscard]] JsOutcome writeJson(const ViewHandle* view, const JsProvenance& provenance,
                                    const JsText& tails, const JsSink& sink) const;
  /// The rows at `positions` as tab-separated text, which is the outcome's value.
  [[nodiscard]] JsTextOutcome toTsv(const JsPositions& positions, const JsText& tails) const;

  [[nodiscard]] const std::shared_ptr<const ImportReport>& report() const noexcept { return report_; }

 private:
  std::shared_ptr<const ImportReport> report_;
  std::vector<FailInfoColumns::ReasonId> reasonOrder_;
};

/// Decodes a response body into a handle for JavaScript. When `clockOffsetMs` is given, because the browser's
/// clock differs from KooDrive's, the report carries a warning. std::bad_alloc becomes the error TooLarge.
[[nodiscard]] Result<std::unique_ptr<ReportHandle>> decodeReport(
    std::span<const char> body, std::optional<std::int64_t> clockOffsetMs = std::nullopt);

}  // namespace koodrive
