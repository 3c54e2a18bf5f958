#include "core/export/json_text.hpp"

#include <algorithm>

namespace koodrive {
namespace {

bool mustBeEscaped(char c) noexcept {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

void putEscaped(char c, PieceWriter& out) {
  constexpr std::string_view digits = "0123456789abcdef";
  constexpr std::string_view named = "\"\\\b\f\n\r\t";
  constexpr std::string_view names = "\"\\bfnrt";
  out.put('\\');
  if (const std::size_t at = named.find(c); at != std::string_view::npos) {
    out.put(names[at]);
    return;
  }
  const auto value = static_cast<unsigned char>(c);
  out.put("u00");
  out.put(digits[value >> 4U]);
  out.put(digits[value & 0xFU]);
}

}  // namespace

void putJsonString(std::string_view text, PieceWriter& out) {
  out.put('"');
  while (!text.empty()) {
    const auto special = std::ranges::find_if(text, mustBeEscaped);
    const auto plain = static_cast<std::size_t>(special - text.begin());
    out.put(text.substr(0, plain));
    if (plain == text.size()) {
      break;
    }
    putEscaped(*special, out);
    text.remove_prefix(plain + 1);
  }
  out.put('"');
}

}  // namespace koodrive
