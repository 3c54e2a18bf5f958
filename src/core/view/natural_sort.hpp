#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace koodrive {

/// Sorts `ids`, which must be in ascending order, by the natural order of their texts. Stable: equal texts
/// keep their order, also when `descending`. Temporarily uses 16 bytes of memory for each id. Throws
/// std::bad_alloc when memory runs out; `ids` is unchanged then.
void naturalSort(std::span<std::uint32_t> ids, const std::function<std::string_view(std::uint32_t)>& textOf,
                 bool descending);

}  // namespace koodrive
