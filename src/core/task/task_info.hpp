#pragma once

#include <array>
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

/// A task, as the calls getTaskDetail and getTaskList describe it. Every member may be absent: texts are
/// empty then.
struct TaskInfo {
  std::string taskId{};
  std::string taskName{};
  std::string tenantId{};
  std::string userId{};      ///< KooDrive's internal one
  std::string resultCode{};  ///< why a task failed, `18xxxxxx`; no page explains the codes
  std::string locale{};      ///< country of who created the task, whose language its texts may be in
  std::optional<std::int64_t> taskType{};    ///< 0 transfer and deletion, 1 batch import of users
  std::optional<std::int64_t> status{};      ///< as sent; see `statusOf`
  std::optional<std::int64_t> createTime{};  ///< milliseconds since 1970, as the other times
  std::optional<std::int64_t> startTime{};
  std::optional<std::int64_t> endTime{};
  friend bool operator==(const TaskInfo&, const TaskInfo&) = default;
};

/// A member of a task by its name in the answer.
struct TaskMember {
  enum class Type : std::uint8_t { Text, TextOrInteger, Integer, Time };
  const char* name = nullptr;
  Type type = Type::Text;
  std::string TaskInfo::* text = nullptr;                    ///< of the types Text and TextOrInteger
  std::optional<std::int64_t> TaskInfo::* number = nullptr;  ///< of the other types
};

inline constexpr std::array<TaskMember, 11> taskMembers{{
    {.name = "taskId", .type = TaskMember::Type::Text, .text = &TaskInfo::taskId},
    {.name = "taskName", .type = TaskMember::Type::Text, .text = &TaskInfo::taskName},
    {.name = "tenantId", .type = TaskMember::Type::Text, .text = &TaskInfo::tenantId},
    {.name = "userId", .type = TaskMember::Type::Text, .text = &TaskInfo::userId},
    {.name = "resultCode", .type = TaskMember::Type::TextOrInteger, .text = &TaskInfo::resultCode},
    {.name = "locale", .type = TaskMember::Type::Text, .text = &TaskInfo::locale},
    {.name = "taskType", .type = TaskMember::Type::Integer, .number = &TaskInfo::taskType},
    {.name = "status", .type = TaskMember::Type::Integer, .number = &TaskInfo::status},
    {.name = "createTime", .type = TaskMember::Type::Time, .number = &TaskInfo::createTime},
    {.name = "startTime", .type = TaskMember::Type::Time, .number = &TaskInfo::startTime},
    {.name = "endTime", .type = TaskMember::Type::Time, .number = &TaskInfo::endTime},
}};

[[nodiscard]] TaskStatus statusOf(const TaskInfo& task) noexcept;

/// One page of a list.
struct TaskList {
  std::vector<TaskInfo> tasks;
  std::string nextCursor;  ///< for `TaskListFilter::pageCursor`; empty on the last page
};

}  // namespace koodrive
