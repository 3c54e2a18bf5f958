#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>
#include <vector>

#include "core/report/text_arena.hpp"
#include "core/report/text_index.hpp"

namespace koodrive {

/// One failure: KooDrive's `UserImportFailInfo` (KooDrive API, table 5). An absent text differs from an empty
/// one. The texts are borrowed from the report.
struct UserImportFailInfo {
  std::optional<std::string_view> userName;
  std::optional<std::string_view> desc;
  friend bool operator==(const UserImportFailInfo&, const UserImportFailInfo&) = default;
};

/// A reason and the number of failures that have it. `desc` is absent for the failures without a reason.
struct ReasonCount {
  std::optional<std::string_view> desc;
  std::uint32_t count = 0;
  friend bool operator==(const ReasonCount&, const ReasonCount&) = default;
};

/// The failures of a report, stored by column: names in one arena, each different reason once with its count.
class FailInfoColumns {
 public:
  using ReasonId = std::uint32_t;

  /// Number of failures.
  [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }

  /// The failure at `index` < size(), in the order of the response.
  [[nodiscard]] UserImportFailInfo at(std::size_t index) const;

  /// The user name of the failure at `index` < size().
  [[nodiscard]] std::optional<std::string_view> userNameOf(std::size_t index) const;

  /// The id of the failure's reason, to be passed to `reason`; `index` < size().
  [[nodiscard]] ReasonId reasonOf(std::size_t index) const { return rows_[index].reason; }

  /// Number of different reasons. If failures without a reason occur, they count as one more.
  [[nodiscard]] std::size_t reasonCount() const noexcept { return reasons_.size(); }

  /// The reason `id` < reasonCount(), in the order of first appearance.
  [[nodiscard]] ReasonCount reason(ReasonId id) const;

  /// All reasons, most frequent first; equal counts in the order of first appearance.
  [[nodiscard]] std::vector<ReasonId> reasonsByCount() const;

  /// Appends a failure. Throws std::bad_alloc when memory runs out.
  void append(std::optional<std::string_view> userName, std::optional<std::string_view> desc);

  /// Frees the memory that only `append` needs; appending remains possible.
  void shrinkToFit();

  /// Equal when both list the same failures in the same order.
  friend bool operator==(const FailInfoColumns& left, const FailInfoColumns& right);

 private:
  struct Row {
    TextArena::Address userName;
    ReasonId reason;
  };
  struct Reason {
    TextArena::Address desc;
    std::uint32_t count;
  };

  [[nodiscard]] ReasonId idOf(std::optional<std::string_view> desc);
  [[nodiscard]] ReasonId addReason(TextArena::Address desc);
  void indexReasons();

  TextArena userNames_;
  TextArena descs_;
  std::deque<Row> rows_;
  std::deque<Reason> reasons_;
  std::optional<ReasonId> absentReason_;
  TextIndex index_;
};

}  // namespace koodrive
