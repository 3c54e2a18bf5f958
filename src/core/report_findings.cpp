#include "core/report_findings.hpp"

#include <cstdint>

#include "core/detail/reason_index.hpp"

namespace koodrive {
namespace {

struct NameCounts {
  std::uint64_t absent = 0;
  std::uint64_t repeated = 0;  ///< names that come more than once
  std::uint64_t rows = 0;      ///< rows that such names take
};

NameCounts countNames(const FailInfoColumns& rows) {
  NameCounts counts;
  detail::ReasonIndex firstRows;
  std::vector<bool> isRepeated(rows.size());
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    const auto userName = rows.at(row).userName;
    if (!userName) {
      ++counts.absent;
      continue;
    }
    const std::uint32_t first = firstRows.findOrAdd(
        detail::ReasonIndex::hashOf(*userName),
        [&](std::uint32_t other) { return rows.at(other).userName == userName; }, [row] { return row; });
    if (first == row) {
      continue;
    }
    if (!isRepeated[first]) {
      isRepeated[first] = true;
      ++counts.repeated;
      ++counts.rows;
    }
    ++counts.rows;
  }
  return counts;
}

std::uint64_t rowsWithoutReason(const FailInfoColumns& rows) {
  for (FailInfoColumns::ReasonId id = 0; id < rows.reasonCount(); ++id) {
    if (const ReasonCount reason = rows.reason(id); !reason.desc) {
      return reason.count;
    }
  }
  return 0;
}

}  // namespace

std::vector<Warning> findings(const ImportReport& report) {
  const FailInfoColumns& rows = report.data.failInfoList;
  std::vector<Warning> found;
  const NameCounts names = countNames(rows);
  if (names.repeated != 0) {
    found.push_back({.kind = Warning::Kind::DuplicateUserNames, .names = names.repeated, .rows = names.rows});
  }
  if (names.absent != 0) {
    found.push_back({.kind = Warning::Kind::WithoutUserName, .count = names.absent});
  }
  if (const std::uint64_t count = rowsWithoutReason(rows); count != 0) {
    found.push_back({.kind = Warning::Kind::WithoutReason, .count = count});
  }
  if (report.data.successCount == 0 && report.data.failCount == 0 && rows.size() == 0) {
    found.push_back({.kind = Warning::Kind::NothingImported});
  }
  return found;
}

}  // namespace koodrive
