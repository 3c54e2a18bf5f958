#include "core/decode/task_result_decoder.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "../support/outcome.hpp"

using namespace koodrive;
using namespace std::string_view_literals;

namespace {

std::string repeated(std::size_t count, std::string_view text) {
  std::string result;
  result.reserve(count * text.size());
  for (; count != 0; --count) {
    result += text;
  }
  return result;
}

void checkShape(std::string_view body, ErrorReason reason, std::string_view pointer,
                std::string_view expected, std::string_view actual) {
  CAPTURE(body);
  const auto outcome = decode(body);
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().kind == ErrorKind::MalformedResponse);
  CHECK(outcome.error().reason == reason);
  CHECK(outcome.error().pointer == pointer);
  CHECK(outcome.error().expected == expected);
  CHECK(outcome.error().actual == actual);
  CHECK_FALSE(outcome.error().position);
}

Error errorOf(std::string_view body) {
  CAPTURE(body);
  auto outcome = decode(body);
  REQUIRE_FALSE(outcome);
  return outcome.error();
}

constexpr std::string_view count = "count";

}  // namespace

TEST_CASE("the example response of the API page decodes to a report") {
  const auto report = decode(
      R"({"data":{"successCount":1,"failCount":1,"failInfoList":[{"userName":"ss"}]},"code":0,"msg":"Successful"})");
  REQUIRE(report);
  CHECK(report->data.successCount == 1U);
  CHECK(report->data.failCount == 1U);
  REQUIRE(report->data.failInfoList.size() == 1);
  CHECK(report->data.failInfoList.at(0) == UserImportFailInfo{.userName = "ss", .desc = std::nullopt});
  CHECK(report->warnings.empty());
}

TEST_CASE("an empty body is reported as empty, not as a syntax fault") {
  for (const auto body : {""sv, " \n\t\r "sv, "\xEF\xBB\xBF"sv, "\xEF\xBB\xBF \n"sv}) {
    const Error error = errorOf(body);
    CHECK(error.kind == ErrorKind::MalformedResponse);
    CHECK(error.reason == ErrorReason::EmptyBody);
    CHECK_FALSE(error.position);
  }
  CHECK_FALSE(decodeTaskResult({}));
}

TEST_CASE("code 0, as number or text, means success; any other code is an API error that keeps the code") {
  for (const auto code : {"0"sv, R"("0")"sv, "-0"sv}) {
    CHECK(decode(std::string(R"({"data":{},"code":)").append(code) + "}"));
  }
  struct Case {
    std::string_view written;
    std::string_view carried;
  };
  const Case cases[] = {
      {"13000102", "13000102"},
      {"-1", "-1"},
      {R"("13000102")", "13000102"},
      {R"("APIGW.0301")", "APIGW.0301"},
      {R"("00")", "00"},
      {R"(" 0")", " 0"},
      {R"("0.0")", "0.0"},
      {"18446744073709551615", "18446744073709551615"},
      {"-9223372036854775809", "-9223372036854775809"},
      {"123456789012345678901234567890", "123456789012345678901234567890"},
  };
  for (const auto& [written, carried] : cases) {
    const Error error = errorOf(std::string(R"({"data":{},"msg":"m","code":)").append(written) + "}");
    CHECK(error.kind == ErrorKind::Api);
    CHECK(error.reason == ErrorReason::RefusedByApi);
    CHECK(error.code == carried);
    CHECK(error.serverMessage == "m");
  }
}

TEST_CASE("a response without code is malformed") {
  for (const auto body :
       {"{}"sv, R"({"data":{}})"sv, R"({"code":null})"sv, R"({"code":""})"sv, R"({"data":{"code":0}})"sv,
        R"({"error_code":"0"})"sv, R"({"code":0,"code":null})"sv}) {
    const Error error = errorOf(body);
    CHECK(error.kind == ErrorKind::MalformedResponse);
    CHECK(error.reason == ErrorReason::CodeMissing);
    CHECK(error.pointer == "/code");
  }
}

TEST_CASE("the gateway's error body is recognised in a response with status 200") {
  const Error error = errorOf(R"({"error_msg":"denied","error_code":"APIGW.0301","request_id":"1"})");
  CHECK(error.kind == ErrorKind::Api);
  CHECK(error.code == "APIGW.0301");
  CHECK(error.serverMessage == "denied");
  CHECK(decode(R"({"code":0,"error_code":"APIGW.0301","data":{}})"));
}

