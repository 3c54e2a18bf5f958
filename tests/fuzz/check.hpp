#pragma once

#include <cstdio>
#include <cstdlib>

namespace koodrive {

/// Ends the program, so that the fuzzer keeps the input, where a property does not hold.
inline void check(bool holds, const char* property) {
  if (!holds) {
    std::fputs(property, stderr);
    std::abort();
  }
}

}  // namespace koodrive
