#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check.hpp"
#include "core/request/app_signature.hpp"
#include "core/request/gateway_text.hpp"
#include "core/task/task_decoder.hpp"
#include "core/task/task_time.hpp"

using namespace koodrive;

namespace {

constexpr std::int64_t largest = (std::int64_t{1} << 53) - 1;

void checkTask(const TaskInfo& task) {
  for (const auto& member : taskMembers) {
    check((member.text == nullptr) != (member.number == nullptr), "a member is a text or a number");
    if (member.type == TaskMember::Type::Integer) {
      const auto number = (task.*member.number).value_or(0);
      check(-largest <= number && number <= largest, "a number is one of JavaScript");
    }
  }
  check(!toString(statusOf(task)).empty(), "each status has a name");
}

void checkAnswer(TaskAnswer answer, std::span<const char> body) {
  const auto list = decodeTasks(answer, body);
  if (list) {
    check(answer == TaskAnswer::List || list->tasks.size() == 1, "the answer about a task holds one");
    for (const auto& task : list->tasks) {
      checkTask(task);
    }
    return;
  }
  const auto& error = list.error();
  check(error.kind == ErrorKind::MalformedResponse || error.kind == ErrorKind::Api,
        "a fault is the answer's");
  check(!error.position || error.position->offset <= body.size(), "a fault lies within the body");
}

void checkGatewayText(std::string_view text) {
  constexpr std::uint64_t day = 86'400'000;
  check(throttleWindowIn(text).value_or(0) <= day, "no window is longer than a day");
  static_cast<void>(serverTimeIn(text));
  static_cast<void>(parseTaskTime(text));
  const std::string_view signedRequest =
      "GET\n/koodrive/ose/v1/task/list/\n\nhost:h\nx-date:d\nx-user-id:u\n\nn\np";
  const auto difference = signatureDifferenceIn(text, signedRequest);
  check(!difference || difference->part == "app-secret" || difference->here != difference->there,
        "a difference is one");
}

}  // namespace

/// Checks that the decoders of tasks and the readers of the gateway's texts take any input.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::span<const char> body(reinterpret_cast<const char*>(data), size);
  checkAnswer(TaskAnswer::Task, body);
  checkAnswer(TaskAnswer::List, body);
  checkGatewayText({body.data(), body.size()});
  return 0;
}
