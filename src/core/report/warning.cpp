#include "core/report/warning.hpp"

namespace koodrive {

std::string_view toString(Warning::Kind kind) noexcept {
  switch (kind) {
    case Warning::Kind::CountMismatch:
      return "count-mismatch";
    case Warning::Kind::FailCountAbsent:
      return "fail-count-absent";
    case Warning::Kind::SuccessCountAbsent:
      return "success-count-absent";
    case Warning::Kind::DuplicateMember:
      return "duplicate-member";
    case Warning::Kind::ClockCorrected:
      return "clock-corrected";
    case Warning::Kind::DuplicateUserNames:
      return "duplicate-user-names";
    case Warning::Kind::WithoutUserName:
      return "without-user-name";
    case Warning::Kind::WithoutReason:
      return "without-reason";
    case Warning::Kind::OddUserNames:
      return "odd-user-names";
    case Warning::Kind::OddReasons:
      return "odd-reasons";
    case Warning::Kind::LongUserNames:
      return "long-user-names";
    case Warning::Kind::NothingImported:
      return "nothing-imported";
  }
  return {};
}

}  // namespace koodrive
