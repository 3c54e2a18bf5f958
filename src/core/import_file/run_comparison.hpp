#pragma once

#include <cstdint>
#include <vector>

#include "core/import_file/name_match.hpp"
#include "core/report/fail_info_columns.hpp"

namespace koodrive {

/// What became of a failure since an earlier import.
enum class FailureChange : std::uint8_t {
  New,          ///< not among the earlier failures
  SameReason,   ///< failed earlier for the same reason
  OtherReason,  ///< failed earlier for another reason
  Unclear,      ///< has no name, or one that several failures have, more or fewer than earlier
};

/// The failures of an import compared with those of an earlier one, matched by their names.
struct RunComparison {
  NameMatch match;                             ///< the failures, and as rows the earlier failures
  std::vector<FailureChange> changes;          ///< by failure
  std::vector<std::uint32_t> noLongerFailing;  ///< the earlier failures that no failure is matched with
};

/// Throws std::bad_alloc when memory runs out.
[[nodiscard]] RunComparison compareRuns(const FailInfoColumns& failures, const FailInfoColumns& earlier);

}  // namespace koodrive
