#pragma once

#include <optional>
#include <string_view>

#include "core/text/piece_writer.hpp"

// Fields of tables as text: comma- and tab-separated values.
namespace koodrive {

/// Absent is not the empty string.
using Field = std::optional<std::string_view>;

/// Quoted, with an apostrophe before what a spreadsheet program would take for a formula.
void putForSpreadsheet(const Field& field, PieceWriter& out);

/// As it is, quoted where it must be.
void putExact(const Field& field, PieceWriter& out);

/// On one line, with an apostrophe before what a spreadsheet program would take for a formula.
void putForClipboard(const Field& field, PieceWriter& out);

}  // namespace koodrive
