#include "core/request/http.hpp"

#include <algorithm>

#include "core/text/ascii.hpp"

namespace koodrive {

std::string_view trimmed(std::string_view text, std::string_view blanks) noexcept {
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  return text.substr(0, text.find_last_not_of(blanks) + 1);
}

std::optional<std::string_view> headerIn(std::string_view lines, std::string_view lowerCaseName) {
  while (!lines.empty()) {
    const auto line = lines.substr(0, lines.find('\n'));
    const auto name = line.substr(0, line.find(':'));
    if (name.size() < line.size() && toLower(name) == lowerCaseName) {
      return trimmed(line.substr(name.size() + 1));
    }
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
  }
  return std::nullopt;
}

}  // namespace koodrive
