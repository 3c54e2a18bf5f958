#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace koodrive {

/// Names that are read one by one.
class NameList {
 public:
  [[nodiscard]] virtual std::size_t size() const = 0;
  /// The name at `index` < size(), if there is one; borrowed until the next call.
  [[nodiscard]] virtual std::optional<std::string_view> at(std::size_t index) = 0;

 protected:
  NameList() = default;
  ~NameList() = default;  // never deleted through this class
};

/// How alike two names are that are taken for the same.
enum class MatchStrength : std::uint8_t {
  Exact,
  Folded,         ///< alike by `nameKey`: blanks around them, case and width do not count
  WithoutDomain,  ///< alike by `nameKey` but for an "@domain" that only one of them has
};

/// Failures and the rows that bear their name, where their numbers differ, so that nobody can tell which row
/// belongs to which.
struct AmbiguousName {
  std::vector<std::uint32_t> failures;
  std::vector<std::uint32_t> rows;
  MatchStrength strength = MatchStrength::Exact;
};

/// Which failure belongs to which row. Each failure is matched, unmatched, or in one entry of `ambiguous`.
struct NameMatch {
  static constexpr std::uint32_t noRow = std::numeric_limits<std::uint32_t>::max();

  std::vector<std::uint32_t> rowOf;        ///< by failure: its row, or `noRow`
  std::vector<MatchStrength> strengthOf;   ///< by failure: of use where there is a row
  std::vector<std::uint32_t> ambiguousOf;  ///< by failure: its entry in `ambiguous`, or `noRow`
  std::vector<std::uint32_t>
      unmatched;  ///< failures whose name no row bears, or whose name is absent or blank
  std::vector<AmbiguousName> ambiguous;
};

/// Matches failures with rows by their names, the most alike first. As many failures as rows with the same
/// name are all matched, in their order; a row that is matched, or ambiguous, is not matched again with a
/// less similar name. Throws std::bad_alloc when memory runs out.
[[nodiscard]] NameMatch matchNames(NameList& failures, NameList& rows);

}  // namespace koodrive
