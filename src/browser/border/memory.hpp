#pragma once

#include <cstddef>
#include <memory>

namespace koodrive {

/// Allocates `size` bytes; returns null when memory runs out.
[[nodiscard]] std::unique_ptr<char[]> allocateBytes(std::size_t size);

}  // namespace koodrive
