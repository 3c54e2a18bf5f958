#pragma once

#include <emscripten/val.h>

#include <memory>
#include <utility>

#include "core/report/import_report.hpp"
#include "core/view/report_view.hpp"

namespace koodrive {

/// What JavaScript holds of a view until it deletes it. Keeps its report alive.
class ViewHandle {
 public:
  ViewHandle(std::shared_ptr<const ImportReport> report, ReportView view)
      : report_(std::move(report)), view_(std::move(view)) {}

  [[nodiscard]] double length() const { return static_cast<double>(view_.size()); }

  /// An array of up to `count` RowRecord from `offset`.
  [[nodiscard]] emscripten::val rows(double offset, double count) const;

  [[nodiscard]] const ReportView& view() const noexcept { return view_; }

 private:
  std::shared_ptr<const ImportReport> report_;
  ReportView view_;
};

}  // namespace koodrive
