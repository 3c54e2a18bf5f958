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

/// One failure; the vendor's `UserImportFailInfo` (KooDrive API, table 5). Absent is not the empty string.
/// The texts are borrowed from the report.
struct UserImportFailInfo {
  std::optional<std::string_view> userName;
  std::optional<std::string_view> desc;
  friend bool operator==(const UserImportFailInfo&, const UserImportFailInfo&) = default;
};

/// A reason and how many failures give it. `desc` is absent for the group of failures without a reason.
struct ReasonCount {
  std::optional<std::string_view> desc;
  std::uint32_t count = 0;
  friend bool operator==(const ReasonCount&, const ReasonCount&) = default;
};

/// The failures of a report in columns: the names in one arena, every different reason
/// stored once and counted.
class FailInfoColumns {
 public:
  using ReasonId = std::uint32_t;

  /// Number of failures.
  [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }

  /// The failure at `index` < size(), in the order of the response.
  [[nodiscard]] UserImportFailInfo at(std::size_t index) const;

  /// The user name of the failure at `index` < size().
  [[nodiscard]] std::optional<std::string_view> userNameOf(std::size_t index) const;

  /// Which reason the failure at `index` < size() gives; an id for `reason`.
  [[nodiscard]] ReasonId reasonOf(std::size_t index) const { return rows_[index].reason; }

  /// Number of different reasons, the absent one included where it occurs.
  [[nodiscard]] std::size_t reasonCount() const noexcept { return reasons_.size(); }

  /// The reason `id` < reasonCount(), in the order of first appearance.
  [[nodiscard]] ReasonCount reason(ReasonId id) const;

  /// All reasons, most frequent first; equal counts in the order of first appearance.
  [[nodiscard]] std::vector<ReasonId> reasonsByCount() const;

  /// Appends a failure. Throws std::bad_alloc when memory runs out.
  void append(std::optional<std::string_view> userName, std::optional<std::string_view> desc);

  /// Gives back what only appending needs. Appending stays possible.
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
