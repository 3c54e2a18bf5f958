#pragma once

#include <array>
#include <cstddef>

namespace koodrive {

/// `letter` by Unicode's simple case folding, so that letters are equal whatever their case exactly where
/// their foldings are; what has no case comes back as it is. (CaseFolding.txt, C and S; ECMAScript's flags
/// `i` and `u`. What stands for a class is one of its letters, not always the one that CaseFolding.txt
/// names.)
[[nodiscard]] char32_t foldCase(char32_t letter) noexcept;

/// The letters that fold alike, at least one.
struct CaseVariants {
  std::array<char32_t, 4> letters = {};
  std::size_t count = 0;
};

/// All letters that are equal to `letter` whatever their case, itself included.
[[nodiscard]] CaseVariants caseVariants(char32_t letter) noexcept;

}  // namespace koodrive
