#include "browser/import_file/match_handle.hpp"

#include <utility>

#include "browser/border/guarded.hpp"
#include "browser/border/js_object.hpp"
#include "core/import_file/failed_rows.hpp"
#include "core/import_file/file_match.hpp"

namespace koodrive {

using emscripten::val;

MatchHandle::MatchHandle(std::shared_ptr<const ImportReport> report, std::shared_ptr<const ImportFile> file,
                         std::optional<std::size_t> column)
    : report_(std::move(report)),
      file_(std::move(file)),
      column_(column),
      match_(matchFile(report_->data.failInfoList, *file_, column)) {}

JsOptionalNumber MatchHandle::column() const {
  return toJs(column_ ? std::optional<std::uint64_t>(*column_) : std::nullopt);
}

JsNumbers MatchHandle::lines() const {
  std::vector<std::uint32_t> lines;
  lines.reserve(match_.rowOf.size());
  for (const std::uint32_t row : match_.rowOf) {
    lines.push_back(row == NameMatch::noRow ? 0 : file_->lineOf(row));
  }
  return toJs(lines);
}

JsNumbers MatchHandle::strengths() const {
  std::vector<std::uint32_t> strengths;
  strengths.reserve(match_.strengthOf.size());
  for (const MatchStrength strength : match_.strengthOf) {
    strengths.push_back(static_cast<std::uint32_t>(strength));
  }
  return toJs(strengths);
}

JsNumbers MatchHandle::unmatched() const {
  return toJs(match_.unmatched);
}

JsAmbiguousNames MatchHandle::ambiguous() const {
  auto array = val::array();
  for (const AmbiguousName& name : match_.ambiguous) {
    std::vector<std::uint32_t> lines;
    for (const std::uint32_t row : name.rows) {
      lines.push_back(file_->lineOf(row));
    }
    push(array, val(AmbiguousNameRecord{.positions = toJs(name.failures), .lines = toJs(lines)}));
  }
  return JsAmbiguousNames(array);
}

std::vector<std::uint32_t> MatchHandle::positionsOf(const ViewHandle* view) const {
  const ReportView all(report_->data.failInfoList);
  const ReportView& shown = view == nullptr ? all : view->view();
  return shown.positions(0, shown.size());
}

JsOutcome MatchHandle::writeRetryFile(const ViewHandle* view, bool withAmbiguous, const JsSink& sink) const {
  return outcomeOf<JsOutcome>([&] {
    koodrive::writeRetryFile(*file_, rowsOf(match_, positionsOf(view), file_->rowCount(), withAmbiguous),
                             pieceSink(sink));
    return val::undefined();
  });
}

JsOutcome MatchHandle::writeReviewFile(const ViewHandle* view, const std::string& lineLabel,
                                       const std::string& reasonLabel, const JsSink& sink) const {
  return outcomeOf<JsOutcome>([&] {
    koodrive::writeReviewFile({.failures = report_->data.failInfoList,
                               .file = *file_,
                               .match = match_,
                               .column = column_.value_or(0),
                               .lineLabel = lineLabel,
                               .reasonLabel = reasonLabel},
                              positionsOf(view), pieceSink(sink));
    return val::undefined();
  });
}

}  // namespace koodrive
