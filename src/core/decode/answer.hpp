#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "core/decode/answer_shape.hpp"
#include "core/error.hpp"
#include "core/report/import_report.hpp"

namespace koodrive {

/// What was read of an answer, KooDrive's or the API gateway's, before it is known what it amounts to.
struct Answer {
  std::string code;       ///< empty where absent
  std::string msg;        ///< empty where absent
  std::string errorCode;  ///< the gateway's; empty where absent
  std::string errorMsg;   ///< the gateway's; empty where absent
  bool hasData = false;
  std::optional<std::uint64_t> successCount;
  std::optional<std::uint64_t> failCount;
  FailInfoColumns failInfoList;
  /// By member, the root's in the place of Member::Unknown.
  std::array<std::optional<ShapeFault>, memberCount> shapeFaults;
  std::optional<Warning> duplicates;

  [[nodiscard]] std::optional<ShapeFault>& shapeFaultOf(Member member) noexcept {
    return shapeFaults[static_cast<std::size_t>(member)];
  }

  /// Drops what was read of `member` and of what it holds, because it comes again.
  void forget(Member member);
};

/// What an answer with status 2xx means.
/// Errors: MalformedResponse (shape faults), Api, NoResult; where several apply, in the order root, `code`,
/// Api, shape, NoResult.
[[nodiscard]] Result<ImportReport> outcomeOf(Answer answer);

/// Writes `code` and `msg`, or else the gateway's `error_code` and `error_msg`, into `error`, as far as they
/// came.
void describe(const Answer& answer, Error& error);

}  // namespace koodrive
