#pragma once

#include <vector>

#include "core/import_report.hpp"
#include "core/warning.hpp"

namespace koodrive {

/// What is odd about the contents of a report, beside `ImportReport::warnings`; takes a look at every row.
/// Names are the same where their bytes are. Throws std::bad_alloc when memory runs out (up to 24 bytes for
/// each row are in use meanwhile).
[[nodiscard]] std::vector<Warning> findings(const ImportReport& report);

}  // namespace koodrive
