#include "core/task/task_decoder.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "../support/outcome.hpp"

using namespace koodrive;

namespace {

Result<TaskInfo> task(std::string_view body) {
  const auto list = decodeTasks(TaskAnswer::Task, std::span<const char>(body.data(), body.size()));
  return list ? Result<TaskInfo>(list->tasks.at(0)) : std::unexpected(list.error());
}

Result<TaskList> list(std::string_view body) {
  return decodeTasks(TaskAnswer::List, std::span<const char>(body.data(), body.size()));
}

/// A successful answer with these members beside `code` and `msg`.
std::string with(std::string_view members) {
  return std::string(R"({"code":0,"msg":"Successful",)").append(members).append("}");
}

template <class Answer>
void checkShapeFault(const Result<Answer>& answer, std::string_view pointer, std::string_view expected,
                     std::string_view actual) {
  REQUIRE_FALSE(answer);
  CHECK(answer.error().kind == ErrorKind::MalformedResponse);
  CHECK(answer.error().reason == ErrorReason::WrongType);
  CHECK(answer.error().pointer == pointer);
  CHECK(answer.error().expected == expected);
  CHECK(answer.error().actual == actual);
}

}  // namespace

TEST_CASE("a task that failed as a whole is decoded from the vendor's example") {
  const auto failed = task(R"({"code":0,"msg":"Successful","taskId":"1534087020903704704",
    "taskName":"batch import","tenantId":"t","userId":"u","taskType":1,"status":3,"resultCode":"18000205"})");
  REQUIRE(failed);
  CHECK(*failed == TaskInfo{.taskId = "1534087020903704704",
                            .taskName = "batch import",
                            .tenantId = "t",
                            .userId = "u",
                            .resultCode = "18000205",
                            .taskType = 1,
                            .status = 3});
  CHECK(statusOf(*failed) == TaskStatus::Failed);
}

TEST_CASE("each documented status has its name, and a number beyond them is kept") {
  constexpr std::array names = {TaskStatus::New, TaskStatus::Executing, TaskStatus::Success,
                                TaskStatus::Failed};
  for (std::size_t number = 0; number < names.size(); ++number) {
    CHECK(statusOf(task(with(R"("status":)" + std::to_string(number))).value()) == names[number]);
  }
  for (const auto* const number : {"4", "7", "-1", "9007199254740991"}) {
    const auto unknown = task(with(std::string(R"("status":)") + number)).value();
    CHECK(statusOf(unknown) == TaskStatus::Unknown);
    CHECK(unknown.status == std::stoll(number));
  }
  CHECK(statusOf(task(with(R"("taskId":"1")")).value()) == TaskStatus::Unknown);
}

TEST_CASE("members of a task may be absent, null, unknown or twice") {
  CHECK(task(R"({"code":"0"})").value() == TaskInfo{});
  CHECK(task(with(R"("error_msg":5,"request_id":{})")).value() == TaskInfo{});
  CHECK(task(R"({"code":0,"msg":null})").value() == TaskInfo{});
  CHECK(task(with(R"("taskId":null,"status":null,"createTime":null,"endTime":"")")).value() == TaskInfo{});
  CHECK(task(with(R"("initParams":{"taskId":"9","a":[{"status":"x"}]},"__proto__":[1])")).value() ==
        TaskInfo{});
  CHECK(task(with(R"("taskName":"a","taskName":"b")")).value().taskName == "b");
  CHECK(task(with(R"("taskName":"a","taskName":null)")).value() == TaskInfo{});
}

TEST_CASE("a member of a task with a wrong type is named by its place") {
  checkShapeFault(task(with(R"("taskId":1534087020903704704)")), "/taskId", "string", "number");
  checkShapeFault(task(with(R"("status":"2")")), "/status", "integer", "string");
  checkShapeFault(task(with(R"("status":2.0)")), "/status", "integer", "number");
  checkShapeFault(task(with(R"("taskType":9007199254740992)")), "/taskType", "integer", "number");
  checkShapeFault(task(with(R"("taskType":-9223372036854775808)")), "/taskType", "integer", "number");
  checkShapeFault(task(with(R"("createTime":1723447353000)")), "/createTime", "time", "number");
  checkShapeFault(task(with(R"("createTime":"yesterday")")), "/createTime", "time", "string");
  checkShapeFault(task(with(R"("resultCode":true)")), "/resultCode", "integer-or-string", "boolean");
  checkShapeFault(task(with(R"("taskName":{"a":1})")), "/taskName", "string", "object");
  checkShapeFault(task(R"({"code":[0]})"), "/code", "integer-or-string", "array");
  checkShapeFault(task(R"([{"code":0}])"), "", "object", "array");
  checkShapeFault(task("0"), "", "object", "number");
}

