#pragma once

#include <cstddef>
#include <cstdint>

namespace koodrive {

/// `count` letters starting at `first`, `step` apart; each folds to the letter at its code point plus
/// `delta`.
struct CaseFoldingRange {
  std::uint32_t first : 24;
  std::uint32_t count : 8;
  std::int32_t step : 8;
  std::int32_t delta : 24;
};

#include "core/view/case_folding_ranges.inc"

}  // namespace koodrive
