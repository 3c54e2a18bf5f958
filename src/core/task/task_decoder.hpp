#pragma once

#include <cstdint>
#include <span>

#include "core/error.hpp"
#include "core/task/task_info.hpp"

namespace koodrive {

/// An answer about tasks.
enum class TaskAnswer : std::uint8_t {
  Task,  ///< to getTaskDetail: the members of one task beside `code` and `msg`
  List,  ///< to getTaskList: `taskList` in KooDrive's table, `taskListDtos` in its example
};

/// Decodes the body of a 2xx answer; that of one task becomes a list of one. Members may be absent or null;
/// unknown ones are ignored; of one that comes twice the last counts. Errors: MalformedResponse (syntax
/// faults with `position`, shape faults with `pointer`) and Api (`code` other than 0). Throws only
/// std::bad_alloc.
[[nodiscard]] Result<TaskList> decodeTasks(TaskAnswer answer, std::span<const char> body);

}  // namespace koodrive
