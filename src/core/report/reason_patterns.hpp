#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/report/fail_info_columns.hpp"

namespace koodrive {

/// Reasons that differ only in parts that are quoted or numeric.
struct ReasonPattern {
  /// What they have in common, with `…` (U+2026) for each part that differs; quotation marks stay.
  std::string pattern;
  /// Number of rows that give one of them.
  std::uint64_t count = 0;
  /// At least two, most frequent first.
  std::vector<FailInfoColumns::ReasonId> reasons;
  friend bool operator==(const ReasonPattern&, const ReasonPattern&) = default;
};

/// The patterns among the reasons, most frequent first; each reason belongs to at most one. A part is what
/// stands between quotation marks of a kind ("…" '…' `…` “…” ‘…’ „…“ «…» ‹…› 「…」 『…』 《…》 〈…〉 【…】
/// ＂…＂) or a number: ASCII digits, with single . , : / - between them (dates, times, amounts, addresses).
/// Throws std::bad_alloc when memory runs out.
[[nodiscard]] std::vector<ReasonPattern> findReasonPatterns(const FailInfoColumns& rows);

}  // namespace koodrive
