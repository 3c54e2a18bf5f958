#pragma once

#include <cstdio>
#include <cstdlib>

namespace koodrive {

/// Aborts the program if a property does not hold; the fuzzer then saves the input.
inline void check(bool holds, const char* property) {
  if (!holds) {
    std::fputs(property, stderr);
    std::abort();
  }
}

}  // namespace koodrive
