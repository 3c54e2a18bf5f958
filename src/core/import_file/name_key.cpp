#include "core/import_file/name_key.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "core/text/ascii.hpp"
#include "core/text/utf8.hpp"
#include "core/view/case_folding.hpp"

namespace koodrive {
namespace {

/// Whether `letter` is White_Space (PropList.txt) or has no width.
bool isBlank(char32_t letter) noexcept {
  constexpr std::array<char32_t, 15> others = {0x20,   0x85,   0xA0,   0x1680, 0x180E, 0x2028, 0x2029, 0x202F,
                                               0x205F, 0x2060, 0x3000, 0xFEFF, 0x200B, 0x200C, 0x200D};
  return (0x09 <= letter && letter <= 0x0D) || (0x2000 <= letter && letter <= 0x200A) ||
         std::ranges::find(others, letter) != others.end();
}

char32_t foldWidth(char32_t letter) noexcept {
  constexpr char32_t firstFullWidth = 0xFF01;
  constexpr char32_t lastFullWidth = 0xFF5E;
  return firstFullWidth <= letter && letter <= lastFullWidth ? letter - firstFullWidth + U'!' : letter;
}

std::string_view firstLetter(std::string_view text) noexcept {
  return text.substr(0, std::max(sequenceLength(text), std::size_t{1}));
}

std::string_view lastLetter(std::string_view text) noexcept {
  std::size_t start = text.size() - 1;
  while (start > 0 && sequenceLength(text.substr(start)) == 0) {
    --start;
  }
  return text.substr(start);
}

std::string_view withoutBlanks(std::string_view text) noexcept {
  while (!text.empty() && isBlank(codePointOf(firstLetter(text)))) {
    text.remove_prefix(firstLetter(text).size());
  }
  while (!text.empty() && isBlank(codePointOf(lastLetter(text)))) {
    text.remove_suffix(lastLetter(text).size());
  }
  return text;
}

}  // namespace

std::string nameKey(std::string_view name) {
  std::string key;
  for (std::string_view rest = withoutBlanks(name); !rest.empty();) {
    const std::string_view letter = firstLetter(rest);
    rest.remove_prefix(letter.size());
    if (isAscii(letter.front())) {
      key.push_back(toLower(letter.front()));
      continue;
    }
    std::array<char, 4> bytes = {};
    const std::size_t length = encodeUtf8(foldCase(foldWidth(codePointOf(letter))), bytes);
    key.append(bytes.data(), length);
  }
  return key;
}

bool isName(const std::optional<std::string_view>& text) noexcept {
  return text && !withoutBlanks(*text).empty();
}

std::string_view withoutDomain(std::string_view name) noexcept {
  const std::size_t at = name.rfind('@');
  return at == std::string_view::npos || at == 0 ? name : name.substr(0, at);
}

}  // namespace koodrive
