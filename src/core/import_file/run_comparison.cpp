#include "core/import_file/run_comparison.hpp"

#include <utility>

#include "core/import_file/file_match.hpp"

namespace koodrive {

std::string_view toString(FailureChange change) noexcept {
  switch (change) {
    case FailureChange::New:
      return "new";
    case FailureChange::SameReason:
      return "same-reason";
    case FailureChange::OtherReason:
      return "other-reason";
    case FailureChange::Unclear:
      return "unclear";
  }
  return {};
}

RunComparison compareRuns(const FailInfoColumns& failures, const FailInfoColumns& earlier) {
  RunComparison comparison = {.match = matchNames(namesOf(failures), namesOf(earlier)),
                              .changes = std::vector(failures.size(), FailureChange::New),
                              .noLongerFailing = {}};
  std::vector<bool> isListedAgain(earlier.size());
  for (std::size_t position = 0; position < failures.size(); ++position) {
    if (const std::uint32_t before = comparison.match.rowOf[position]; before != NameMatch::noRow) {
      isListedAgain[before] = true;
      const bool isSame = failures.at(position).desc == earlier.at(before).desc;
      comparison.changes[position] = isSame ? FailureChange::SameReason : FailureChange::OtherReason;
    }
  }
  for (const AmbiguousName& name : comparison.match.ambiguous) {
    for (const std::uint32_t position : name.failures) {
      comparison.changes[position] = FailureChange::Unclear;
    }
    for (const std::uint32_t before : name.rows) {
      isListedAgain[before] = true;
    }
  }
  for (std::uint32_t before = 0; before < earlier.size(); ++before) {
    if (!isListedAgain[before] && earlier.userNameOf(before)) {
      comparison.noLongerFailing.push_back(before);
    }
  }
  return comparison;
}

}  // namespace koodrive
