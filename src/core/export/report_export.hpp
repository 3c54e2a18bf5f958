#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "core/report/import_report.hpp"
#include "core/view/report_view.hpp"

namespace koodrive {

enum class CsvKind : std::uint8_t {
  /// For spreadsheet programs: with a byte order mark and every field quoted. A field that begins like a
  /// formula
  /// (OWASP, CSV injection: = + - @, their full-width forms, TAB, CR, LF or NUL) gets an apostrophe before
  /// it.
  /// Absent and empty fields look the same.
  ForSpreadsheet,
  /// For other programs: texts are unchanged and quoted only where RFC 4180 requires it. An absent field has
  /// no
  /// characters, an empty one is `""`.
  Exact,
};

/// What an export writes at the end of each row, in its own syntax: further fields or members. Empty lists
/// and texts add nothing.
struct RowTails {
  std::string_view header = {};                 ///< at the end of the header
  std::span<const std::string_view> rows = {};  ///< by position

  [[nodiscard]] std::string_view at(std::uint32_t position) const {
    return position < rows.size() ? rows[position] : std::string_view();
  }
};

/// Receives a text piece by piece; each piece is valid only during the call.
using TextSink = std::function<void(std::string_view piece)>;

// Each export has two functions: one writes pieces of up to 64 KiB and so needs little memory, the other
// returns the whole text. The text is UTF-8. They throw std::bad_alloc when memory runs out, and whatever the
// sink throws. The view must have been made from the same rows.

/// Comma-separated values (RFC 4180) under the header `userName,desc`, each line with CR LF.
void writeCsv(const FailInfoColumns& rows, const ReportView& view, CsvKind kind, const TextSink& sink,
              const RowTails& tails = {});
[[nodiscard]] std::string toCsv(const FailInfoColumns& rows, const ReportView& view, CsvKind kind);

/// The report in KooDrive's response format (KooDrive API, "Example Responses"). Absent members stay absent;
/// unknown members are lost. A view of all rows decodes to the same data again. If the view omits rows, the
/// counts remain those of the response and failCount is always written, so readers can tell rows are missing.
/// `provenance` becomes a member of its own beside them unless it is null; the functions that return the text
/// take that of the report.
void writeJson(const ImportReport& report, const ReportView& view, const Provenance* provenance,
               const TextSink& sink, const RowTails& tails = {});
[[nodiscard]] std::string toJson(const ImportReport& report, const ReportView& view);
[[nodiscard]] std::string toJson(const ImportReport& report);

/// The rows at `positions` < rows.size() for the clipboard: name and reason separated by a tab, rows
/// separated by a line feed. Control characters become spaces, so that each row stays on one line. Formulas
/// get an apostrophe as in CsvKind::ForSpreadsheet. A field that begins with a quotation mark is quoted,
/// because spreadsheet programs would otherwise read up to the next quotation mark as one field.
[[nodiscard]] std::string toTsv(const FailInfoColumns& rows, std::span<const std::uint32_t> positions,
                                const RowTails& tails = {});

}  // namespace koodrive
