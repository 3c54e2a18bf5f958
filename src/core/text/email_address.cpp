#include "core/text/email_address.hpp"

#include "core/text/ascii.hpp"

namespace koodrive {

bool isOfLocalPart(char c) noexcept {
  return isAlphanumeric(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}

std::size_t endOfEmailAddress(std::string_view text, std::size_t at) noexcept {
  std::size_t end = at;
  for (std::size_t next = at + 1; next < text.size(); ++next) {
    const char c = text[next];
    if (isAlphanumeric(c)) {
      end = next + 1;
      continue;
    }
    const bool isWithinLabel = c == '-';
    const bool isBetweenLabels = c == '.' && end == next;
    if (end == at || (!isWithinLabel && !isBetweenLabels)) {
      break;
    }
  }
  return end;
}

}  // namespace koodrive
