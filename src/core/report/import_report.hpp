#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/report/fail_info_columns.hpp"
#include "core/report/provenance.hpp"
#include "core/report/warning.hpp"

namespace koodrive {

/// KooDrive's `UserImportResultDto` (KooDrive API, table 4), with the failures stored by column.
struct UserImportResultDto {
  std::optional<std::uint64_t> successCount;  ///< 0 … 2^53-1
  std::uint64_t failCount = 0;                ///< 0 … 2^53-1; the list's length where the answer gives none
  FailInfoColumns failInfoList;
  friend bool operator==(const UserImportResultDto&, const UserImportResultDto&) = default;
};

/// A decoded response.
struct ImportReport {
  UserImportResultDto data;
  std::vector<Warning> warnings;
  /// Only a saved report has it, and an answer with a member of the same name.
  std::optional<Provenance> provenance = {};
  friend bool operator==(const ImportReport&, const ImportReport&) = default;
};

}  // namespace koodrive
