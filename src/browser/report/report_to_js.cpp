#include "browser/report/report_to_js.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "browser/border/js_object.hpp"
#include "core/text/enum_names.hpp"

namespace koodrive {

using emscripten::val;

const char* const provenanceType =
    "{ taskId: string, traceId: string, receivedAt: string, importFile: string, version: string, isDamaged: "
    "boolean }";

const char* const warningsType =
    "({ kind: 'count-mismatch', failCount: number, listed: number }"
    " | { kind: 'fail-count-absent', listed: number }"
    " | { kind: 'success-count-absent' }"
    " | { kind: 'duplicate-member', pointer: string, count: number }"
    " | { kind: 'clock-corrected', offsetMs: number }"
    " | { kind: 'duplicate-user-names', names: number, rows: number }"
    " | { kind: 'without-user-name', count: number }"
    " | { kind: 'without-reason', count: number }"
    " | { kind: 'odd-user-names', count: number }"
    " | { kind: 'odd-reasons', count: number }"
    " | { kind: 'long-user-names', count: number }"
    " | { kind: 'nothing-imported' })[]";

FailInfoRecord toJs(const UserImportFailInfo& info) {
  return {.userName = toJs(info.userName), .desc = toJs(info.desc)};
}

namespace {

struct ProvenanceText {
  const char* name;
  std::string Provenance::* text;
};

constexpr std::array provenanceTexts = {
    ProvenanceText{.name = "taskId", .text = &Provenance::taskId},
    ProvenanceText{.name = "traceId", .text = &Provenance::traceId},
    ProvenanceText{.name = "receivedAt", .text = &Provenance::receivedAt},
    ProvenanceText{.name = "importFile", .text = &Provenance::importFile},
    ProvenanceText{.name = "version", .text = &Provenance::version},
};

}  // namespace

JsProvenance toJs(const Provenance& provenance) {
  JsObject object;
  for (const auto& [name, text] : provenanceTexts) {
    object.set(name, std::string_view(provenance.*text));
  }
  return object.set("isDamaged", provenance.isDamaged).as<JsProvenance>();
}

Provenance provenanceFrom(const JsProvenance& object) {
  Provenance provenance;
  for (const auto& [name, text] : provenanceTexts) {
    provenance.*text = textFrom(object[name]);
  }
  return provenance;
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
    case Warning::Kind::OddUserNames:
    case Warning::Kind::OddReasons:
    case Warning::Kind::LongUserNames:
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

std::optional<Warning::Kind> warningKindFrom(std::string_view name) {
  const auto names = namesOf<Warning::Kind>();
  const auto found = std::ranges::find(names, name);
  return found == names.end() ? std::nullopt
                              : std::optional(static_cast<Warning::Kind>(found - names.begin()));
}

SortBy sortByFrom(const JsSortBy& name) {
  const auto text = textFrom(name);
  const auto names = namesOf<SortBy>();
  const auto found = std::ranges::find(names, text);
  return found == names.end() ? SortBy::Position : static_cast<SortBy>(found - names.begin());
}

}  // namespace koodrive
