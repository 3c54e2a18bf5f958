#pragma once

#include <cstddef>
#include <cstdint>

namespace koodrive {

/// `count` letters from `first`, each `step` after the one before, that fold to the letter `delta` further
/// on.
struct CaseFoldingRange {
  std::uint32_t first : 24;
  std::uint32_t count : 8;
  std::int32_t step : 8;
  std::int32_t delta : 24;
};

#include "core/view/case_folding_ranges.inc"

}  // namespace koodrive
