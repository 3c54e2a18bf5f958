#include "browser/import_file/import_file_handle.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "browser/border/guarded.hpp"
#include "core/import_file/failed_rows.hpp"
#include "core/import_file/file_match.hpp"

namespace koodrive {

using emscripten::val;

namespace {

std::string copied(const val& bytes) {
  std::string copy(bytes["byteLength"].as<std::size_t>(), '\0');
  val(emscripten::typed_memory_view(copy.size(), copy.data())).call<void>("set", bytes);
  return copy;
}

}  // namespace

double ImportFileHandle::rowCount() const {
  return static_cast<double>(file_.rowCount());
}

double ImportFileHandle::delimiter() const {
  return static_cast<unsigned char>(file_.delimiter());
}

JsTexts ImportFileHandle::fields(double record) const {
  if (record > rowCount()) {
    return JsTexts(val::array());
  }
  return toJs(record == 0 ? file_.header() : file_.fieldsOf(static_cast<std::size_t>(record) - 1));
}

JsNumbers ImportFileHandle::lines() const {
  std::vector<std::uint32_t> lines(file_.rowCount());
  for (std::size_t row = 0; row < lines.size(); ++row) {
    lines[row] = file_.lineOf(row);
  }
  return toJs(lines);
}

JsMatchOutcome ImportFileHandle::match(const ReportHandle& report, const JsOptionalNumber& column) const {
  return outcomeOf<JsMatchOutcome>([&] {
    const auto& failures = report.report()->data.failInfoList;
    const auto chosen =
        column.isUndefined() ? columnOfNames(failures, file_) : std::optional(column.as<std::size_t>());
    return toJs(matchFile(failures, file_, chosen), chosen);
  });
}

JsOutcome ImportFileHandle::writeRetryFile(const JsNumbers& rows, const JsSink& sink) const {
  return outcomeOf<JsOutcome>([&] {
    koodrive::writeRetryFile(file_, emscripten::convertJSArrayToNumberVector<std::uint32_t>(rows),
                             pieceSink(sink));
    return val::undefined();
  });
}

JsImportFileOutcome openImportFile(const JsFileBytes& bytes, const JsFileText& text, double encoding,
                                   double delimiter) {
  try {
    auto file = ImportFile::read({.bytes = copied(bytes),
                                  .encoding = static_cast<FileEncoding>(encoding),
                                  .text = text.isUndefined() ? std::string() : copied(text)},
                                 delimiter == 0 ? std::nullopt : std::optional(static_cast<char>(delimiter)));
    return file ? succeeded<JsImportFileOutcome>(val(std::make_unique<ImportFileHandle>(*std::move(file))))
                : failed<JsImportFileOutcome>(file.error());
  } catch (...) {
    return failed<JsImportFileOutcome>(outOfMemory());
  }
}

JsComparisonOutcome compareReports(const ReportHandle& report, const ReportHandle& earlier) {
  return outcomeOf<JsComparisonOutcome>([&] {
    return toJs(compareRuns(report.report()->data.failInfoList, earlier.report()->data.failInfoList));
  });
}

}  // namespace koodrive
