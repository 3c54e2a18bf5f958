#pragma once

#include <span>

#include "core/error.hpp"
#include "core/task/task_info.hpp"

namespace koodrive {

// Both decode the body of a 2xx answer. Members may be absent or null; unknown ones are ignored; of one that
// comes twice the last counts. Errors: MalformedResponse (syntax faults with `position`, shape faults with
// `pointer`) and Api (`code` other than 0). Throw only std::bad_alloc.

/// The answer to getTaskDetail, whose members lie beside `code` and `msg`.
[[nodiscard]] Result<TaskInfo> decodeTask(std::span<const char> body);

/// The answer to getTaskList. The list is `taskList` in KooDrive's table and `taskListDtos` in its example.
[[nodiscard]] Result<TaskList> decodeTaskList(std::span<const char> body);

}  // namespace koodrive
