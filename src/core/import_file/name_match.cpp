#include "core/import_file/name_match.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <string>
#include <utility>

#include "core/import_file/name_index.hpp"
#include "core/import_file/name_key.hpp"

namespace koodrive {
namespace {

/// The side that a key is for: names without a domain are sought among those with one, and the other way
/// round.
enum class Side : std::uint8_t { Failure, Row };

std::string keyOf(std::string_view name, MatchStrength strength, Side side) {
  if (strength == MatchStrength::Exact) {
    return std::string(name);
  }
  std::string key = nameKey(name);
  if (strength == MatchStrength::WithoutDomain) {
    const std::size_t bare = withoutDomain(key).size();
    const bool hasDomain = bare != key.size();
    key.resize(bare);
    key.push_back(hasDomain == (side == Side::Failure) ? '@' : '.');
  }
  return key;
}

/// Items in groups: those with the same key stand together, in their order.
class Groups {
 public:
  Groups(std::size_t keyCount, std::span<const std::uint32_t> keys, std::span<const std::uint32_t> items)
      : ends_(keyCount + 1), items_(items.size()) {
    for (const std::uint32_t key : keys) {
      ++ends_[key + 1];
    }
    std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
    std::vector<std::uint32_t> next(ends_.begin(), ends_.end() - 1);
    for (std::size_t at = 0; at < items.size(); ++at) {
      items_[next[keys[at]]++] = items[at];
    }
  }

  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t key) const {
    return std::span(items_).subspan(ends_[key], ends_[key + 1] - ends_[key]);
  }

 private:
  std::vector<std::uint32_t> ends_;
  std::vector<std::uint32_t> items_;
};

class Matcher {
 public:
  Matcher(const NameList& failures, const NameList& rows)
      : failures_(failures), rows_(rows), isClaimed_(rows.size) {
    match_.rowOf.assign(failures.size, NameMatch::noRow);
    match_.ambiguousOf.assign(failures.size, NameMatch::noRow);
    match_.strengthOf.assign(failures.size, MatchStrength::Exact);
    for (std::uint32_t failure = 0; failure < failures.size; ++failure) {
      if (failures.at(failure)) {
        open_.push_back(failure);
      }
    }
  }

  [[nodiscard]] NameMatch match() && {
    for (const auto strength : {MatchStrength::Exact, MatchStrength::Folded, MatchStrength::WithoutDomain}) {
      if (!open_.empty()) {
        matchBy(strength);
      }
    }
    for (std::uint32_t failure = 0; failure < failures_.size; ++failure) {
      if (isOpen(failure)) {
        match_.unmatched.push_back(failure);
      }
    }
    return std::move(match_);
  }

 private:
  void matchBy(MatchStrength strength) {
    NameIndex names;
    std::vector<std::uint32_t> failureKeys;
    failureKeys.reserve(open_.size());
    for (const std::uint32_t failure : open_) {
      failureKeys.push_back(names.add(keyOf(*failures_.at(failure), strength, Side::Failure)));
    }
    std::vector<std::uint32_t> rowKeys;
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < rows_.size; ++row) {
      const auto name = rows_.at(row);
      if (const auto key = name ? names.find(keyOf(*name, strength, Side::Row)) : std::nullopt) {
        rowKeys.push_back(*key);
        rows.push_back(row);
      }
    }
    const Groups failureGroups(names.size(), failureKeys, open_);
    const Groups rowGroups(names.size(), rowKeys, rows);
    for (std::size_t key = 0; key < names.size(); ++key) {
      settle(failureGroups.of(key), rowGroups.of(key), strength);
    }
    std::erase_if(open_, [this](std::uint32_t failure) { return !isOpen(failure); });
  }

  void settle(std::span<const std::uint32_t> failures, std::span<const std::uint32_t> rows,
              MatchStrength strength) {
    if (rows.empty()) {
      return;
    }
    std::vector<std::uint32_t> free;
    std::ranges::copy_if(rows, std::back_inserter(free),
                         [this](std::uint32_t row) { return !isClaimed_[row]; });
    for (const std::uint32_t row : free) {
      isClaimed_[row] = true;
    }
    if (free.size() != failures.size()) {
      for (const std::uint32_t failure : failures) {
        match_.ambiguousOf[failure] = static_cast<std::uint32_t>(match_.ambiguous.size());
      }
      match_.ambiguous.push_back(
          {.failures = {failures.begin(), failures.end()},
           .rows = free.empty() ? std::vector(rows.begin(), rows.end()) : std::move(free),
           .strength = strength});
      return;
    }
    for (std::size_t at = 0; at < failures.size(); ++at) {
      match_.rowOf[failures[at]] = free[at];
      match_.strengthOf[failures[at]] = strength;
    }
  }

  /// Whether `failure` is neither matched nor ambiguous so far.
  [[nodiscard]] bool isOpen(std::uint32_t failure) const {
    return match_.rowOf[failure] == NameMatch::noRow && match_.ambiguousOf[failure] == NameMatch::noRow;
  }

  const NameList& failures_;
  const NameList& rows_;
  NameMatch match_;
  std::vector<std::uint32_t> open_;  ///< failures with a name that are neither matched nor ambiguous yet
  std::vector<bool> isClaimed_;      ///< by row
};

}  // namespace

std::string_view toString(MatchStrength strength) noexcept {
  switch (strength) {
    case MatchStrength::Exact:
      return "exact";
    case MatchStrength::Folded:
      return "folded";
    case MatchStrength::WithoutDomain:
      return "without-domain";
  }
  return {};
}

NameMatch matchNames(const NameList& failures, const NameList& rows) {
  return Matcher(failures, rows).match();
}

}  // namespace koodrive
