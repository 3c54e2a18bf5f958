#pragma once

#include <string_view>

#include "core/decode/task_result_sax.hpp"

namespace koodrive {

/// Reads `body`, JSON text in UTF-8 with or without a byte order mark, by nlohmann/json into `sax`. Returns
/// whether it is whole, up to its very end; what came before a fault has been received all the same. Throws
/// std::bad_alloc when memory runs out.
[[nodiscard]] bool readJson(std::string_view body, TaskResultSax& sax);

}  // namespace koodrive
