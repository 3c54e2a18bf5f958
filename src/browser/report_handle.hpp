#pragma once

#include <emscripten/val.h>

#include <optional>
#include <utility>

#include "browser/records.hpp"
#include "core/import_report.hpp"

namespace koodrive {

/// What JavaScript holds of a report until it deletes it.
class ReportHandle {
 public:
  explicit ReportHandle(ImportReport report) : report_(std::move(report)) {}

  [[nodiscard]] std::optional<double> successCount() const;
  [[nodiscard]] double failCount() const;
  [[nodiscard]] double length() const;

  /// An array of WarningRecord.
  [[nodiscard]] emscripten::val warnings() const;
  /// An array of ReasonRecord, most frequent first.
  [[nodiscard]] emscripten::val reasons() const;
  /// An array of up to `count` RowRecord from `offset`.
  [[nodiscard]] emscripten::val rows(double offset, double count) const;

 private:
  ImportReport report_;
};

}  // namespace koodrive
