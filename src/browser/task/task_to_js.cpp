#include "browser/task/task_to_js.hpp"

#include <utility>

#include "browser/border/js_object.hpp"
#include "browser/border/js_values.hpp"
#include "browser/border/outcome.hpp"
#include "core/task/task_decoder.hpp"
#include "core/text/enum_names.hpp"

namespace koodrive {

using emscripten::val;

namespace {

val toJs(const TaskInfo& task) {
  JsObject object;
  const auto setText = [&object](const char* name, const std::optional<std::string>& text) {
    object.set(name, text ? std::optional(std::string_view(*text)) : std::nullopt);
  };
  const auto setNumber = [&object](const char* name, std::optional<std::int64_t> number) {
    object.set(name, number ? val(static_cast<double>(*number)) : val::undefined());
  };
  setText("taskId", task.taskId);
  setText("taskName", task.taskName);
  setText("tenantId", task.tenantId);
  setText("userId", task.userId);
  setText("resultCode", task.resultCode);
  setText("locale", task.locale);
  setNumber("taskType", task.taskType);
  object.set("status", toString(statusOf(task)));
  setNumber("statusCode", task.status);
  setNumber("createTime", task.createTime);
  setNumber("startTime", task.startTime);
  setNumber("endTime", task.endTime);
  return object.as<val>();
}

}  // namespace

std::string taskType() {
  return "{ taskId: string | undefined, taskName: string | undefined, tenantId: string | undefined,"
         " userId: string | undefined, resultCode: string | undefined, locale: string | undefined,"
         " taskType: number | undefined, statusCode: number | undefined, createTime: number | undefined,"
         " startTime: number | undefined, endTime: number | undefined, status: " +
         unionOf(namesOf<TaskStatus>()) + " }";
}

std::string taskListType() {
  return "{ tasks: (" + taskType() + ")[], nextCursor: string | undefined }";
}

Result<val> taskToJs(std::span<const char> body, std::optional<std::int64_t> /*clockOffsetMs*/) {
  try {
    auto task = decodeTask(body);
    return task ? Result<val>(toJs(*task)) : std::unexpected(std::move(task).error());
  } catch (...) {
    return std::unexpected(outOfMemory());
  }
}

Result<val> taskListToJs(std::span<const char> body, std::optional<std::int64_t> /*clockOffsetMs*/) {
  try {
    const auto list = decodeTaskList(body);
    if (!list) {
      return std::unexpected(list.error());
    }
    const auto tasks = val::array();
    for (const auto& task : list->tasks) {
      push(tasks, toJs(task));
    }
    return JsObject().set("tasks", tasks).set("nextCursor", presentText(list->nextCursor)).as<val>();
  } catch (...) {
    return std::unexpected(outOfMemory());
  }
}

}  // namespace koodrive
