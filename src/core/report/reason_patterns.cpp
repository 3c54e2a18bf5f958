#include "core/report/reason_patterns.hpp"

#include <algorithm>
#include <optional>
#include <ranges>
#include <string_view>
#include <utility>

#include "core/report/counting_order.hpp"
#include "core/report/reason_parts.hpp"
#include "core/report/text_index.hpp"

namespace koodrive {
namespace {

using ReasonId = FailInfoColumns::ReasonId;

/// Splits reasons, each with the user name of the first row that has it.
class ReasonSplitter {
 public:
  explicit ReasonSplitter(const FailInfoColumns& rows) : rows_(&rows), ignoresName_(rows.reasonCount()) {
    firstRows_.reserve(rows.reasonCount());
    // Reasons are numbered in the order of first appearance.
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      if (rows.reasonOf(row) == firstRows_.size()) {
        firstRows_.push_back(row);
      }
    }
  }

  [[nodiscard]] std::size_t reasonCount() const noexcept { return firstRows_.size(); }

  void split(ReasonId id, ReasonParts& result) const {
    const auto [userName, desc] = rows_->at(firstRows_[id]);
    constexpr std::string_view none;
    // A reason that is nothing but the name would be alike to all such.
    const bool isNameKnown = !ignoresName_[id] && userName != desc;
    splitReason(desc.value_or(none), isNameKnown ? userName.value_or(none) : none, result);
  }

  /// From now on, the name is an ordinary text within this reason.
  void ignoreNameIn(ReasonId id) { ignoresName_[id] = true; }

 private:
  const FailInfoColumns* rows_;
  std::vector<std::uint32_t> firstRows_;
  std::vector<bool> ignoresName_;
};

/// Finds the first of the reasons with equal skeletons.
class SkeletonIndex {
 public:
  explicit SkeletonIndex(const ReasonSplitter& splitter) : splitter_(&splitter) {}

  struct Found {
    ReasonId first;
    bool holdsName;
  };

  /// The first reason that was looked up with the skeleton of `id`: itself if there was none, or if it has no
  /// part.
  Found firstLike(ReasonId id) {
    splitter_->split(id, own_);
    const bool holdsName = own_.holdsName;
    if (own_.parts.empty()) {
      return {.first = id, .holdsName = holdsName};
    }
    if (own_.skeleton != last_.skeleton) {
      const auto isAlike = [this](ReasonId other) {
        splitter_->split(other, last_);
        return own_.skeleton == last_.skeleton;
      };
      lastFirst_ = index_.findOrAdd(TextIndex::hashOf(own_.skeleton), isAlike, [id] { return id; });
      std::swap(own_, last_);
    }
    return {.first = lastFirst_, .holdsName = holdsName};
  }

 private:
  const ReasonSplitter* splitter_;
  TextIndex index_;
  ReasonParts own_;
  ReasonParts last_;
  ReasonId lastFirst_ = 0;
};

std::vector<std::uint32_t> membersOf(const std::vector<ReasonId>& firsts) {
  std::vector<std::uint32_t> members(firsts.size());
  for (const ReasonId first : firsts) {
    ++members[first];
  }
  return members;
}

/// For each reason, one that stands for all with the same skeleton.
std::vector<ReasonId> firstAlike(ReasonSplitter& splitter) {
  std::vector<ReasonId> firsts(splitter.reasonCount());
  std::vector<bool> holdsName(firsts.size());
  SkeletonIndex index(splitter);
  for (ReasonId id = 0; id < firsts.size(); ++id) {
    const auto found = index.firstLike(id);
    firsts[id] = found.first;
    holdsName[id] = found.holdsName;
  }
  const auto members = membersOf(firsts);
  for (ReasonId id = 0; id < firsts.size(); ++id) {
    // No other row's name stands there, so that it may be a word of the reason by chance.
    if (holdsName[id] && members[firsts[id]] == 1) {
      splitter.ignoreNameIn(id);
      firsts[id] = index.firstLike(id).first;
    }
  }
  return firsts;
}

/// The text common to `reasons`, which all have the same skeleton.
std::string commonText(const std::vector<ReasonId>& reasons, const ReasonSplitter& splitter) {
  ReasonParts first;
  splitter.split(reasons.front(), first);
  std::vector<std::uint8_t> differs(first.parts.size());
  std::size_t same = differs.size();
  ReasonParts other;
  for (std::size_t index = 1; index < reasons.size() && same != 0; ++index) {
    splitter.split(reasons[index], other);
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
  ReasonSplitter splitter(rows);
  const std::vector<ReasonId> firsts = firstAlike(splitter);
  const auto members = membersOf(firsts);
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
    pattern.pattern = commonText(pattern.reasons, splitter);
  }
  return mostFrequentFirst(std::move(patterns), firsts.size());
}

}  // namespace koodrive
