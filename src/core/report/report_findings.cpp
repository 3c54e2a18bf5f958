#include "core/report/report_findings.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/report/text_index.hpp"
#include "core/text/oddities.hpp"
#include "core/text/utf8.hpp"

namespace koodrive {
namespace {

struct NameCounts {
  std::uint64_t absent = 0;
  std::uint64_t repeated = 0;  ///< names that occur more than once
  std::uint64_t rows = 0;      ///< rows with such a name
};

/// A bit set whose size is given at run time; all bits start cleared.
class Flags {
 public:
  explicit Flags(std::size_t count) : words_((count + bitsOfWord - 1) / bitsOfWord) {}

  [[nodiscard]] bool isSet(std::size_t at) const {
    return (words_[at / bitsOfWord] >> (at % bitsOfWord) & 1U) != 0;
  }
  void set(std::size_t at) { words_[at / bitsOfWord] |= 1U << (at % bitsOfWord); }

 private:
  static constexpr std::size_t bitsOfWord = 32;
  std::vector<std::uint32_t> words_;
};

/// A counting Bloom filter with one hash function, which counts up to two. It finds nearly all names that
/// occur only once without comparing texts, so that only the others need memory in a TextIndex.
class LoneNames {
 public:
  explicit LoneNames(const FailInfoColumns& rows)
      : mask_(std::bit_ceil(rows.size() * bitsForEachRow) - 1), seen_(mask_ + 1), seenAgain_(mask_ + 1) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (const auto userName = rows.userNameOf(row)) {
        const std::size_t bit = bitOf(TextIndex::hashOf(*userName));
        if (seen_.isSet(bit)) {
          seenAgain_.set(bit);
        }
        seen_.set(bit);
      }
    }
  }

  [[nodiscard]] bool holdHash(std::uint32_t hash) const { return !seenAgain_.isSet(bitOf(hash)); }

 private:
  static constexpr std::size_t bitsForEachRow = 16;

  [[nodiscard]] std::size_t bitOf(std::uint32_t hash) const noexcept { return hash & mask_; }

  std::size_t mask_;
  Flags seen_;
  Flags seenAgain_;
};

NameCounts countNames(const FailInfoColumns& rows) {
  NameCounts counts;
  const LoneNames loneNames(rows);
  TextIndex firstRows;
  Flags isRepeated(rows.size());
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    const auto userName = rows.userNameOf(row);
    if (!userName) {
      ++counts.absent;
      continue;
    }
    const std::uint32_t hash = TextIndex::hashOf(*userName);
    if (loneNames.holdHash(hash)) {
      continue;
    }
    const std::uint32_t first = firstRows.findOrAdd(
        hash, [&](std::uint32_t other) { return rows.userNameOf(other) == userName; }, [row] { return row; });
    if (first == row) {
      continue;
    }
    if (!isRepeated.isSet(first)) {
      isRepeated.set(first);
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

bool isOddName(const std::optional<std::string_view>& userName) {
  return userName && isOdd(*userName, OddityRule::Name);
}

bool isOddReason(const std::optional<std::string_view>& desc) {
  return desc && isOdd(*desc, OddityRule::Reason);
}

/// An account has its organisation's domain after an @, which the limit does not count.
bool isLongName(std::string_view userName) {
  const auto name = userName.substr(0, userName.rfind('@'));
  return name.size() > longestUserName && codePoints(name) > longestUserName;
}

std::uint64_t rowsNoted(const FailInfoColumns& rows, Warning::Kind kind) {
  std::uint64_t count = 0;
  for (std::uint32_t position = 0; position < rows.size(); ++position) {
    count += isNoted(rows, position, kind) ? 1U : 0U;
  }
  return count;
}

std::uint64_t oddReasons(const FailInfoColumns& rows) {
  std::uint64_t count = 0;
  for (FailInfoColumns::ReasonId id = 0; id < rows.reasonCount(); ++id) {
    count += isOddReason(rows.reason(id).desc) ? 1U : 0U;
  }
  return count;
}

}  // namespace

bool isNoted(const FailInfoColumns& rows, std::uint32_t position, Warning::Kind kind) {
  const auto userName = rows.userNameOf(position);
  switch (kind) {
    case Warning::Kind::WithoutUserName:
      return !userName;
    case Warning::Kind::WithoutReason:
      return !rows.at(position).desc;
    case Warning::Kind::OddUserNames:
      return isOddName(userName);
    case Warning::Kind::OddReasons:
      return isOddReason(rows.at(position).desc);
    case Warning::Kind::LongUserNames:
      return userName && isLongName(*userName);
    default:
      return true;
  }
}

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
  if (const std::uint64_t count = rowsNoted(rows, Warning::Kind::OddUserNames); count != 0) {
    found.push_back({.kind = Warning::Kind::OddUserNames, .count = count});
  }
  if (const std::uint64_t count = oddReasons(rows); count != 0) {
    found.push_back({.kind = Warning::Kind::OddReasons, .count = count});
  }
  if (const std::uint64_t count = rowsNoted(rows, Warning::Kind::LongUserNames); count != 0) {
    found.push_back({.kind = Warning::Kind::LongUserNames, .count = count});
  }
  if (report.data.successCount == 0 && report.data.failCount == 0 && rows.size() == 0) {
    found.push_back({.kind = Warning::Kind::NothingImported});
  }
  return found;
}

}  // namespace koodrive
