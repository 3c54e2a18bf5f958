#include "core/view/report_view.hpp"

#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>

#include "core/report/counting_order.hpp"
#include "core/report/report_findings.hpp"
#include "core/view/folded_needle.hpp"
#include "core/view/natural_sort.hpp"

namespace koodrive {
namespace {

using Positions = std::vector<std::uint32_t>;
using ReasonId = FailInfoColumns::ReasonId;

/// What a row's reason decides: hide the row, show it, or show it only if the user name matches the search.
enum class Verdict : std::uint8_t { Hide, Show, AskName };

std::vector<Verdict> verdictsByReason(const FailInfoColumns& rows, const ViewOptions& options,
                                      const FoldedNeedle& needle) {
  std::vector<Verdict> verdicts(rows.reasonCount(), options.reasons ? Verdict::Hide : Verdict::AskName);
  if (options.reasons) {
    for (const ReasonId id : *options.reasons) {
      if (id < verdicts.size()) {
        verdicts[id] = Verdict::AskName;
      }
    }
  }
  for (ReasonId id = 0; id < verdicts.size(); ++id) {
    const auto matches = [&](const auto& desc) { return desc && needle.isIn(*desc); };
    if (verdicts[id] == Verdict::AskName && (options.search.empty() || matches(rows.reason(id).desc))) {
      verdicts[id] = Verdict::Show;
    }
  }
  return verdicts;
}

Positions filtered(const FailInfoColumns& rows, const ViewOptions& options) {
  const FoldedNeedle needle(options.search);
  std::vector<bool> isWanted(rows.size(), !options.positions);
  for (const std::uint32_t position : options.positions.value_or(std::span<const std::uint32_t>())) {
    if (position < isWanted.size()) {
      isWanted[position] = true;
    }
  }
  const auto verdicts = verdictsByReason(rows, options, needle);
  Positions shown;
  for (std::uint32_t position = 0; position < rows.size(); ++position) {
    const Verdict verdict = verdicts[rows.reasonOf(position)];
    if (verdict == Verdict::Hide || !isWanted[position]) {
      continue;
    }
    if (verdict == Verdict::AskName) {
      const auto userName = rows.userNameOf(position);
      if (!userName || !needle.isIn(*userName)) {
        continue;
      }
    }
    if (!options.noted || isNoted(rows, position, *options.noted)) {
      shown.push_back(position);
    }
  }
  shown.shrink_to_fit();
  return shown;
}

Positions allPositions(std::size_t count) {
  Positions positions(count);
  std::ranges::copy(std::views::iota(std::uint32_t{0}, static_cast<std::uint32_t>(count)), positions.begin());
  return positions;
}

void sortByUserName(Positions& positions, const FailInfoColumns& rows, bool descending) {
  const auto isAbsent = [&rows](std::uint32_t position) { return !rows.userNameOf(position); };
  Positions absent;
  std::ranges::copy_if(positions, std::back_inserter(absent), isAbsent);
  std::erase_if(positions, isAbsent);
  naturalSort(
      positions,
      [&rows](std::uint32_t position) { return rows.userNameOf(position).value_or(std::string_view()); },
      descending);
  positions.insert(positions.end(), absent.begin(), absent.end());
}

/// The rank of each reason in natural order.
std::vector<std::uint32_t> naturalRanks(const FailInfoColumns& rows) {
  Positions ids = allPositions(rows.reasonCount());
  naturalSort(
      ids, [&rows](std::uint32_t id) { return rows.reason(id).desc.value_or(std::string_view()); }, false);
  std::vector<std::uint32_t> ranks(ids.size());
  for (std::uint32_t rank = 0; rank < ids.size(); ++rank) {
    ranks[ids[rank]] = rank;
  }
  return ranks;
}

/// For each reason, its bucket of the counting sort: one bucket for each rank, the last one for no reason.
std::vector<std::uint32_t> bucketsByReason(const FailInfoColumns& rows, std::span<const std::uint32_t> given,
                                           bool descending) {
  const auto count = static_cast<std::uint32_t>(rows.reasonCount());
  std::vector<std::uint32_t> buckets =
      given.size() == count ? std::vector(given.begin(), given.end()) : naturalRanks(rows);
  for (ReasonId id = 0; id < count; ++id) {
    const std::uint32_t rank = std::min(buckets[id], count - 1);
    buckets[id] = descending ? count - 1 - rank : rank;
    if (!rows.reason(id).desc) {
      buckets[id] = count;
    }
  }
  return buckets;
}

void sortByDesc(Positions& positions, const FailInfoColumns& rows, const ViewOptions& options) {
  const auto buckets = bucketsByReason(rows, options.reasonRanks, options.descending);
  orderByBucket(positions, rows.reasonCount() + 1,
                [&](std::uint32_t position) { return buckets[rows.reasonOf(position)]; });
}

void sortByLine(Positions& positions, const FailInfoColumns& rows, const ViewOptions& options) {
  const auto& lines = options.lines;
  if (lines.size() != rows.size() || lines.empty()) {
    return;
  }
  const std::uint32_t last = *std::ranges::max_element(lines);
  orderByBucket(positions, std::size_t{last} + 2, [&](std::uint32_t position) {
    const std::uint32_t line = lines[position];
    const std::uint32_t place = options.descending ? last - line : line;
    return line == 0 ? last + 1 : place;
  });
}

void sort(Positions& positions, const FailInfoColumns& rows, const ViewOptions& options) {
  switch (options.sortBy) {
    case SortBy::Position:
      if (options.descending) {
        std::ranges::reverse(positions);
      }
      return;
    case SortBy::UserName:
      sortByUserName(positions, rows, options.descending);
      return;
    case SortBy::Desc:
      sortByDesc(positions, rows, options);
      return;
    case SortBy::Line:
      sortByLine(positions, rows, options);
      return;
  }
}

}  // namespace

ReportView::ReportView(const FailInfoColumns& rows, const ViewOptions& options) : rowCount_(rows.size()) {
  const bool showsAll = options.search.empty() && !options.reasons && !options.positions && !options.noted;
  if (showsAll && options.sortBy == SortBy::Position) {
    descending_ = options.descending;
    return;
  }
  Positions positions = showsAll ? allPositions(rows.size()) : filtered(rows, options);
  sort(positions, rows, options);
  order_ = std::move(positions);
}

std::vector<std::uint32_t> ReportView::positions(std::size_t offset, std::size_t count) const {
  const std::size_t begin = std::min(offset, size());
  std::vector<std::uint32_t> positions(std::min(count, size() - begin));
  for (std::size_t index = 0; index < positions.size(); ++index) {
    positions[index] = at(begin + index);
  }
  return positions;
}

std::optional<FailInfoColumns::ReasonId> findReason(const FailInfoColumns& rows,
                                                    std::optional<std::string_view> desc) {
  for (ReasonId id = 0; id < rows.reasonCount(); ++id) {
    if (rows.reason(id).desc == desc) {
      return id;
    }
  }
  return std::nullopt;
}

}  // namespace koodrive
