#include "core/import_file/name_match.hpp"

#include <limits>
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

constexpr std::uint32_t noKey = std::numeric_limits<std::uint32_t>::max();

/// Indexes in groups: those with the same key stand together, in their order. Those with `noKey` are left
/// out.
class Groups {
 public:
  Groups(std::span<const std::uint32_t> keys, std::size_t keyCount)
      : ends_(keyCount + 1), members_(keys.size()) {
    for (const std::uint32_t key : keys) {
      if (key != noKey) {
        ++ends_[key + 1];
      }
    }
    for (std::size_t key = 0; key < keyCount; ++key) {
      ends_[key + 1] += ends_[key];
    }
    std::vector<std::uint32_t> next = ends_;
    for (std::uint32_t index = 0; index < keys.size(); ++index) {
      if (keys[index] != noKey) {
        members_[next[keys[index]]++] = index;
      }
    }
  }

  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t key) const {
    return std::span(members_).subspan(ends_[key], ends_[key + 1] - ends_[key]);
  }

 private:
  std::vector<std::uint32_t> ends_;
  std::vector<std::uint32_t> members_;
};

class Matcher {
 public:
  Matcher(NameList& failures, NameList& rows) : failures_(&failures), rows_(&rows), isClaimed_(rows.size()) {
    match_.rowOf.assign(failures.size(), NameMatch::noRow);
    match_.ambiguousOf.assign(failures.size(), NameMatch::noRow);
    match_.strengthOf.resize(failures.size());
  }

  [[nodiscard]] NameMatch match() && {
    for (const auto strength : {MatchStrength::Exact, MatchStrength::Folded, MatchStrength::WithoutDomain}) {
      matchBy(strength);
    }
    for (std::uint32_t failure = 0; failure < failures_->size(); ++failure) {
      if (isOpen(failure)) {
        match_.unmatched.push_back(failure);
      }
    }
    return std::move(match_);
  }

 private:
  void matchBy(MatchStrength strength) {
    NameIndex names;
    std::vector<std::uint32_t> failureKeys(failures_->size(), noKey);
    for (std::uint32_t failure = 0; failure < failureKeys.size(); ++failure) {
      if (const auto name = failures_->at(failure); name && isOpen(failure) && isName(name)) {
        failureKeys[failure] = names.add(keyOf(*name, strength, Side::Failure));
      }
    }
    if (names.size() == 0) {
      return;
    }
    std::vector<std::uint32_t> rowKeys(rows_->size(), noKey);
    for (std::uint32_t row = 0; row < rowKeys.size(); ++row) {
      if (const auto name = rows_->at(row)) {
        rowKeys[row] = names.find(keyOf(*name, strength, Side::Row)).value_or(noKey);
      }
    }
    const Groups failureGroups(failureKeys, names.size());
    const Groups rowGroups(rowKeys, names.size());
    for (std::size_t key = 0; key < names.size(); ++key) {
      settle(failureGroups.of(key), rowGroups.of(key), strength);
    }
  }

  void settle(std::span<const std::uint32_t> failures, std::span<const std::uint32_t> rows,
              MatchStrength strength) {
    std::vector<std::uint32_t> free;
    for (const std::uint32_t row : rows) {
      if (isClaimed_[row] == 0) {
        isClaimed_[row] = 1;
        free.push_back(row);
      }
    }
    if (free.size() == failures.size()) {
      for (std::size_t at = 0; at < failures.size(); ++at) {
        match_.rowOf[failures[at]] = free[at];
        match_.strengthOf[failures[at]] = strength;
      }
    } else if (!rows.empty()) {
      for (const std::uint32_t failure : failures) {
        match_.ambiguousOf[failure] = static_cast<std::uint32_t>(match_.ambiguous.size());
      }
      if (free.empty()) {
        free.assign(rows.begin(), rows.end());
      }
      match_.ambiguous.push_back(
          {.failures = {failures.begin(), failures.end()}, .rows = std::move(free), .strength = strength});
    }
  }

  /// Whether `failure` is neither matched nor ambiguous so far.
  [[nodiscard]] bool isOpen(std::uint32_t failure) const {
    return match_.rowOf[failure] == NameMatch::noRow && match_.ambiguousOf[failure] == NameMatch::noRow;
  }

  NameList* failures_;
  NameList* rows_;
  NameMatch match_;
  std::vector<std::uint32_t> isClaimed_;  ///< by row, 0 or 1
};

}  // namespace

NameMatch matchNames(NameList& failures, NameList& rows) {
  return Matcher(failures, rows).match();
}

}  // namespace koodrive
