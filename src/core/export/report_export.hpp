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
  /// For spreadsheet programs: with a byte order mark and every field quoted; a field that such a program
  /// would take
  /// for a formula (OWASP, CSV injection: it begins with = + - @, their full-width forms, TAB, CR, LF or NUL)
  /// gets an
  /// apostrophe before it. Absent and empty look the same.
  ForSpreadsheet,
  /// For other programs: the texts as they are, quoted only where they must be. Absent is nothing, empty is
  /// `""`.
  Exact,
};

/// Takes a text piece by piece; a piece is only borrowed.
using TextSink = std::function<void(std::string_view piece)>;

// Each export exists twice: in pieces of up to 64 KiB, which needs hardly any memory of its own, and in one
// text. All are UTF-8. They throw std::bad_alloc when memory runs out, and what the sink throws. A view must
// be of the report's own rows.

/// Comma-separated values (RFC 4180) under the header `userName,desc`, each line with CR LF.
void writeCsv(const FailInfoColumns& rows, const ReportView& view, CsvKind kind, const TextSink& sink);
[[nodiscard]] std::string toCsv(const FailInfoColumns& rows, const ReportView& view, CsvKind kind);

/// The answer in the vendor's shape (KooDrive API, "Example Responses"); what was absent stays absent,
/// members that are not known are not kept. With the rows of all it decodes to the same data again. Where
/// rows are left out, the counts stay those of the answer and failCount is always given, so that the text
/// tells it is a part.
void writeJson(const ImportReport& report, const ReportView& view, const TextSink& sink);
[[nodiscard]] std::string toJson(const ImportReport& report, const ReportView& view);
[[nodiscard]] std::string toJson(const ImportReport& report);

/// The rows at `positions` < rows.size() for the clipboard: name and reason with a tab between them, a line
/// feed between rows. A control character becomes a space, so that a row stays a line; formulas are made
/// harmless as in CsvKind::ForSpreadsheet; a field that begins with a quotation mark is quoted, because
/// spreadsheet programs would read on to the next one.
[[nodiscard]] std::string toTsv(const FailInfoColumns& rows, std::span<const std::uint32_t> positions);

}  // namespace koodrive
