#include "browser/import_file/import_file_handle.hpp"

#include <cstddef>
#include <optional>
#include <utility>

#include "browser/border/guarded.hpp"
#include "browser/import_file/match_handle.hpp"
#include "core/import_file/file_match.hpp"
#include "core/import_file/run_comparison.hpp"

namespace koodrive {

using emscripten::val;

namespace {

std::string copied(const val& bytes) {
  std::string copy(bytes["byteLength"].as<std::size_t>(), '\0');
  val(emscripten::typed_memory_view(copy.size(), copy.data())).call<void>("set", bytes);
  return copy;
}

}  // namespace

JsTexts ImportFileHandle::columns() const {
  return toJs(file_->columns());
}

double ImportFileHandle::rowCount() const {
  return static_cast<double>(file_->rowCount());
}

std::string ImportFileHandle::delimiter() const {
  return {file_->delimiter()};
}

JsMatchOutcome ImportFileHandle::match(const ReportHandle& report, const JsOptionalNumber& column) const {
  return outcomeOf<JsMatchOutcome>([&] {
    const auto& failures = report.report()->data.failInfoList;
    const auto chosen =
        column.isUndefined() ? columnOfNames(failures, *file_) : std::optional(column.as<std::size_t>());
    return val(std::make_unique<MatchHandle>(report.report(), file_, chosen));
  });
}

JsImportFileOutcome openImportFile(const JsFileBytes& bytes, const JsFileText& text,
                                   const JsFileEncoding& encoding, const std::string& delimiter) {
  try {
    auto file = ImportFile::read({.bytes = copied(bytes),
                                  .encoding = fileEncodingFrom(encoding),
                                  .text = text.isUndefined() ? std::string() : copied(text)},
                                 delimiter.empty() ? std::nullopt : std::optional(delimiter.front()));
    return file ? succeeded<JsImportFileOutcome>(val(std::make_unique<ImportFileHandle>(*std::move(file))))
                : failed<JsImportFileOutcome>(file.error());
  } catch (...) {
    return failed<JsImportFileOutcome>(outOfMemory());
  }
}

JsComparisonOutcome compareReports(const ReportHandle& report, const ReportHandle& earlier) {
  return outcomeOf<JsComparisonOutcome>([&] {
    return val(toJs(compareRuns(report.report()->data.failInfoList, earlier.report()->data.failInfoList)));
  });
}

}  // namespace koodrive
