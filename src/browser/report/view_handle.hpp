#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "browser/report/report_to_js.hpp"
#include "core/report/import_report.hpp"
#include "core/view/report_view.hpp"

namespace koodrive {

/// A view as an Embind class; JavaScript must delete it. It keeps its report alive.
class ViewHandle {
 public:
  ViewHandle(std::shared_ptr<const ImportReport> report, ReportView view)
      : report_(std::move(report)), view_(std::move(view)) {}

  [[nodiscard]] double length() const { return static_cast<double>(view_.size()); }

  /// Up to `count` rows starting at `offset`.
  [[nodiscard]] JsRows rows(double offset, double count) const;

  /// The positions in the response of up to `count` rows starting at `offset`, as a copy.
  [[nodiscard]] JsRowPositions positions(double offset, double count) const;

  [[nodiscard]] const ReportView& view() const noexcept { return view_; }

 private:
  [[nodiscard]] std::vector<std::uint32_t> positionsIn(double offset, double count) const;

  std::shared_ptr<const ImportReport> report_;
  ReportView view_;
};

}  // namespace koodrive
