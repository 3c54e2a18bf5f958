#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/report/fail_info_columns.hpp"

namespace koodrive {

/// A group of reasons that differ only in user names, e-mail addresses, quoted or numeric parts.
struct ReasonPattern {
  /// The common text, with `…` (U+2026) for each part that differs; the quotation marks around it are kept.
  std::string pattern;
  /// Number of rows that have one of these reasons.
  std::uint64_t count = 0;
  /// At least two, most frequent first.
  std::vector<FailInfoColumns::ReasonId> reasons;
  friend bool operator==(const ReasonPattern&, const ReasonPattern&) = default;
};

/// The patterns among the reasons, most frequent first; each reason belongs to at most one. A part is the
/// user name of the reason's own row, an e-mail address, the text between matching quotation marks ("…" '…'
/// `…` “…” ‘…’ „…“ «…» ‹…› 「…」 『…』 《…》 〈…〉 【…】 ＂…＂) or a number: ASCII digits, with single . , :
/// / - between them (dates, times, amounts, addresses). Throws std::bad_alloc when memory runs out.
[[nodiscard]] std::vector<ReasonPattern> findReasonPatterns(const FailInfoColumns& rows);

}  // namespace koodrive