TEST_CASE("a response with code 0 and without data means that there is no result") {
  for (const auto body :
       {R"({"code":0})"sv, R"({"code":"0","data":null})"sv, R"({"data":{},"data":null,"code":0})"sv}) {
    const Error error = errorOf(body);
    CHECK(error.kind == ErrorKind::NoResult);
    CHECK(error.reason == ErrorReason::NoResultYet);
  }
}

TEST_CASE("a known member of the wrong type is reported with its JSON Pointer") {
  using enum ErrorReason;
  checkShape("[]", WrongType, "", "object", "array");
  checkShape("\"a\"", WrongType, "", "object", "string");
  checkShape("0", WrongType, "", "object", "number");
  checkShape("-1.5", WrongType, "", "object", "number");
  checkShape("true", WrongType, "", "object", "boolean");
  checkShape("null", WrongType, "", "object", "null");
  checkShape(R"([[{"code":0}],{"code":0}])", WrongType, "", "object", "array");
  checkShape(R"({"code":true})", WrongType, "/code", "integer-or-string", "boolean");
  checkShape(R"({"code":[0]})", WrongType, "/code", "integer-or-string", "array");
  checkShape(R"({"code":{}})", WrongType, "/code", "integer-or-string", "object");
  checkShape(R"({"code":0.0})", WrongType, "/code", "integer-or-string", "number");
  checkShape(R"({"code":0e1})", WrongType, "/code", "integer-or-string", "number");
  checkShape(R"({"code":0,"msg":1})", WrongType, "/msg", "string", "number");
  checkShape(R"({"code":0,"data":[]})", WrongType, "/data", "object", "array");
  checkShape(R"({"code":0,"data":"x"})", WrongType, "/data", "object", "string");
  checkShape(R"({"code":0,"data":1})", WrongType, "/data", "object", "number");
  checkShape(R"({"code":0,"data":false})", WrongType, "/data", "object", "boolean");
  checkShape(answer(R"("successCount":"1")"), WrongType, "/data/successCount", "integer", "string");
  checkShape(answer(R"("successCount":[1])"), WrongType, "/data/successCount", "integer", "array");
  checkShape(answer(R"("failCount":{})"), WrongType, "/data/failCount", "integer", "object");
  checkShape(answer(R"("failCount":true)"), WrongType, "/data/failCount", "integer", "boolean");
  checkShape(answer(R"("failInfoList":{})"), WrongType, "/data/failInfoList", "array", "object");
  checkShape(answer(R"("failInfoList":"x")"), WrongType, "/data/failInfoList", "array", "string");
  checkShape(answer(R"("failInfoList":0)"), WrongType, "/data/failInfoList", "array", "number");
  checkShape(answer(R"("failInfoList":[{},[],{}])"), WrongType, "/data/failInfoList/1", "object", "array");
  checkShape(answer(R"("failInfoList":[{},{},"a"])"), WrongType, "/data/failInfoList/2", "object", "string");
  checkShape(answer(R"("failInfoList":[1])"), WrongType, "/data/failInfoList/0", "object", "number");
  checkShape(answer(R"("failInfoList":[null])"), WrongType, "/data/failInfoList/0", "object", "null");
  checkShape(answer(R"("failInfoList":[{},{"userName":1}])"), WrongType, "/data/failInfoList/1/userName",
             "string", "number");
  checkShape(answer(R"("failInfoList":[{"userName":{"userName":"a"}}])"), WrongType,
             "/data/failInfoList/0/userName", "string", "object");
  checkShape(answer(R"("failInfoList":[{"desc":["a"]}])"), WrongType, "/data/failInfoList/0/desc", "string",
             "array");
  checkShape(answer(R"("failInfoList":[{"desc":false}])"), WrongType, "/data/failInfoList/0/desc", "string",
             "boolean");
}

TEST_CASE("a count that is no integer from 0 to 2^53-1 is refused") {
  using enum ErrorReason;
  for (const auto written : {"1.0"sv, "1e2"sv, "-1"sv, "-0.0"sv, "9007199254740992"sv,
                             "18446744073709551615"sv, "123456789012345678901234567890"sv, "1e400"sv}) {
    checkShape(answer(std::string(R"("successCount":)").append(written)), NotACount, "/data/successCount",
               count, "number");
    checkShape(answer(std::string(R"("failCount":)").append(written)), NotACount, "/data/failCount", count,
               "number");
  }
  CHECK(decode(answer(R"("successCount":9007199254740991,"failCount":0)"))->data.successCount ==
        9007199254740991U);
}

