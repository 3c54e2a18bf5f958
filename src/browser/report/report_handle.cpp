#include "browser/report/report_handle.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "browser/border/guarded.hpp"
#include "browser/border/js_object.hpp"
#include "browser/border/js_values.hpp"
#include "core/decode/task_result_decoder.hpp"
#include "core/export/report_export.hpp"
#include "core/report/reason_patterns.hpp"
#include "core/report/report_findings.hpp"

namespace koodrive {

using emscripten::val;

namespace {

std::vector<std::uint32_t> numbersOf(const val& array) {
  return emscripten::convertJSArrayToNumberVector<std::uint32_t>(array);
}

/// Row tails and the text that they are parts of.
class ReadTails {
 public:
  explicit ReadTails(const JsText& lines) : text_(textFrom(lines)) {
    std::string_view rest = text_;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
      texts_.push_back(rest.substr(0, end));
      rest.remove_prefix(end + 1);
    }
  }

  [[nodiscard]] RowTails tails() const {
    return texts_.empty() ? RowTails()
                          : RowTails{.header = texts_.front(), .rows = std::span(texts_).subspan(1)};
  }

 private:
  std::string text_;
  std::vector<std::string_view> texts_;
};

}  // namespace

Result<std::unique_ptr<ReportHandle>> decodeReport(std::span<const char> body,
                                                   std::optional<std::int64_t> clockOffsetMs) {
  try {
    auto report = decodeTaskResult(body);
    if (!report) {
      return std::unexpected(std::move(report.error()));
    }
    if (clockOffsetMs) {
      report->warnings.push_back(
          {.kind = Warning::Kind::ClockCorrected, .offsetMilliseconds = *clockOffsetMs});
    }
    return std::make_unique<ReportHandle>(std::move(*report));
  } catch (...) {
    return std::unexpected(outOfMemory());
  }
}

ReportHandle::ReportHandle(ImportReport report)
    : report_(std::make_shared<const ImportReport>(std::move(report))),
      reasonOrder_(report_->data.failInfoList.reasonsByCount()) {}

ResultRecord ReportHandle::result() const {
  return {.successCount = toJs(report_->data.successCount),
          .failCount = static_cast<double>(report_->data.failCount)};
}

double ReportHandle::failInfoCount() const {
  return static_cast<double>(report_->data.failInfoList.size());
}

JsFailInfoList ReportHandle::failInfoList(double offset, double count) const {
  const auto& list = report_->data.failInfoList;
  const auto size = failInfoCount();
  const auto begin = static_cast<std::size_t>(std::clamp(offset, 0.0, size));
  const auto end =
      begin + static_cast<std::size_t>(std::clamp(count, 0.0, size - static_cast<double>(begin)));
  auto array = val::array();
  for (auto position = begin; position < end; ++position) {
    push(array, val(toJs(list.at(position))));
  }
  return JsFailInfoList(array);
}

JsWarnings ReportHandle::warnings() const {
  auto array = val::array();
  for (const auto& warning : report_->warnings) {
    push(array, toJs(warning));
  }
  try {
    for (const auto& warning : findings(*report_)) {
      push(array, toJs(warning));
    }
  } catch (...) {
    // Findings are optional: when memory runs out, the report is shown with its other warnings only.
    return JsWarnings(array);
  }
  return JsWarnings(array);
}

JsReasons ReportHandle::reasons() const {
  auto array = val::array();
  for (const auto id : reasonOrder_) {
    push(array, val(toJs(report_->data.failInfoList.reason(id))));
  }
  return JsReasons(array);
}

