#include "core/task/task_info.hpp"

namespace koodrive {

std::string_view toString(TaskStatus status) noexcept {
  switch (status) {
    case TaskStatus::New:
      return "new";
    case TaskStatus::Executing:
      return "executing";
    case TaskStatus::Success:
      return "success";
    case TaskStatus::Failed:
      return "failed";
    case TaskStatus::Unknown:
      return "unknown";
  }
  return {};
}

TaskStatus statusOf(const TaskInfo& task) noexcept {
  constexpr auto known = static_cast<std::int64_t>(TaskStatus::Unknown);
  const auto number = task.status.value_or(known);
  return 0 <= number && number < known ? static_cast<TaskStatus>(number) : TaskStatus::Unknown;
}

}  // namespace koodrive
