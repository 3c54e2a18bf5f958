#include "core/export/table_text.hpp"

#include <algorithm>
#include <string>

#include "core/text/ascii.hpp"

namespace koodrive {
namespace {

/// Whether a spreadsheet program would take `text` for a formula. (OWASP, CSV injection)
bool beginsFormula(std::string_view text) noexcept {
  if (text.empty()) {
    return false;
  }
  switch (text.front()) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case '\0':
      return true;
    case '\xEF':  // lead byte of the full-width = + - @
      return text.starts_with("\uFF1D") || text.starts_with("\uFF0B") || text.starts_with("\uFF0D") ||
             text.starts_with("\uFF20");
    default:
      return false;
  }
}

/// Writes `text` with every quotation mark doubled. (RFC 4180, section 2.7)
void putDoubled(std::string_view text, PieceWriter& out) {
  for (std::size_t mark = text.find('"'); mark != std::string_view::npos; mark = text.find('"')) {
    out.put(text.substr(0, mark + 1));
    out.put('"');
    text.remove_prefix(mark + 1);
  }
  out.put(text);
}

}  // namespace

void putForSpreadsheet(const Field& field, PieceWriter& out) {
  const std::string_view text = field.value_or(std::string_view());
  out.put('"');
  if (beginsFormula(text)) {
    out.put('\'');
  }
  putDoubled(text, out);
  out.put('"');
}

void putExact(const Field& field, PieceWriter& out) {
  if (!field) {
    return;
  }
  constexpr auto needsQuotes = [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; };
  if (!field->empty() && std::ranges::none_of(*field, needsQuotes)) {
    out.put(*field);
    return;
  }
  out.put('"');
  putDoubled(*field, out);
  out.put('"');
}

void putForClipboard(const Field& field, PieceWriter& out) {
  std::string text(field.value_or(std::string_view()));
  const bool isFormula = beginsFormula(text);
  std::ranges::replace_if(text, isControl, ' ');
  if (isFormula) {
    out.put('\'');
    out.put(text);
  } else if (text.starts_with('"')) {
    out.put('"');
    putDoubled(text, out);
    out.put('"');
  } else {
    out.put(text);
  }
}

}  // namespace koodrive
