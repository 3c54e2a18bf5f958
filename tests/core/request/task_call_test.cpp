#include "core/request/task_call.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "../support/outcome.hpp"
#include "core/request/app_signature.hpp"
#include "core/request/task_request.hpp"

using namespace koodrive;

namespace {

std::string detailOf(const std::string& taskId) {
  return pathAndQueryOf(TaskCall::Detail, taskId, {}).value();
}

void checkRefused(const Result<std::string>& path, std::string_view option, ErrorReason reason) {
  REQUIRE_FALSE(path);
  CHECK(path.error().kind == ErrorKind::InvalidRequest);
  CHECK(path.error().option == option);
  CHECK(path.error().reason == reason);
}

}  // namespace

TEST_CASE("a task's own path ends in its ID as one percent-encoded segment") {
  CHECK(detailOf("1534087020903704705") == "/koodrive/ose/v1/task/1534087020903704705");
  CHECK(detailOf("a/b?c#d%2F é") == "/koodrive/ose/v1/task/a%2Fb%3Fc%23d%252F%20%C3%A9");
}

TEST_CASE("a task is asked for with an ID, and not with one that makes the path of another call") {
  checkRefused(pathAndQueryOf(TaskCall::Detail, std::nullopt, {}), "taskId", ErrorReason::Required);
  for (const auto* const taskId : {".", "..", "list", "result", "create"}) {
    CAPTURE(taskId);
    checkRefused(pathAndQueryOf(TaskCall::Detail, taskId, {}), "taskId", ErrorReason::OutOfRange);
    CHECK(pathAndQueryOf(TaskCall::Result, taskId, {}));
  }
}

TEST_CASE("the list is asked for with what the filter names, in a fixed order") {
  CHECK(pathAndQueryOf(TaskCall::List, std::nullopt, {}).value() == "/koodrive/ose/v1/task/list");
  CHECK(pathAndQueryOf(TaskCall::List, "ignored",
                       {.status = "2", .pageSize = "100", .pageCursor = "1723549107000"})
            .value() == "/koodrive/ose/v1/task/list?status=2&pageSize=100&pageCursor=1723549107000");
  CHECK(pathAndQueryOf(TaskCall::List, std::nullopt, {.pageCursor = "a&b=c"}).value() ==
        "/koodrive/ose/v1/task/list?pageCursor=a%26b%3Dc");
}

TEST_CASE(
    "a page of none or of more than a hundred tasks is refused, as is a cursor with control characters") {
  for (const auto* const size : {"0", "101", "18446744073709551617", "x", "-1"}) {
    const auto path = pathAndQueryOf(TaskCall::List, std::nullopt, {.pageSize = size});
    checkRefused(path, "pageSize", ErrorReason::OutOfRange);
    CHECK(path.error().limit == 100);
  }
  checkRefused(pathAndQueryOf(TaskCall::List, std::nullopt, {.pageCursor = "1\n2"}), "pageCursor",
               ErrorReason::ControlCharacter);
}

TEST_CASE(
    "the signature covers the path of the call, with a slash at its end and the task ID in one segment") {
  const auto canonical = [](TaskCall call, const std::string& taskId) {
    const auto query = CheckedTaskQuery::from({.endpoint = "https://portal.example.com/kd",
                                               .taskId = taskId,
                                               .userId = "1505084218764547200",
                                               .call = call,
                                               .filter = {.status = "1"}});
    const auto request = query.value().request({.traceId = std::string(58, 'a'), .unixTimeMilliseconds = 0});
    return canonicalRequest(request, parseSignedEndpoint("https://drive.example.com/in").value());
  };
  CHECK(canonical(TaskCall::Detail, "15340").starts_with("GET\n/in/koodrive/ose/v1/task/15340/\n\nhost:"));
  CHECK(canonical(TaskCall::Detail, "a/../koodrive/ose/v1/task/é")
            .starts_with("GET\n/in/koodrive/ose/v1/task/a%2F..%2Fkoodrive%2Fose%2Fv1%2Ftask%2F%C3%A9/\n\n"));
  CHECK(canonical(TaskCall::List, "").starts_with("GET\n/in/koodrive/ose/v1/task/list/\nstatus=1\nhost:"));
  CHECK(canonical(TaskCall::Result, "/koodrive/ose/v1/task/")
            .starts_with("GET\n/in/koodrive/ose/v1/task/result/\ntaskId=%2Fkoodrive%2F"));
}
