#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "browser/border/js_options.hpp"
#include "browser/report/view_handle.hpp"
#include "core/error.hpp"
#include "core/report/import_report.hpp"

namespace koodrive {

/// What JavaScript holds of a report until it deletes it. What may need much memory returns { ok, value |
/// error }.
class ReportHandle {
 public:
  explicit ReportHandle(ImportReport report);

  /// A number, or undefined.
  [[nodiscard]] emscripten::val successCount() const;
  [[nodiscard]] double failCount() const;
  [[nodiscard]] double length() const;

  /// An array of WarningRecord.
  [[nodiscard]] emscripten::val warnings() const;
  /// An array of ReasonRecord, most frequent first.
  [[nodiscard]] emscripten::val reasons() const;
  /// An array of { pattern, count, reasons: places in `reasons()` }, most frequent first.
  [[nodiscard]] emscripten::val reasonPatterns() const;
  /// An array of up to `count` RowRecord from `offset`.
  [[nodiscard]] emscripten::val rows(double offset, double count) const;

  /// value: a ViewHandle. `reasons` is an array of places in `reasons()`, or undefined; `reasonRanks` an
  /// array with a rank for each place in `reasons()`, or undefined.
  [[nodiscard]] emscripten::val view(const ViewRecord& record, const emscripten::val& reasons,
                                     const emscripten::val& reasonRanks) const;

  /// The exports hand their text to `sink` in pieces of UTF-8, each an Int8Array that is gone when `sink`
  /// returns.
  [[nodiscard]] emscripten::val writeCsv(const ViewHandle* view, bool forSpreadsheet,
                                         const emscripten::val& sink) const;
  [[nodiscard]] emscripten::val writeJson(const ViewHandle* view, const emscripten::val& sink) const;
  /// value: a text. `positions` is an array of row positions.
  [[nodiscard]] emscripten::val toTsv(const emscripten::val& positions) const;

 private:
  std::shared_ptr<const ImportReport> report_;
  std::vector<FailInfoColumns::ReasonId> reasonOrder_;
};

/// What `decodeTaskResult` returns, as JavaScript will hold it. Where KooDrive's clock was found to be off by
/// `clockOffsetMs`, the report warns of it. Running out of memory is the error TooLarge.
[[nodiscard]] Result<std::unique_ptr<ReportHandle>> decodeReport(
    std::span<const char> body, std::optional<std::int64_t> clockOffsetMs = std::nullopt);

}  // namespace koodrive