TEST_CASE("of several members of the wrong type the first is reported") {
  using enum ErrorReason;
  checkShape(answer(R"("failCount":-1,"successCount":"x","failInfoList":[1])"), NotACount, "/data/failCount",
             count, "number");
  checkShape(answer(R"("failInfoList":[{"desc":1,"userName":2},7],"successCount":"x")"), WrongType,
             "/data/failInfoList/0/desc", "string", "number");
  checkShape(R"({"msg":1,"data":2,"code":0})", WrongType, "/msg", "string", "number");
  checkShape(R"({"data":2,"msg":1,"code":0})", WrongType, "/data", "object", "number");
}

TEST_CASE(
    "of several faults the reported one is, in order: syntax, root, code, API error, shape, no result") {
  CHECK(errorOf(R"({"code":5,"data":1)").reason == ErrorReason::EndsEarly);
  CHECK(errorOf(R"({"data":1})").reason == ErrorReason::CodeMissing);
  checkShape(R"({"data":1,"code":[]})", ErrorReason::WrongType, "/code", "integer-or-string", "array");
  CHECK(errorOf(R"({"data":1,"code":5})").kind == ErrorKind::Api);
  CHECK(errorOf(R"({"msg":1,"code":5})").kind == ErrorKind::Api);
  checkShape(R"({"msg":1,"code":0})", ErrorReason::WrongType, "/msg", "string", "number");
}

TEST_CASE("the last value of a duplicate member is used, with one warning for all duplicates") {
  struct Case {
    std::string body;
    std::string pointer;
    std::uint64_t dropped;
  };
  const Case cases[] = {
      {R"({"code":5,"code":0,"data":{}})", "/code", 1},
      {R"({"code":0,"msg":1,"msg":"a","data":{}})", "/msg", 1},
      {R"({"code":0,"data":[],"data":{}})", "/data", 1},
      {R"({"code":0,"data":{"successCount":-1,"failInfoList":[1]},"data":{}})", "/data", 1},
      {R"({"code":0,"data":null,"data":{},"data":{}})", "/data", 2},
      {answer(R"("successCount":"x","successCount":null)"), "/data/successCount", 1},
      {answer(R"("failCount":7,"failCount":null)"), "/data/failCount", 1},
      {answer(R"("failInfoList":[{"userName":1},2],"failInfoList":null)"), "/data/failInfoList", 1},
      {answer(R"("failInfoList":null,"failInfoList":7,"failInfoList":[])"), "/data/failInfoList", 2},
  };
  for (const auto& [body, pointer, dropped] : cases) {
    CAPTURE(body);
    const auto report = decode(body);
    REQUIRE(report);
    CHECK_FALSE(report->data.successCount);
    CHECK(report->data.failCount == 0);
    CHECK(report->data.failInfoList.size() == 0);
    REQUIRE_FALSE(report->warnings.empty());
    const Warning& warning = report->warnings.back();
    CHECK(warning.kind == Warning::Kind::DuplicateMember);
    CHECK(warning.pointer == pointer);
    CHECK(warning.count == dropped);
  }
}

TEST_CASE("the last value of a duplicate member within a failure is used, with a warning") {
  const auto report = decode(answer(
      R"("successCount":0,"failCount":3,"failInfoList":[{"userName":"a"},{"userName":1,"desc":2,"userName":"b","desc":"d"},{"userName":"c","userName":null}])"));
  REQUIRE(report);
  CHECK(report->data.failInfoList.at(1) == UserImportFailInfo{.userName = "b", .desc = "d"});
  CHECK(report->data.failInfoList.at(2) == UserImportFailInfo{});
  CHECK(report->warnings == std::vector<Warning>{{.kind = Warning::Kind::DuplicateMember,
                                                  .pointer = "/data/failInfoList/1/userName",
                                                  .count = 3}});
}

