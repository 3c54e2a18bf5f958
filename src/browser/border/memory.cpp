#include "browser/border/memory.hpp"

#include <new>

namespace koodrive {

std::unique_ptr<char[]> allocateBytes(std::size_t size) {
  try {
    return std::make_unique_for_overwrite<char[]>(size);
  } catch (...) {
    return nullptr;
  }
}

}  // namespace koodrive
