#pragma once

#include <optional>
#include <string_view>

#include "core/text/piece_writer.hpp"

// Writes the fields of comma- and tab-separated values.
namespace koodrive {

/// A field's text; an absent field differs from an empty one.
using Field = std::optional<std::string_view>;

/// Writes `field` quoted, with an apostrophe before a text that a spreadsheet program would take for a
/// formula.
void putForSpreadsheet(const Field& field, PieceWriter& out);

/// Writes `field` unchanged, quoted only where RFC 4180 requires it.
void putExact(const Field& field, PieceWriter& out);

/// Writes `field` on one line, with an apostrophe before a text that a spreadsheet program would take for a
/// formula.
void putForClipboard(const Field& field, PieceWriter& out);

}  // namespace koodrive
