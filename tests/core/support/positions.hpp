#pragma once

#include <cstdint>
#include <vector>

#include "core/view/report_view.hpp"

namespace koodrive {

using Positions = std::vector<std::uint32_t>;

/// The positions of the rows that a view with these options shows, in its order.
inline Positions shown(const FailInfoColumns& rows, const ViewOptions& options) {
  const ReportView view(rows, options);
  return view.positions(0, view.size());
}

}  // namespace koodrive
