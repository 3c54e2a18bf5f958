#pragma once

#include <cstddef>
#include <optional>

#include "core/import_file/import_file.hpp"
#include "core/import_file/name_match.hpp"
#include "core/report/fail_info_columns.hpp"

namespace koodrive {

/// The column of `file` in which most of the failures' names stand; the leftmost of several. Absent if none
/// stands in any. Of a large file a sample is read, and all of it only if the sample holds few of the names.
/// Columns after the 64th are not considered.
[[nodiscard]] std::optional<std::size_t> columnOfNames(const FailInfoColumns& failures,
                                                       const ImportFile& file);

/// Matches the failures with the rows of `file` by the names in its column `column`. Without a column nothing
/// is matched.
[[nodiscard]] NameMatch matchFile(const FailInfoColumns& failures, const ImportFile& file,
                                  std::optional<std::size_t> column);

}  // namespace koodrive
