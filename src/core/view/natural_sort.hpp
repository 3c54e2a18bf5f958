#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace koodrive {

/// Sorts `ids`, which ascend, by the natural order of the texts they stand for; equal texts keep their order,
/// with `descending` too. Takes 16 bytes of memory for each id while it runs. Throws std::bad_alloc when
/// memory runs out; `ids` is unchanged then.
void naturalSort(std::span<std::uint32_t> ids, const std::function<std::string_view(std::uint32_t)>& textOf,
                 bool descending);

}  // namespace koodrive
