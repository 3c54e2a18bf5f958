#pragma once

#include <memory>
#include <utility>

#include "browser/report/report_to_js.hpp"
#include "core/report/import_report.hpp"
#include "core/view/report_view.hpp"

namespace koodrive {

/// What JavaScript holds of a view until it deletes it. Keeps its report alive.
class ViewHandle {
 public:
  ViewHandle(std::shared_ptr<const ImportReport> report, ReportView view)
      : report_(std::move(report)), view_(std::move(view)) {}

  [[nodiscard]] double length() const { return static_cast<double>(view_.size()); }

  /// Up to `count` rows from `offset`.
  [[nodiscard]] JsRows rows(double offset, double count) const;

  [[nodiscard]] const ReportView& view() const noexcept { return view_; }

 private:
  std::shared_ptr<const ImportReport> report_;
  ReportView view_;
};

}  // namespace koodrive
