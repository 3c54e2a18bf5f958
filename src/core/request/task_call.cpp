#include "core/request/task_call.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/request/header_value.hpp"
#include "core/request/limits.hpp"
#include "core/text/decimal.hpp"
#include "core/text/percent_encoding.hpp"
#include "core/text/utf8.hpp"

namespace koodrive {
namespace {

/// Checks a text that becomes part of the URL.
Result<void> checkUrlText(std::string_view text, std::string_view option) {
  if (text.empty()) {
    return std::unexpected(invalidRequest(ErrorReason::Required, option));
  }
  if (!isUtf8(text)) {
    return std::unexpected(invalidRequest(ErrorReason::InvalidUnicode, option));
  }
  for (std::string_view rest = text; !rest.empty(); rest.remove_prefix(sequenceLength(rest))) {
    if (beginsWithControl(rest)) {
      return std::unexpected(invalidRequest(ErrorReason::ControlCharacter, option));
    }
  }
  if (codePoints(text) > longestTaskId) {
    return std::unexpected(invalidRequest(ErrorReason::TooLong, option, longestTaskId));
  }
  return {};
}

/// Whether `taskId` as a segment of the path would make it the path of another call.
bool isOtherPath(std::string_view taskId) noexcept {
  constexpr std::array<std::string_view, 5> others = {".", "..", "create", "list", "result"};
  return std::ranges::find(others, taskId) != others.end();
}

std::string detailPath(std::string_view taskId) {
  return std::string(taskPath).append(percentEncoded(taskId));
}

std::string resultPath(const std::optional<std::string>& taskId) {
  std::string path = std::string(taskPath).append("result");
  if (taskId) {
    path.append("?taskId=").append(percentEncoded(*taskId));
  }
  return path;
}

Result<std::string> listPath(const TaskListFilter& filter) {
  const auto size = filter.pageSize.empty() ? std::optional(largestPageSize) : readDecimal(filter.pageSize);
  if (!size || *size < 1 || *size > largestPageSize) {
    return std::unexpected(invalidRequest(ErrorReason::OutOfRange, "pageSize", largestPageSize));
  }
  std::string path = std::string(taskPath).append("list");
  char separator = '?';
  for (const auto& [name, value] : {std::pair<std::string_view, std::string_view>("status", filter.status),
                                    {"pageSize", filter.pageSize},
                                    {"pageCursor", filter.pageCursor}}) {
    if (value.empty()) {
      continue;
    }
    if (auto checked = checkUrlText(value, name); !checked) {
      return std::unexpected(std::move(checked).error());
    }
    path.append(1, std::exchange(separator, '&')).append(name).append("=").append(percentEncoded(value));
  }
  return path;
}

}  // namespace

Result<std::string> pathAndQueryOf(TaskCall call, const std::optional<std::string>& taskId,
                                   const TaskListFilter& filter) {
  constexpr std::string_view option = "taskId";
  if (call == TaskCall::List) {
    return listPath(filter);
  }
  if (taskId || call == TaskCall::Detail) {
    if (auto checked = checkUrlText(taskId.value_or(""), option); !checked) {
      return std::unexpected(std::move(checked).error());
    }
  }
  if (call == TaskCall::Result) {
    return resultPath(taskId);
  }
  if (isOtherPath(*taskId)) {
    return std::unexpected(invalidRequest(ErrorReason::OutOfRange, option));
  }
  return detailPath(*taskId);
}

}  // namespace koodrive