JsReasonPatterns ReportHandle::reasonPatterns() const {
  std::vector<std::uint32_t> placeOf(reasonOrder_.size());
  for (std::uint32_t place = 0; place < reasonOrder_.size(); ++place) {
    placeOf[reasonOrder_[place]] = place;
  }
  auto array = val::array();
  for (const auto& found : findReasonPatterns(report_->data.failInfoList)) {
    auto places = val::array();
    for (const auto id : found.reasons) {
      push(places, val(placeOf[id]));
    }
    push(array, val(ReasonPatternRecord{.pattern = toJs(std::string_view(found.pattern)),
                                        .count = static_cast<double>(found.count),
                                        .reasons = JsPlaces(places)}));
  }
  return JsReasonPatterns(array);
}

JsProvenance ReportHandle::provenance() const {
  return toJs(report_->provenance.value_or(Provenance{}));
}

JsViewOutcome ReportHandle::view(const ViewRecord& record, const JsOptionalPlaces& reasons,
                                 const JsOptionalRanks& reasonRanks, const JsOptionalRanks& positions,
                                 const JsOptionalRanks& lines) const {
  return outcomeOf<JsViewOutcome>([&] {
    std::vector<FailInfoColumns::ReasonId> ids;
    std::vector<std::uint32_t> wanted;
    std::vector<std::uint32_t> lineOf;
    std::vector<std::uint32_t> ranks;
    const auto search = textFrom(record.search);
    ViewOptions options{.search = search,
                        .noted = warningKindFrom(textFrom(record.noted)),
                        .sortBy = sortByFrom(record.sortBy),
                        .descending = record.descending};
    if (!reasons.isUndefined()) {
      for (const auto place : numbersOf(reasons)) {
        if (place < reasonOrder_.size()) {
          ids.push_back(reasonOrder_[place]);
        }
      }
      options.reasons = ids;
    }
    if (!reasonRanks.isUndefined()) {
      const auto rankOfPlace = numbersOf(reasonRanks);
      ranks.resize(reasonOrder_.size());
      for (std::size_t place = 0; place < std::min(rankOfPlace.size(), ranks.size()); ++place) {
        ranks[reasonOrder_[place]] = rankOfPlace[place];
      }
      options.reasonRanks = ranks;
    }
    if (!positions.isUndefined()) {
      wanted = numbersOf(positions);
      options.positions = wanted;
    }
    if (!lines.isUndefined()) {
      lineOf = numbersOf(lines);
      options.lines = lineOf;
    }
    return val(std::make_unique<ViewHandle>(report_, ReportView(report_->data.failInfoList, options)));
  });
}

JsOutcome ReportHandle::writeCsv(const ViewHandle* view, bool forSpreadsheet, const JsText& tails,
                                 const JsSink& sink) const {
  return outcomeOf<JsOutcome>([&] {
    const ReadTails read(tails);
    const auto& rows = report_->data.failInfoList;
    const auto kind = forSpreadsheet ? CsvKind::ForSpreadsheet : CsvKind::Exact;
    koodrive::writeCsv(rows, view == nullptr ? ReportView(rows) : view->view(), kind, pieceSink(sink),
                       read.tails());
    return val::undefined();
  });
}

JsOutcome ReportHandle::writeJson(const ViewHandle* view, const JsProvenance& provenance, const JsText& tails,
                                  const JsSink& sink) const {
  return outcomeOf<JsOutcome>([&] {
    const ReadTails read(tails);
    const auto& rows = report_->data.failInfoList;
    const auto from = provenanceFrom(provenance);
    koodrive::writeJson(*report_, view == nullptr ? ReportView(rows) : view->view(), &from, pieceSink(sink),
                        read.tails());
    return val::undefined();
  });
}

JsTextOutcome ReportHandle::toTsv(const JsPositions& positions, const JsText& tails) const {
  return outcomeOf<JsTextOutcome>([&] {
    const ReadTails read(tails);
    const auto& rows = report_->data.failInfoList;
    auto wanted = numbersOf(positions);
    std::erase_if(wanted, [&rows](std::uint32_t position) { return position >= rows.size(); });
    return val(toJs(std::string_view(koodrive::toTsv(rows, wanted, read.tails()))));
  });
}

}  // namespace koodrive
