#include "core/text/percent_encoding.hpp"

#include "core/text/ascii.hpp"

namespace koodrive {

std::string percentEncoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (isUnreserved(c)) {
      encoded.push_back(c);
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded.push_back('%');
      encoded.push_back(digits[byte / digits.size()]);
      encoded.push_back(digits[byte % digits.size()]);
    }
  }
  return encoded;
}

}  // namespace koodrive
