#pragma once

#include <array>
#include <cstddef>

namespace koodrive {

/// `letter` after Unicode simple case folding (CaseFolding.txt, C and S), so that two letters fold alike
/// exactly if ECMAScript's flags `i` and `u` match them. A letter without case is returned unchanged. The
/// result is always one of the equal letters, but not always the one that CaseFolding.txt maps to.
[[nodiscard]] char32_t foldCase(char32_t letter) noexcept;

/// The letters that fold to the same letter; at least one.
struct CaseVariants {
  std::array<char32_t, 4> letters = {};
  std::size_t count = 0;
};

/// All letters that equal `letter` when case is ignored, including itself.
[[nodiscard]] CaseVariants caseVariants(char32_t letter) noexcept;

}  // namespace koodrive
