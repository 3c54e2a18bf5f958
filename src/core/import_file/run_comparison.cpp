#include "core/import_file/run_comparison.hpp"

#include <utility>

#include "core/import_file/failure_names.hpp"
#include "core/import_file/name_key.hpp"

namespace koodrive {

RunComparison compareRuns(const FailInfoColumns& failures, const FailInfoColumns& earlier) {
  FailureNames names(failures);
  FailureNames earlierNames(earlier);
  RunComparison comparison = {.match = matchNames(names, earlierNames),
                              .changes = std::vector(failures.size(), FailureChange::New),
                              .noLongerFailing = {}};
  const NameMatch& match = comparison.match;
  std::vector<std::uint32_t> timesListed(earlier.size());
  for (std::size_t position = 0; position < failures.size(); ++position) {
    FailureChange& change = comparison.changes[position];
    if (const std::uint32_t before = match.rowOf[position]; before != NameMatch::noRow) {
      ++timesListed[before];
      const bool isSame = failures.at(position).desc == earlier.at(before).desc;
      change = isSame ? FailureChange::SameReason : FailureChange::OtherReason;
    } else if (match.ambiguousOf[position] != NameMatch::noRow || !isName(failures.userNameOf(position))) {
      change = FailureChange::Unclear;
    }
  }
  for (const AmbiguousName& name : match.ambiguous) {
    for (const std::uint32_t before : name.rows) {
      ++timesListed[before];
    }
  }
  for (std::uint32_t before = 0; before < earlier.size(); ++before) {
    if (timesListed[before] == 0 && isName(earlier.userNameOf(before))) {
      comparison.noLongerFailing.push_back(before);
    }
  }
  return comparison;
}

}  // namespace koodrive
