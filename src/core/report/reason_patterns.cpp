#include "core/report/reason_patterns.hpp"

#include <algorithm>
#include <ranges>
#include <string_view>
#include <utility>

#include "core/report/counting_order.hpp"
#include "core/report/reason_parts.hpp"
#include "core/report/text_index.hpp"

namespace koodrive {
namespace {

using ReasonId = FailInfoColumns::ReasonId;

std::string_view textOf(const FailInfoColumns& rows, ReasonId id) {
  return rows.reason(id).desc.value_or(std::string_view());
}

/// For each reason, the id of the first reason with the same skeleton.
std::vector<ReasonId> firstAlike(const FailInfoColumns& rows) {
  std::vector<ReasonId> firsts(rows.reasonCount());
  TextIndex index;
  ReasonParts own;
  ReasonParts last;
  ReasonId lastFirst = 0;
  for (ReasonId id = 0; id < firsts.size(); ++id) {
    const auto desc = rows.reason(id).desc;
    firsts[id] = id;
    if (!desc) {
      continue;
    }
    splitReason(*desc, own);
    if (own.parts.empty()) {
      continue;
    }
    if (own.skeleton != last.skeleton) {
      const auto isAlike = [&](ReasonId other) {
        splitReason(textOf(rows, other), last);
        return own.skeleton == last.skeleton;
      };
      lastFirst = index.findOrAdd(TextIndex::hashOf(own.skeleton), isAlike, [id] { return id; });
      std::swap(own, last);
    }
    firsts[id] = lastFirst;
  }
  return firsts;
}

/// The text common to `reasons`, which all have the same skeleton.
std::string commonText(const std::vector<ReasonId>& reasons, const FailInfoColumns& rows) {
  ReasonParts first;
  splitReason(textOf(rows, reasons.front()), first);
  std::vector<std::uint8_t> differs(first.parts.size());
  std::size_t same = differs.size();
  ReasonParts other;
  for (std::size_t index = 1; index < reasons.size() && same != 0; ++index) {
    splitReason(textOf(rows, reasons[index]), other);
    for (std::size_t part = 0; part < std::min(differs.size(), other.parts.size()); ++part) {
      if (differs[part] == 0 && first.parts[part] != other.parts[part]) {
        differs[part] = 1;
        --same;
      }
    }
  }
  std::string text;
  std::size_t part = 0;
  for (const char c : first.skeleton) {
    if (c != ReasonParts::partMark) {
      text.push_back(c);
    } else if (part < differs.size()) {
      text.append(differs[part] != 0 ? std::string_view("\u2026") : first.parts[part]);
      ++part;
    }
  }
  return text;
}

/// Sorts `patterns` by count in descending order; equal counts by the id of the most frequent reason. All ids
/// are below `reasonCount`.
std::vector<ReasonPattern> mostFrequentFirst(std::vector<ReasonPattern> patterns, std::size_t reasonCount) {
  std::vector<std::uint32_t> order(patterns.size());
  std::ranges::copy(std::views::iota(0U, static_cast<std::uint32_t>(order.size())), order.begin());
  orderByBucket(order, reasonCount, [&](std::uint32_t at) { return patterns[at].reasons.front(); });
  orderByCount(order, [&](std::uint32_t at) { return patterns[at].count; });
  std::vector<ReasonPattern> ordered;
  ordered.reserve(patterns.size());
  for (const std::uint32_t at : order) {
    ordered.push_back(std::move(patterns[at]));
  }
  return ordered;
}

}  // namespace

std::vector<ReasonPattern> findReasonPatterns(const FailInfoColumns& rows) {
  const std::vector<ReasonId> firsts = firstAlike(rows);
  std::vector<ReasonId> members(firsts.size(), 0);
  for (const ReasonId first : firsts) {
    ++members[first];
  }
  // For each first reason, 1 + the index of its pattern; 0 if it has none yet.
  std::vector<std::uint32_t> places(firsts.size(), 0);
  std::vector<ReasonPattern> patterns;
  for (const ReasonId id : rows.reasonsByCount()) {
    const ReasonId first = firsts[id];
    if (members[first] < 2) {
      continue;
    }
    if (places[first] == 0) {
      patterns.emplace_back().reasons.reserve(members[first]);
      places[first] = static_cast<std::uint32_t>(patterns.size());
    }
    ReasonPattern& pattern = patterns[places[first] - 1];
    pattern.reasons.push_back(id);
    pattern.count += rows.reason(id).count;
  }
  for (ReasonPattern& pattern : patterns) {
    pattern.pattern = commonText(pattern.reasons, rows);
  }
  return mostFrequentFirst(std::move(patterns), firsts.size());
}

}  // namespace koodrive
