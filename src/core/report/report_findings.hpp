#pragma once

#include <vector>

#include "core/report/import_report.hpp"
#include "core/report/warning.hpp"

namespace koodrive {

/// What is odd about the contents of a report, beside `ImportReport::warnings`; takes a look at every row.
/// Names are the same where their bytes are. Takes four bytes of memory for each row while it runs, and up to
/// 24 more for each whose name comes again. Throws std::bad_alloc when memory runs out.
[[nodiscard]] std::vector<Warning> findings(const ImportReport& report);

}  // namespace koodrive
