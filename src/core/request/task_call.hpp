#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/error.hpp"

namespace koodrive {

/// Where KooDrive's calls about tasks begin, below the endpoint's path prefix. (KooDrive API, "URI")
inline constexpr std::string_view taskPath = "/koodrive/ose/v1/task/";

/// The calls that this project makes.
enum class TaskCall : std::uint8_t {
  Result,  ///< what an import brought: getTaskResult
  Detail,  ///< one task: getTaskDetail
  List,    ///< tasks: getTaskList
};

/// Which tasks to list. What is empty is not sent, so that KooDrive's defaults apply.
struct TaskListFilter {
  std::string status{};      ///< a number, one alone: how several are written is not documented
  std::string pageSize{};    ///< 1 to `largestPageSize`
  std::string pageCursor{};  ///< `nextCursor` of the page before; empty: the first page
};

inline constexpr std::uint64_t largestPageSize = 100;

/// The path and query of the call, percent-encoded (RFC 3986), to be appended to the endpoint's path prefix.
/// `taskId` may be absent for `Result`, must not for `Detail`, and does not matter to `List`; the filter
/// matters to `List` alone. Errors: InvalidRequest naming `taskId`, `status`, `pageSize` or `pageCursor`.
[[nodiscard]] Result<std::string> pathAndQueryOf(TaskCall call, const std::optional<std::string>& taskId,
                                                 const TaskListFilter& filter);

}  // namespace koodrive
