#pragma once

#include <emscripten/val.h>

#include <memory>
#include <string>

#include "browser/border/js_values.hpp"
#include "browser/border/outcome.hpp"
#include "browser/import_file/import_file_to_js.hpp"
#include "browser/report/report_handle.hpp"
#include "core/import_file/import_file.hpp"

namespace koodrive {

/// The bytes of a file: a Uint8Array.
EMSCRIPTEN_DECLARE_VAL_TYPE(JsFileBytes)
/// A file's text in UTF-8 without a byte order mark: a Uint8Array, or undefined if the file is UTF-8 itself.
EMSCRIPTEN_DECLARE_VAL_TYPE(JsFileText)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsImportFileOutcome)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsMatchOutcome)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsComparisonOutcome)

/// An import file as an Embind class; JavaScript must delete it.
class ImportFileHandle {
 public:
  explicit ImportFileHandle(ImportFile file) : file_(std::make_shared<const ImportFile>(std::move(file))) {}

  [[nodiscard]] JsTexts columns() const;
  [[nodiscard]] double rowCount() const;
  [[nodiscard]] std::string delimiter() const;

  /// Matches the failures of `report` with the rows; the outcome's value is a MatchHandle. `column` is
  /// undefined for the one that fits best.
  [[nodiscard]] JsMatchOutcome match(const ReportHandle& report, const JsOptionalNumber& column) const;

 private:
  std::shared_ptr<const ImportFile> file_;
};

/// Reads an import file; the outcome's value is an ImportFileHandle. An empty `delimiter` is found from the
/// file.
[[nodiscard]] JsImportFileOutcome openImportFile(const JsFileBytes& bytes, const JsFileText& text,
                                                 const JsFileEncoding& encoding,
                                                 const std::string& delimiter);

/// Compares the failures of two reports; the outcome's value is a ComparisonRecord.
[[nodiscard]] JsComparisonOutcome compareReports(const ReportHandle& report, const ReportHandle& earlier);

}  // namespace koodrive
