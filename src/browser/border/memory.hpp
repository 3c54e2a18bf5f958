#pragma once

#include <cstddef>
#include <memory>

namespace koodrive {

/// `size` bytes, or null where memory does not suffice.
[[nodiscard]] std::unique_ptr<char[]> allocateBytes(std::size_t size);

}  // namespace koodrive
