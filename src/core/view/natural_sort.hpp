#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/text/function_ref.hpp"

namespace koodrive {

/// Sorts `ids`, which ascend, by the natural order of the texts they stand for; equal texts keep their order,
/// with `descending` too. Takes up to 24 bytes of memory for each id while it runs, none where
/// they are in order, or exactly in reverse, already. Throws std::bad_alloc when
/// memory runs out; `ids` is unchanged then.
void naturalSort(std::span<std::uint32_t> ids, FunctionRef<std::string_view(std::uint32_t)> textOf,
                 bool descending);

}  // namespace koodrive