TEST_CASE("a valid duplicate of a member removes that member's fault only") {
  checkShape(answer(R"("failInfoList":[{"userName":1,"desc":2,"userName":"a"}])"), ErrorReason::WrongType,
             "/data/failInfoList/0/desc", "string", "number");
  checkShape(R"({"code":0,"data":{"successCount":-1},"msg":1,"data":{}})", ErrorReason::WrongType, "/msg",
             "string", "number");
  checkShape(R"({"code":0,"data":{},"data":{"failCount":"x"}})", ErrorReason::WrongType, "/data/failCount",
             "integer", "string");
}

TEST_CASE("unknown members are ignored, however often they occur and whatever they contain") {
  const auto report = decode(
      R"({"x":1,"x":[{"code":1,"data":{}}],"code":0,"__proto__":{"code":5},"constructor":null,"data":{"y":{"failInfoList":[1]},"successCount":1,"failCount":1,"y":1e400,"failInfoList":[{"x":{"userName":"no"},"userName":"a","x":[[]],"code":1}],"code":7},"failCount":8,"userName":[],"":0})");
  REQUIRE(report);
  CHECK(report->warnings.empty());
  CHECK(report->data.failInfoList.at(0) == UserImportFailInfo{.userName = "a", .desc = std::nullopt});
}

TEST_CASE("member names are compared exactly, after their escape sequences are decoded") {
  CHECK(decode(R"({"\u0063ode":0,"d\u0061ta":{}})"));
  CHECK(errorOf(R"({"Code":0,"code\u0000":0})").reason == ErrorReason::CodeMissing);
}

TEST_CASE("absent counts and counts that differ from the list's length give warnings") {
  using Kind = Warning::Kind;
  CHECK(decode(answer(R"("successCount":1,"failCount":5,"failInfoList":[{}])"))->warnings ==
        std::vector<Warning>{{.kind = Kind::CountMismatch, .stated = 5, .listed = 1}});
  CHECK(decode(answer(R"("successCount":1,"failCount":1)"))->warnings ==
        std::vector<Warning>{{.kind = Kind::CountMismatch, .stated = 1, .listed = 0}});
  CHECK(decode(answer(R"("successCount":1,"failInfoList":[{},{}])"))->warnings ==
        std::vector<Warning>{{.kind = Kind::FailCountAbsent, .listed = 2}});
  CHECK(decode(answer(R"("failCount":0)"))->warnings ==
        std::vector<Warning>{{.kind = Kind::SuccessCountAbsent}});
  CHECK(decode(answer(R"("failInfoList":[{},{}])"))->data.failCount == 2);
}

TEST_CASE("deeply nested responses do not overflow the stack") {
#ifdef __EMSCRIPTEN__
  constexpr std::size_t depth = 100000;
#else
  constexpr std::size_t depth = 1000000;
#endif
  const std::string unknown =
      R"({"code":0,"data":{},"x":)" + repeated(depth, "[") + repeated(depth, "]") + "}";
  CHECK(decode(unknown));
  CHECK(
      decode(R"({"code":0,"data":{},"x":)" + repeated(depth, R"({"a":)") + "1" + repeated(depth, "}") + "}"));
  CHECK(errorOf(repeated(depth, "[")).reason == ErrorReason::EndsEarly);
  CHECK(errorOf(repeated(depth, R"({"data":)")).reason == ErrorReason::EndsEarly);
  checkShape(repeated(depth, "[") + repeated(depth, "]"), ErrorReason::WrongType, "", "object", "array");
  CHECK(httpError(500, repeated(depth, "[")).kind == ErrorKind::Http);
}

TEST_CASE("each status outside 2xx gives its own error kind and reason") {
  struct Case {
    int status;
    ErrorKind kind;
    ErrorReason reason;
  };
  const Case cases[] = {
      {401, ErrorKind::Unauthorized, ErrorReason::CredentialsRefused},
      {400, ErrorKind::Http, ErrorReason::BadRequest},
      {403, ErrorKind::Http, ErrorReason::Forbidden},
      {404, ErrorKind::Http, ErrorReason::NotFound},
      {429, ErrorKind::Http, ErrorReason::Throttled},
      {500, ErrorKind::Http, ErrorReason::ServerFault},
      {504, ErrorKind::Http, ErrorReason::ServerFault},
      {599, ErrorKind::Http, ErrorReason::ServerFault},
      {304, ErrorKind::Http, ErrorReason::UnexpectedStatus},
      {413, ErrorKind::Http, ErrorReason::UnexpectedStatus},
      {494, ErrorKind::Http, ErrorReason::UnexpectedStatus},
      {600, ErrorKind::Http, ErrorReason::UnexpectedStatus},
  };
  for (const auto& [status, kind, reason] : cases) {
    for (const auto body : {""sv, "<html>"sv, R"({"code":"c","msg":"m"})"sv}) {
      const Error error = httpError(status, body);
      CHECK(error.kind == kind);
      CHECK(error.reason == reason);
      CHECK(error.httpStatus == status);
      CHECK(error.code == (body.starts_with('{') ? "c" : ""));
    }
  }
}

