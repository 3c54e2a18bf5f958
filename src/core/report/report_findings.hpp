#pragma once

#include <vector>

#include "core/report/import_report.hpp"
#include "core/report/warning.hpp"

namespace koodrive {

/// The warnings that need a look at every row, such as duplicate names; `ImportReport::warnings` holds the
/// others. Names are compared byte by byte. Temporarily uses four bytes of memory for each row, and up to 24
/// more for each row with a duplicate name. Throws std::bad_alloc when memory runs out.
[[nodiscard]] std::vector<Warning> findings(const ImportReport& report);

}  // namespace koodrive
