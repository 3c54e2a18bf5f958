#include "core/view/case_folding.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <cstdint>

#include "core/view/case_folding_table.hpp"

using namespace koodrive;

namespace {

constexpr char32_t lastCodePoint = 0x10FFFF;

}  // namespace

TEST_CASE("the case folding ranges fold exactly the letters that they were generated from") {
  std::size_t count = 0;
  std::uint32_t checksum = 0x811C9DC5;
  for (char32_t letter = 0; letter <= lastCodePoint; ++letter) {
    if (const char32_t folded = foldCase(letter); folded != letter) {
      ++count;
      for (const char32_t value : {letter, folded}) {
        checksum = (checksum ^ static_cast<std::uint32_t>(value)) * 0x01000193U;
      }
    }
  }
  CHECK(count == foldedLetterCount);
  CHECK(checksum == foldedLetterChecksum);
}

TEST_CASE("every letter is among its case variants, and all of them have the same variants") {
  bool same = true;
  for (char32_t letter = 0; letter <= 0x1FFFF; ++letter) {
    const CaseVariants variants = caseVariants(letter);
    bool itself = false;
    for (std::size_t index = 0; index < variants.count; ++index) {
      itself = itself || variants.letters[index] == letter;
      same = same && foldCase(variants.letters[index]) == foldCase(letter) &&
             caseVariants(variants.letters[index]).count == variants.count;
    }
    same = same && itself && foldCase(foldCase(letter)) == foldCase(letter);
  }
  CHECK(same);
}

TEST_CASE("letters that differ only in case are equal, dotted and dotless i are not") {
  const auto equal = [](char32_t left, char32_t right) { return foldCase(left) == foldCase(right); };
  CHECK(equal(U'A', U'a'));
  CHECK(equal(U'k', U'\u212A'));       // kelvin sign
  CHECK(equal(U's', U'\u017F'));       // long s
  CHECK(equal(U'\u00DF', U'\u1E9E'));  // sharp s, small and capital
  CHECK(equal(U'\u03C3', U'\u03C2'));  // sigma, also at a word's end
  CHECK(equal(U'\u03A9', U'\u2126'));  // ohm sign
  CHECK(equal(U'\uFF21', U'\uFF41'));  // full-width
  CHECK(equal(U'\U00010400', U'\U00010428'));
  CHECK_FALSE(equal(U'i', U'\u0130'));  // dotted and
  CHECK_FALSE(equal(U'I', U'\u0131'));  // dotless i keep apart
  CHECK_FALSE(equal(U'\u00E9', U'e'));
  CHECK_FALSE(equal(U'\u5F20', U'\u5F21'));
}