TEST_CASE("the readable members of an error body are used even if the body is faulty") {
  struct Case {
    std::string_view body;
    std::string_view code;
    std::string_view message;
  };
  const Case cases[] = {
      {R"({"code":13000101,"msg":"m"})", "13000101", "m"},
      {R"({"error_code":"APIGW.0301","error_msg":"m"})", "APIGW.0301", "m"},
      {R"({"error_code":"g","error_msg":"gm","code":"k","msg":"km"})", "k", "km"},
      {R"({"error_code":"g","error_msg":"gm","code":"","msg":""})", "g", "gm"},
      {R"({"code":null,"msg":7})", "", ""},
      {R"({"code":"c","msg":"cut o)", "c", ""},
      {"\xEF\xBB\xBF{\"code\":\"c\"}", "c", ""},
      {R"([{"code":"c"}])", "", ""},
      {R"("text")", "", ""},
      {R"({"data":{"code":"inner"},"x":{"msg":"inner"}})", "", ""},
  };
  for (const auto& [body, code, message] : cases) {
    CAPTURE(body);
    const Error error = httpError(500, body);
    CHECK(error.code == code);
    CHECK(error.serverMessage == message);
  }
}

TEST_CASE("only the beginning of a huge error body is read") {
  const Error error = httpError(500, R"({"code":"c","data":{"failInfoList":[)" +
                                         repeated(100000, R"({"userName":"x"},)") + R"({}]},"msg":"m"})");
  CHECK(error.code == "c");
  CHECK(error.serverMessage.empty());
}

TEST_CASE("long texts of the server are shortened, and their control characters become spaces") {
  constexpr std::size_t longest = 16384;
  CHECK(httpError(500, R"({"msg":"a\u0000b\r\nc\u007fd\u0085e"})").serverMessage == "a b  c d e");
  CHECK(httpError(500, R"({"msg":")" + repeated(longest + 1, "x") + "\"}").serverMessage ==
        repeated(longest, "x"));
  CHECK(httpError(500, R"({"code":")" + repeated(longest + 1, "x") + "\"}").code == repeated(longest, "x"));
  // 5461 characters of three bytes are 16383 bytes; the next one would pass the limit.
  CHECK(httpError(500, R"({"msg":")" + repeated(5500, "\xE4\xB8\xAD") + "\"}").serverMessage ==
        repeated(5461, "\xE4\xB8\xAD"));
}

TEST_CASE("a foreign or damaged member in the place of the provenance never refuses the answer") {
  const auto provenanceIn = [](const std::string& value) {
    const auto report =
        decode(R"({"koodriveImportReport":)" + value + R"(,"data":{"successCount":1,"failCount":1,)" +
               R"("failInfoList":[{"userName":"a","desc":"b"}]},"code":0,"msg":"ok"})");
    REQUIRE(report);
    CHECK(report->data.failInfoList.size() == 1);
    CHECK(report->warnings.empty());
    return report->provenance;
  };
  const Provenance damaged{.isDamaged = true};
  CHECK(provenanceIn(R"({"taskId":"7","other":[{"taskId":1}],"code":"9","data":{}})") ==
        Provenance{.taskId = "7"});
  CHECK(provenanceIn("{}") == Provenance{});
  for (const auto* value :
       {"null", "1", "-1", "1.5", "true", "\"text\"", "[]", "[{\"taskId\":\"1\"}]", "{\"taskId\":1}",
        "{\"traceId\":null}", "{\"receivedAt\":{\"a\":[]}}", "{\"version\":[\"1\"]}"}) {
    INFO(value);
    CHECK(provenanceIn(value) == damaged);
  }
  CHECK(provenanceIn(R"({"importFile":"a"},"koodriveImportReport":{"importFile":"b"})") ==
        Provenance{.importFile = "b"});
}
