#include "core/view/case_folding.hpp"

#include <algorithm>
#include <iterator>

#include "core/view/case_folding_table.hpp"

namespace koodrive {
namespace {

char32_t moved(char32_t letter, std::int32_t distance) noexcept {
  return static_cast<char32_t>(static_cast<std::int32_t>(letter) + distance);
}

/// Whether `range` contains `letter`.
bool holds(const CaseFoldingRange& range, char32_t letter) noexcept {
  if (letter < range.first) {
    return false;
  }
  const char32_t distance = letter - range.first;
  const auto step = static_cast<char32_t>(range.step);
  return distance % step == 0 && distance / step < range.count;
}

}  // namespace

char32_t foldCase(char32_t letter) noexcept {
  const auto after = std::ranges::upper_bound(caseFoldingRanges, letter, {},
                                              [](const auto& range) { return char32_t{range.first}; });
  if (after != std::begin(caseFoldingRanges) && holds(*std::prev(after), letter)) {
    return moved(letter, std::prev(after)->delta);
  }
  return letter;
}

CaseVariants caseVariants(char32_t letter) noexcept {
  const char32_t folded = foldCase(letter);
  CaseVariants variants{.letters = {folded}, .count = 1};
  for (const CaseFoldingRange& range : caseFoldingRanges) {
    const char32_t source = moved(folded, -range.delta);
    if (holds(range, source)) {
      variants.letters[variants.count++] = source;
    }
  }
  return variants;
}

}  // namespace koodrive
