#include "core/task/task_decoder.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include "core/decode/answer_text.hpp"
#include "core/task/task_events.hpp"

namespace koodrive {
namespace {

std::optional<Error> read(std::span<const char> body, TaskEvents& events) {
  auto fault = readAnswer(std::string_view(body.data(), body.size()), static_cast<JsonEvents&>(events));
  return fault ? fault : events.fault();
}

}  // namespace

Result<TaskInfo> decodeTask(std::span<const char> body) {
  TaskEvents events(TaskEvents::Answer::Task);
  if (auto fault = read(body, events)) {
    return std::unexpected(*std::move(fault));
  }
  return std::move(events.task());
}

Result<TaskList> decodeTaskList(std::span<const char> body) {
  TaskEvents events(TaskEvents::Answer::List);
  if (auto fault = read(body, events)) {
    return std::unexpected(*std::move(fault));
  }
  return std::move(events.list());
}

}  // namespace koodrive
