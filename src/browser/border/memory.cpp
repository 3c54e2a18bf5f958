#include "browser/border/memory.hpp"

#include <new>

namespace koodrive {

std::unique_ptr<char[]> allocateBytes(std::size_t size) {
  return std::unique_ptr<char[]>(new (std::nothrow) char[size]);
}

}  // namespace koodrive
