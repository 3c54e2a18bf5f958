#include "core/decode/server_text.hpp"

#include <algorithm>

#include "core/text/utf8.hpp"

namespace koodrive {

std::string shortServerText(std::string_view text, std::size_t longest) {
  std::string result;
  while (!text.empty()) {
    const std::size_t length = std::max(sequenceLength(text), std::size_t{1});
    if (result.size() + length > longest) {
      break;
    }
    if (beginsWithControl(text)) {
      result.push_back(' ');
    } else {
      result.append(text.substr(0, length));
    }
    text.remove_prefix(length);
  }
  return result;
}

}  // namespace koodrive
