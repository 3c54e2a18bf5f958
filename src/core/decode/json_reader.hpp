#pragma once

#include <string_view>

#include "core/decode/task_result_sax.hpp"

namespace koodrive {

/// Parses `body`, JSON text in UTF-8 with or without a byte order mark, with nlohmann/json and passes the
/// events to `sax`. Returns whether all of `body` is valid; `sax` also receives the events before a fault.
/// Throws std::bad_alloc when memory runs out.
[[nodiscard]] bool readJson(std::string_view body, TaskResultSax& sax);

}  // namespace koodrive
