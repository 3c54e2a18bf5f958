#include "core/decode/answer.hpp"

#include <utility>

namespace koodrive {
namespace {

const ShapeFault* earliest(const std::array<std::optional<ShapeFault>, memberCount>& faults) noexcept {
  const ShapeFault* first = nullptr;
  for (const auto& fault : faults) {
    if (fault && (first == nullptr || fault->order < first->order)) {
      first = &*fault;
    }
  }
  return first;
}

std::vector<Warning> warningsOf(const Answer& answer) {
  const std::uint64_t listed = answer.failInfoList.size();
  std::vector<Warning> warnings;
  if (!answer.failCount) {
    warnings.push_back({.kind = Warning::Kind::FailCountAbsent, .listed = listed});
  } else if (*answer.failCount != listed) {
    warnings.push_back({.kind = Warning::Kind::CountMismatch, .stated = *answer.failCount, .listed = listed});
  }
  if (!answer.successCount) {
    warnings.push_back({.kind = Warning::Kind::SuccessCountAbsent});
  }
  if (answer.duplicates) {
    warnings.push_back(*answer.duplicates);
  }
  return warnings;
}

}  // namespace

void Answer::forget(Member member) {
  shapeFaultOf(member).reset();
  switch (member) {
    case Member::Code:
      envelope.code.clear();
      return;
    case Member::Msg:
      envelope.msg.clear();
      return;
    case Member::Data:
      hasData = false;
      forget(Member::SuccessCount);
      forget(Member::FailCount);
      forget(Member::FailInfoList);
      return;
    case Member::SuccessCount:
      successCount.reset();
      return;
    case Member::FailCount:
      failCount.reset();
      return;
    case Member::FailInfoList:
      failInfoList = {};
      return;
    default:
      return;
  }
}

Result<ImportReport> outcomeOf(Answer answer) {
  if (const auto& ofRoot = answer.shapeFaultOf(Member::Unknown)) {
    return std::unexpected(ofRoot->toError());
  }
  if (const auto& ofCode = answer.shapeFaultOf(Member::Code); ofCode && answer.envelope.code.empty()) {
    return std::unexpected(ofCode->toError());
  }
  if (auto refusal = refusalIn(answer.envelope)) {
    return std::unexpected(*std::move(refusal));
  }
  if (const ShapeFault* fault = earliest(answer.shapeFaults)) {
    return std::unexpected(fault->toError());
  }
  if (!answer.hasData) {
    Error error{.kind = ErrorKind::NoResult, .reason = ErrorReason::NoResultYet};
    describe(answer.envelope, error);
    return std::unexpected(std::move(error));
  }
  answer.failInfoList.shrinkToFit();
  std::vector<Warning> warnings = warningsOf(answer);
  const std::uint64_t failCount = answer.failCount.value_or(answer.failInfoList.size());
  return ImportReport{.data = {.successCount = answer.successCount,
                               .failCount = failCount,
                               .failInfoList = std::move(answer.failInfoList)},
                      .warnings = std::move(warnings),
                      .provenance = std::move(answer.provenance)};
}

}  // namespace koodrive
