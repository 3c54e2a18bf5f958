#include "browser/task/task_to_js.hpp"

#include "browser/border/js_object.hpp"
#include "browser/border/js_values.hpp"
#include "browser/border/outcome.hpp"
#include "core/task/task_decoder.hpp"
#include "core/text/enum_names.hpp"

namespace koodrive {

using emscripten::val;

namespace {

/// The member's name in JavaScript, where `status` is the name of what the number means.
const char* nameOf(const TaskMember& member) {
  return member.number == &TaskInfo::status ? "statusCode" : member.name;
}

val toJs(const TaskInfo& task) {
  JsObject object;
  for (const auto& member : taskMembers) {
    const char* const name = nameOf(member);
    if (member.text != nullptr) {
      object.set(name, presentText(task.*member.text));
    } else {
      const auto& number = task.*member.number;
      object.set(name, number ? val(static_cast<double>(*number)) : val::undefined());
    }
  }
  return object.set("status", toString(statusOf(task))).as<val>();
}

Result<val> toJs(TaskAnswer answer, std::span<const char> body) {
  try {
    const auto list = decodeTasks(answer, body);
    if (!list) {
      return std::unexpected(list.error());
    }
    if (answer == TaskAnswer::Task) {
      return toJs(list->tasks.front());
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

}  // namespace

std::string taskType() {
  std::string type = "{ ";
  for (const auto& member : taskMembers) {
    type.append(nameOf(member))
        .append(": ")
        .append(member.text != nullptr ? "string" : "number")
        .append(" | undefined, ");
  }
  return type + "status: " + unionOf(namesOf<TaskStatus>()) + " }";
}

std::string taskListType() {
  return "{ tasks: (" + taskType() + ")[], nextCursor: string | undefined }";
}

Result<val> taskToJs(std::span<const char> body, std::optional<std::int64_t> /*clockOffsetMs*/) {
  return toJs(TaskAnswer::Task, body);
}

Result<val> taskListToJs(std::span<const char> body, std::optional<std::int64_t> /*clockOffsetMs*/) {
  return toJs(TaskAnswer::List, body);
}

}  // namespace koodrive
