#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "core/decode/answer_shape.hpp"
#include "core/decode/envelope.hpp"
#include "core/error.hpp"
#include "core/report/import_report.hpp"

namespace koodrive {

/// The members read from a response of KooDrive or the API gateway, not yet judged a report or an error.
struct Answer {
  Envelope envelope;
  bool hasData = false;
  std::optional<std::uint64_t> successCount;
  std::optional<std::uint64_t> failCount;
  FailInfoColumns failInfoList;
  /// The shape fault of each member, indexed by `Member`; index Member::Unknown holds that of the root.
  std::array<std::optional<ShapeFault>, memberCount> shapeFaults;
  std::optional<Warning> duplicates;
  std::optional<Provenance> provenance;

  [[nodiscard]] std::optional<ShapeFault>& shapeFaultOf(Member member) noexcept {
    return shapeFaults[static_cast<std::size_t>(member)];
  }

  /// Drops the values of `member` and of the members nested in it, because a duplicate of it follows.
  void forget(Member member);
};

/// The report in a response with status 2xx.
/// Errors: MalformedResponse (shape faults), Api, NoResult. If several apply, the first of this order is
/// returned: shape fault of the root, of `code`, Api, other shape faults, NoResult.
[[nodiscard]] Result<ImportReport> outcomeOf(Answer answer);

}  // namespace koodrive
