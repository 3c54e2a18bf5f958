#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/report/fail_info_columns.hpp"

namespace koodrive {

enum class SortBy : std::uint8_t {
  Position,  ///< the order of the answer
  UserName,  ///< by code points, runs of ASCII digits as the numbers they stand for
  Desc,      ///< by `ViewOptions::reasonRanks`, else as UserName
};

/// What a view shows, and in which order. Nothing in here is kept.
struct ViewOptions {
  /// Rows whose name or reason contains this text (UTF-8), the case of letters left aside by Unicode's simple
  /// case folding, as ECMAScript's regular expressions do with the flags `i` and `u`. Empty: all rows.
  std::string_view search = {};
  /// Rows with one of these reasons; an empty list is no row, an id that does not exist is left out.
  std::optional<std::span<const FailInfoColumns::ReasonId>> reasons = {};
  SortBy sortBy = SortBy::Position;
  /// Turns the order of what is sorted by round; rows that are equal in that stay in the order of the answer.
  bool descending = false;
  /// For SortBy::Desc: each reason's place among the reasons, by its id. Reasons may share a place. Counts
  /// only if there is one for each reason.
  std::span<const std::uint32_t> reasonRanks = {};
};

/// The rows of a report that a reader has asked for: an order, without the rows. Rows without the name or the
/// reason that is sorted by come last, with `descending` too.
class ReportView {
 public:
  /// Throws std::bad_alloc when memory runs out.
  explicit ReportView(const FailInfoColumns& rows, const ViewOptions& options = {});

  /// Number of rows shown.
  [[nodiscard]] std::size_t size() const noexcept { return order_ ? order_->size() : rowCount_; }

  /// Whether rows of the report are left out.
  [[nodiscard]] bool isPartial() const noexcept { return size() != rowCount_; }

  /// The position in the answer of the row at `index` < size().
  [[nodiscard]] std::uint32_t at(std::size_t index) const {
    if (order_) {
      return (*order_)[index];
    }
    return static_cast<std::uint32_t>(descending_ ? rowCount_ - 1 - index : index);
  }

  /// The positions of up to `count` rows from `offset`.
  [[nodiscard]] std::vector<std::uint32_t> positions(std::size_t offset, std::size_t count) const;

 private:
  std::size_t rowCount_;
  bool descending_ = false;
  // Absent where all rows are shown in the order of the answer or its reverse.
  std::optional<std::vector<std::uint32_t>> order_;
};

/// The reason with exactly this text, or the one of the rows without a reason; nothing where no row gives it.
[[nodiscard]] std::optional<FailInfoColumns::ReasonId> findReason(const FailInfoColumns& rows,
                                                                  std::optional<std::string_view> desc);

}  // namespace koodrive
