#include "browser/report/report_to_js.hpp"

#include <algorithm>
#include <string>

#include "browser/border/js_object.hpp"
#include "core/text/enum_names.hpp"

namespace koodrive {

using emscripten::val;

const char* const warningsType =
    "({ kind: 'count-mismatch', failCount: number, listed: number }"
    " | { kind: 'fail-count-absent', listed: number }"
    " | { kind: 'success-count-absent' }"
    " | { kind: 'duplicate-member', pointer: string, count: number }"
    " | { kind: 'clock-corrected', offsetMs: number }"
    " | { kind: 'duplicate-user-names', names: number, rows: number }"
    " | { kind: 'without-user-name', count: number }"
    " | { kind: 'without-reason', count: number }"
    " | { kind: 'nothing-imported' })[]";

FailInfoRecord toJs(const UserImportFailInfo& info) {
  return {.userName = toJs(info.userName), .desc = toJs(info.desc)};
}

RowRecord toJs(std::size_t position, const UserImportFailInfo& info) {
  return {
      .position = static_cast<double>(position), .userName = toJs(info.userName), .desc = toJs(info.desc)};
}

ReasonRecord toJs(const ReasonCount& reason) {
  return {.desc = toJs(reason.desc), .count = static_cast<double>(reason.count)};
}

val toJs(const Warning& warning) {
  JsObject object;
  object.set("kind", toString(warning.kind));
  switch (warning.kind) {
    case Warning::Kind::CountMismatch:
      object.set("failCount", warning.stated).set("listed", warning.listed);
      break;
    case Warning::Kind::FailCountAbsent:
      object.set("listed", warning.listed);
      break;
    case Warning::Kind::DuplicateMember:
      object.set("pointer", std::string_view(warning.pointer)).set("count", warning.count);
      break;
    case Warning::Kind::ClockCorrected:
      object.set("offsetMs", warning.offsetMilliseconds);
      break;
    case Warning::Kind::DuplicateUserNames:
      object.set("names", warning.names).set("rows", warning.rows);
      break;
    case Warning::Kind::WithoutUserName:
    case Warning::Kind::WithoutReason:
      object.set("count", warning.count);
      break;
    case Warning::Kind::SuccessCountAbsent:
    case Warning::Kind::NothingImported:
      break;
  }
  return object.as<val>();
}

std::string_view toString(SortBy sortBy) noexcept {
  switch (sortBy) {
    case SortBy::Position:
      return "position";
    case SortBy::UserName:
      return "userName";
    case SortBy::Desc:
      return "desc";
    case SortBy::Line:
      return "line";
  }
  return {};
}

SortBy sortByFrom(const JsSortBy& name) {
  const auto text = textFrom(name);
  const auto names = namesOf<SortBy>();
  const auto found = std::ranges::find(names, text);
  return found == names.end() ? SortBy::Position : static_cast<SortBy>(found - names.begin());
}

}  // namespace koodrive
