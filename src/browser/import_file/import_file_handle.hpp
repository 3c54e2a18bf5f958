#pragma once

#include <emscripten/val.h>

#include <utility>

#include "browser/border/js_values.hpp"
#include "browser/border/outcome.hpp"
#include "browser/border/piece_sink.hpp"
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
  explicit ImportFileHandle(ImportFile file) : file_(std::move(file)) {}

  [[nodiscard]] double rowCount() const;
  /// The delimiter's character code.
  [[nodiscard]] double delimiter() const;
  /// The fields of the header, which is the record 0, or of a row, the records after it; none if there is no
  /// such record.
  [[nodiscard]] JsTexts fields(double record) const;
  /// By row: the 1-based line on which it begins.
  [[nodiscard]] JsNumbers lines() const;

  /// Matches the failures of `report` with the rows; the outcome's value is a JsMatch. `column` is undefined
  /// for the one that fits best.
  [[nodiscard]] JsMatchOutcome match(const ReportHandle& report, const JsOptionalNumber& column) const;

  /// Writes the file to correct and import again: see `writeRetryFile`.
  [[nodiscard]] JsOutcome writeRetryFile(const JsNumbers& rows, const JsSink& sink) const;

 private:
  ImportFile file_;
};

/// Reads an import file; the outcome's value is an ImportFileHandle. `encoding` is the place of its
/// `FileEncoding` among them; `delimiter` is its character code, 0 if it is to be found from the file.
[[nodiscard]] JsImportFileOutcome openImportFile(const JsFileBytes& bytes, const JsFileText& text,
                                                 double encoding, double delimiter);

/// Compares the failures of two reports; the outcome's value is a JsComparison.
[[nodiscard]] JsComparisonOutcome compareReports(const ReportHandle& report, const ReportHandle& earlier);

}  // namespace koodrive
