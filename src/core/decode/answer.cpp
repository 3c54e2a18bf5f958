#include "core/decode/answer.hpp"

#include <utility>

#include "core/decode/server_text.hpp"

namespace koodrive {
namespace {

constexpr std::string_view successCode = "0";

const ShapeFault* earliest(const std::array<std::optional<ShapeFault>, memberCount>& faults) noexcept {
  const ShapeFault* first = nullptr;
  for (const auto& fault : faults) {
    if (fault && (first == nullptr || fault->order < first->order)) {
      first = &*fault;
    }
  }
  return first;
}

std::unexpected<Error> refusal(const Answer& answer, ErrorKind kind, ErrorReason reason) {
  Error error{.kind = kind, .reason = reason};
  describe(answer, error);
  return std::unexpected(std::move(error));
}

Error codeMissing() {
  return {.kind = ErrorKind::MalformedResponse,
          .reason = ErrorReason::CodeMissing,
          .pointer = std::string(pointerTo(Member::Code)),
          .expected = expectedOf(Member::Code)};
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
      code.clear();
      return;
    case Member::Msg:
      msg.clear();
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
  if (answer.code.empty()) {
    if (const auto& ofCode = answer.shapeFaultOf(Member::Code)) {
      return std::unexpected(ofCode->toError());
    }
    if (answer.errorCode.empty() || answer.errorCode == successCode) {
      return std::unexpected(codeMissing());
    }
  }
  if (answer.code != successCode) {
    return refusal(answer, ErrorKind::Api, ErrorReason::RefusedByApi);
  }
  if (const ShapeFault* fault = earliest(answer.shapeFaults)) {
    return std::unexpected(fault->toError());
  }
  if (!answer.hasData) {
    return refusal(answer, ErrorKind::NoResult, ErrorReason::NoResultYet);
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

void describe(const Answer& answer, Error& error) {
  const auto& code = answer.code.empty() ? answer.errorCode : answer.code;
  const auto& message = answer.msg.empty() ? answer.errorMsg : answer.msg;
  error.code = shortServerText(code, longestServerText);
  error.serverMessage = shortServerText(message, longestServerText);
}

}  // namespace koodrive
