#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace koodrive {

enum class TaskStatus : std::uint8_t {
  New,
  Executing,
  Success,
  Failed,
  Unknown,  ///< a number that no page of KooDrive explains, or none
};

/// The status's name, `new`, `executing`, …; empty for a value that is no enumerator.
[[nodiscard]] std::string_view toString(TaskStatus status) noexcept;

/// A task, as the calls getTaskDetail and getTaskList describe it. Everything may be absent; null counts as
/// absent.
struct TaskInfo {
  std::optional<std::string> taskId{};
  std::optional<std::string> taskName{};
  std::optional<std::string> tenantId{};
  std::optional<std::string> userId{};      ///< KooDrive's internal one
  std::optional<std::string> resultCode{};  ///< why a task failed, `18xxxxxx`; no page explains the codes
  std::optional<std::string>
      locale{};  ///< country of who created the task, whose language its texts may be in
  std::optional<std::int64_t> taskType{};    ///< 0 transfer and deletion, 1 batch import of users
  std::optional<std::int64_t> status{};      ///< as sent; see `statusOf`
  std::optional<std::int64_t> createTime{};  ///< milliseconds since 1970, as the other times
  std::optional<std::int64_t> startTime{};
  std::optional<std::int64_t> endTime{};
  friend bool operator==(const TaskInfo&, const TaskInfo&) = default;
};

[[nodiscard]] TaskStatus statusOf(const TaskInfo& task) noexcept;

/// One page of a list.
struct TaskList {
  std::vector<TaskInfo> tasks;
  std::string nextCursor;  ///< for `TaskListFilter::pageCursor`; empty on the last page
};

}  // namespace koodrive
