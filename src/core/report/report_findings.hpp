#pragma once

#include <cstdint>
#include <vector>

#include "core/report/import_report.hpp"
#include "core/report/warning.hpp"

namespace koodrive {

/// The warnings that need a look at every row, such as duplicate names; `ImportReport::warnings` holds the
/// others. Names are compared byte by byte. Temporarily uses four bytes of memory for each row, and up to 24
/// more for each row with a duplicate name. Throws std::bad_alloc when memory runs out.
[[nodiscard]] std::vector<Warning> findings(const ImportReport& report);

/// Whether a warning of `kind` that is about single rows or reasons is about the row at `position` < size().
/// True for the kinds that are about the whole report or about several rows together.
[[nodiscard]] bool isNoted(const FailInfoColumns& rows, std::uint32_t position, Warning::Kind kind);

}  // namespace koodrive
