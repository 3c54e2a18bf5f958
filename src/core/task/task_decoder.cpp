#include "core/task/task_decoder.hpp"

#include <string_view>
#include <utility>

#include "core/decode/answer_text.hpp"
#include "core/task/task_events.hpp"

namespace koodrive {

Result<TaskList> decodeTasks(TaskAnswer answer, std::span<const char> body) {
  TaskEvents events(answer);
  TaskResultSax sax(events);
  if (auto fault = readAnswer(std::string_view(body.data(), body.size()), sax)) {
    return std::unexpected(*std::move(fault));
  }
  return std::move(events).outcome();
}

}  // namespace koodrive
