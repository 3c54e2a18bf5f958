#pragma once

#include <optional>
#include <string_view>

#include "core/decode/task_result_sax.hpp"
#include "core/error.hpp"

namespace koodrive {

/// Parses the body of an answer and passes its events to `sax`. Returns MalformedResponse for a body that is
/// not valid JSON, with `position` unless it is empty.
[[nodiscard]] std::optional<Error> readAnswer(std::string_view body, TaskResultSax& sax);

}  // namespace koodrive
