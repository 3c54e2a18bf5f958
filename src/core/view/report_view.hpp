#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/report/fail_info_columns.hpp"
#include "core/report/warning.hpp"

namespace koodrive {

enum class SortBy : std::uint8_t {
  Position,  ///< the order of the response
  UserName,  ///< natural order: by code point, runs of ASCII digits by numeric value
  Desc,      ///< by `ViewOptions::reasonRanks`, without them in natural order
  Line,      ///< by `ViewOptions::lines`
};

/// Which rows a view shows and in which order. The view keeps no reference to the options.
struct ViewOptions {
  /// Shows rows whose name or reason contains this text (UTF-8), ignoring case by Unicode simple case
  /// folding, as ECMAScript's regular expressions do with the flags `i` and `u`. An empty text shows all
  /// rows.
  std::string_view search = {};
  /// Shows rows with one of these reasons. An empty list shows no rows; unknown ids are ignored.
  std::optional<std::span<const FailInfoColumns::ReasonId>> reasons = {};
  /// Shows rows at these positions; those that the report does not have are ignored.
  std::optional<std::span<const std::uint32_t>> positions = {};
  /// Shows rows that a warning of this kind is about: see `isNoted`.
  std::optional<Warning::Kind> noted = {};
  SortBy sortBy = SortBy::Position;
  /// Reverses the sort order. Rows with equal values stay in the order of the response.
  bool descending = false;
  /// For SortBy::Desc: the rank of each reason, indexed by its id. Reasons may share a rank. Ignored unless
  /// every reason has one.
  std::span<const std::uint32_t> reasonRanks = {};
  /// For SortBy::Line: by position, the row's line in an import file, 0 if it has none. Ignored unless every
  /// row has one.
  std::span<const std::uint32_t> lines = {};
};

/// A filtered and sorted list of row positions in a report; the rows themselves are not copied. Rows without
/// the name, reason or line that is sorted by come last, also when `descending`.
class ReportView {
 public:
  /// Throws std::bad_alloc when memory runs out.
  explicit ReportView(const FailInfoColumns& rows, const ViewOptions& options = {});

  /// The number of rows shown.
  [[nodiscard]] std::size_t size() const noexcept { return order_ ? order_->size() : rowCount_; }

  /// Whether the view omits rows of the report.
  [[nodiscard]] bool isPartial() const noexcept { return size() != rowCount_; }

  /// The position in the response of the row at `index` < size().
  [[nodiscard]] std::uint32_t at(std::size_t index) const {
    if (order_) {
      return (*order_)[index];
    }
    return static_cast<std::uint32_t>(descending_ ? rowCount_ - 1 - index : index);
  }

  /// The positions of up to `count` rows starting at `offset`.
  [[nodiscard]] std::vector<std::uint32_t> positions(std::size_t offset, std::size_t count) const;

 private:
  std::size_t rowCount_;
  bool descending_ = false;
  // Absent if all rows are shown in the order of the response or its reverse.
  std::optional<std::vector<std::uint32_t>> order_;
};

/// The id of the reason with exactly this text, or of the absent reason. Absent if no row has it.
[[nodiscard]] std::optional<FailInfoColumns::ReasonId> findReason(const FailInfoColumns& rows,
                                                                  std::optional<std::string_view> desc);

}  // namespace koodrive