TEST_CASE("a refusal is an API error in both of the shapes, before any fault of another member") {
  for (const auto* const body :
       {R"({"code":13000201,"msg":"no such task","status":"x"})",
        R"({"code":"13000201","msg":"no such task"})",
        R"({"error_code":"13000201","error_msg":"no such task","request_id":"r"})"}) {
    CAPTURE(body);
    const auto refused = task(body);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::Api);
    CHECK(refused.error().code == "13000201");
    CHECK(refused.error().serverMessage == "no such task");
    CHECK(list(body).error().code == "13000201");
  }
  CHECK(task(R"({"error_code":"APIG.0308","request_id":"r-1"})").error().requestId == "r-1");
}

TEST_CASE(
    "an answer about tasks that is empty, no JSON or without code is malformed, with the place of the "
    "fault") {
  for (const auto* const body : {"", " \n"}) {
    CHECK(task(body).error().reason == ErrorReason::EmptyBody);
  }
  CHECK(task(R"({"status":1})").error().reason == ErrorReason::CodeMissing);
  CHECK(list(R"({"taskList":[]})").error().reason == ErrorReason::CodeMissing);
  const auto cut = list(R"({"code":0,"taskList":[{"taskId":"1"})");
  REQUIRE_FALSE(cut);
  CHECK(cut.error().reason == ErrorReason::EndsEarly);
  CHECK(cut.error().position == TextPosition{.offset = 36, .line = 1, .column = 37});
  CHECK(task("<html>").error().reason == ErrorReason::Syntax);
  CHECK(task(std::string_view("{\"code\":0}\0x", 12)).error().reason == ErrorReason::Syntax);
}

TEST_CASE("a list is read under both of its names, with its times") {
  for (const std::string name : {"taskList", "taskListDtos"}) {
    const auto page =
        list(with("\"" + name + R"(":[{"taskId":"1","status":1,"createTime":"2024-08-12T07:22:33.000Z",
      "startTime":"2024-08-12T07:22:34Z","endTime":null,"locale":"CN","initParams":"{}"},{"taskId":"2","status":7}],
      "nextCursor":"1723549107000")"));
    REQUIRE(page);
    REQUIRE(page->tasks.size() == 2);
    CHECK(page->tasks[0] == TaskInfo{.taskId = "1",
                                     .locale = "CN",
                                     .status = 1,
                                     .createTime = 1'723'447'353'000,
                                     .startTime = 1'723'447'354'000});
    CHECK(page->tasks[1] == TaskInfo{.taskId = "2", .status = 7});
    CHECK(page->nextCursor == "1723549107000");
  }
}

TEST_CASE("a cursor keeps each of its digits, as a number and as text") {
  CHECK(list(with(R"("nextCursor":1723549107000)"))->nextCursor == "1723549107000");
  CHECK(list(with(R"("nextCursor":18446744073709551615)"))->nextCursor == "18446744073709551615");
  CHECK(list(with(R"("nextCursor":184467440737095516159)"))->nextCursor == "184467440737095516159");
  CHECK(list(with(R"("nextCursor":"0123")"))->nextCursor == "0123");
  CHECK(list(with(R"("nextCursor":null)"))->nextCursor.empty());
  checkShapeFault(list(with(R"("nextCursor":1.5)")), "/nextCursor", "integer-or-string", "number");
}

TEST_CASE("a list may be absent, null, empty or given under both names") {
  CHECK(list(with(R"("taskList":null)"))->tasks.empty());
  CHECK(list(R"({"code":0})")->tasks.empty());
  CHECK(list(with(R"("taskList":[])"))->tasks.empty());
  for (const auto* const both : {R"("taskList":[],"taskListDtos":[{"taskId":"1"}])",
                                 R"("taskList":[{"taskId":"1"}],"taskListDtos":[])",
                                 R"("taskList":[{"taskId":"1"}],"taskListDtos":[{"taskId":"1"}])"}) {
    const auto page = list(with(both));
    REQUIRE(page);
    CHECK(page->tasks.size() == 1);
  }
}

TEST_CASE("a fault in a list is named by the place of its entry") {
  checkShapeFault(list(with(R"("taskListDtos":[{},{"status":"x"}])")), "/taskListDtos/1/status", "integer",
                  "string");
  checkShapeFault(list(with(R"("taskList":[{},null])")), "/taskList/1", "object", "null");
  checkShapeFault(list(with(R"("taskList":[[]])")), "/taskList/0", "object", "array");
  checkShapeFault(list(with(R"("taskList":{"taskId":"1"})")), "/taskList", "array", "object");
}

TEST_CASE("nesting of any depth in an answer about tasks is skipped") {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  CHECK(task(with("\"initParams\":" + deep)));
  CHECK(list(with("\"taskList\":[{\"initParams\":" + deep + "}]")));
}
