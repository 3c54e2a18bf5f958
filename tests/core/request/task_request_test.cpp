#include "core/request/task_request.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <string>
#include <string_view>

#include "../support/outcome.hpp"

using namespace koodrive;

namespace {

TaskQuery query() {
  return {.endpoint = "https://intl.myhuaweicloud-koodrive.com",
          .taskId = "1534087020903704704",
          .userId = "1505084218764547200"};
}

AttemptStamp stamp() {
  return {.traceId = std::string(58, 'a'), .unixTimeMilliseconds = 1725852805999};
}

Result<HttpRequest> requestFor(const TaskQuery& asked, std::string_view authorization = "Bearer+abc") {
  const auto checked = CheckedTaskQuery::from(asked);
  return checked ? authorized(checked->request(stamp()), authorization)
                 : Result<HttpRequest>(std::unexpected(checked.error()));
}

std::string urlFor(const TaskQuery& asked) {
  const auto request = requestFor(asked);
  return request ? request->url : "refused";
}

std::string urlFor(std::string_view endpoint) {
  auto asked = query();
  asked.endpoint = endpoint;
  asked.taskId.reset();
  return urlFor(asked);
}

std::string urlForTask(std::string_view taskId) {
  auto asked = query();
  asked.endpoint = "https://h";
  asked.taskId = taskId;
  return urlFor(asked);
}

void checkRefused(const TaskQuery& asked, std::string_view option, ErrorReason reason) {
  const auto checked = CheckedTaskQuery::from(asked);
  REQUIRE_FALSE(checked);
  CHECK(checked.error().kind == ErrorKind::InvalidRequest);
  CHECK(checked.error().option == option);
  CHECK(checked.error().reason == reason);
}

}  // namespace

TEST_CASE("a request is a GET with exactly the five headers of the API") {
  const auto request = requestFor(query());
  REQUIRE(request);
  CHECK(request->method == "GET");
  CHECK(request->url ==
        "https://intl.myhuaweicloud-koodrive.com/koodrive/ose/v1/task/result?taskId=1534087020903704704");
  CHECK(request->headers == std::vector<HttpHeader>{{"Authorization", "Bearer+abc"},
                                                    {"language", "en-US"},
                                                    {"X-Traceid", std::string(58, 'a')},
                                                    {"X-User-Id", "1505084218764547200"},
                                                    {"X-Date", "20240909T033325Z"}});
}

TEST_CASE("without a task ID the URL has no query") {
  auto asked = query();
  asked.taskId.reset();
  CHECK(urlFor(asked) == "https://intl.myhuaweicloud-koodrive.com/koodrive/ose/v1/task/result");
}

TEST_CASE("the task ID is percent-encoded") {
  const std::string url = "https://h/koodrive/ose/v1/task/result?taskId=";
  CHECK(urlForTask("azAZ09-._~") == url + "azAZ09-._~");
  CHECK(urlForTask("a b&c=d+e/f?g#h%i") == url + "a%20b%26c%3Dd%2Be%2Ff%3Fg%23h%25i");
  CHECK(urlForTask("\xE4\xBB\xBB\xE5\x8A\xA1\xF0\x9F\x98\x80") == url + "%E4%BB%BB%E5%8A%A1%F0%9F%98%80");
  CHECK(urlForTask("!'()*[]\"<>\\^`{|}") == url + "%21%27%28%29%2A%5B%5D%22%3C%3E%5C%5E%60%7B%7C%7D");
}

TEST_CASE("an endpoint may have a port, a path prefix and slashes at its end") {
  const std::string path = "/koodrive/ose/v1/task/result";
  CHECK(urlFor("https://h/") == "https://h" + path);
  CHECK(urlFor("https://h//") == "https://h" + path);
  CHECK(urlFor("https://h:8443") == "https://h:8443" + path);
  CHECK(urlFor("https://h:443/") == "https://h" + path);
  CHECK(urlFor("https://h:/") == "https://h" + path);
  CHECK(urlFor("https://h:00443") == "https://h" + path);
  CHECK(urlFor("https://h/a/b%20c/") == "https://h/a/b%20c" + path);
  CHECK(urlFor("HTTPS://Intl.Example.COM/Prefix") == "https://intl.example.com/Prefix" + path);
  CHECK(urlFor("https://a_b.c-d.example") == "https://a_b.c-d.example" + path);
  CHECK(urlFor("https://[2001:DB8::1]:444") == "https://[2001:db8::1]:444" + path);
  CHECK(urlFor("https://192.168.0.1") == "https://192.168.0.1" + path);
}

TEST_CASE("an http endpoint is accepted only on a loopback host") {
  for (const std::string host : {"localhost", "localhost:8080", "LOCALHOST", "portal.localhost", "127.0.0.1",
                                 "127.1.2.3:1", "[::1]", "[::1]:8080"}) {
    CAPTURE(host);
    CHECK(urlFor("http://" + host).ends_with("/koodrive/ose/v1/task/result"));
  }
  for (const std::string host : {"example.com", "localhost.example.com", "notlocalhost", "128.0.0.1",
                                 "127.0.0.1.example.com", "[::2]", "0.0.0.0", "10.0.0.1"}) {
    CAPTURE(host);
    auto asked = query();
    asked.endpoint = "http://" + host;
    checkRefused(asked, "endpoint", ErrorReason::NotSecure);
  }
}

TEST_CASE("an invalid endpoint is refused with the reason") {
  using enum ErrorReason;
  struct Case {
    std::string endpoint;
    ErrorReason reason;
  };
  const Case cases[] = {
      {"", Required},
      {"intl.example.com", NotAUrl},
      {"//example.com", NotAUrl},
      {"/koodrive", NotAUrl},
      {"https:example.com", NotAUrl},
      {"https://", NotAUrl},
      {"https:///path", NotAUrl},
      {"https://:443", NotAUrl},
      {"://example.com", NotAUrl},
      {"1https://example.com", NotAUrl},
      {"ftp://example.com", NotSecure},
      {"ws://localhost", NotSecure},
      {"file:///etc/passwd", NotSecure},
      {"https://user@example.com", UrlHasCredentials},
      {"https://user:secret@example.com/", UrlHasCredentials},
      {"https://@example.com/", UrlHasCredentials},
      {"https://example.com?x=1", UrlHasQuery},
      {"https://example.com/?", UrlHasQuery},
      {"https://example.com#top", UrlHasFragment},
      {"https://example.com/#?", UrlHasFragment},
      {"https://exa mple.com", NotAUrl},
      {" https://example.com", NotAUrl},
      {"https://example.com/a b", NotAUrl},
      {"https://example.com\\path", NotAUrl},
      {"https://example.com/a\\b", NotAUrl},
      {"https://example.com/%", NotAUrl},
      {"https://example.com/%2", NotAUrl},
      {"https://example.com/%zz", NotAUrl},
      {"https://example.com/<", NotAUrl},
      {"https://-a.example", NotAUrl},
      {"https://a-.example", NotAUrl},
      {"https://a..example", NotAUrl},
      {"https://.example", NotAUrl},
      {"https://example.com.", NotAUrl},
      {"https://exam%70le.com", NotAUrl},
      {"https://" + std::string(64, 'a') + ".com", NotAUrl},
      {"https://256.0.0.1", NotAUrl},
      {"https://1.2.3", NotAUrl},
      {"https://01.2.3.4", NotAUrl},
      {"https://a.1", NotAUrl},
      {"https://[::1", NotAUrl},
      {"https://[]", NotAUrl},
      {"https://[::1]x", NotAUrl},
      {"https://[1:2:3:4:5:6:7]", NotAUrl},
      {"https://[1:2:3:4:5:6:7:8:9]", NotAUrl},
      {"https://[1::2::3]", NotAUrl},
      {"https://[12345::]", NotAUrl},
      {"https://[::g]", NotAUrl},
      {"https://example.com:x", NotAUrl},
      {"https://example.com:8:8", NotAUrl},
      {"https://example.com:-1", NotAUrl},
      {"https://example.com:0", OutOfRange},
      {"https://example.com:65536", OutOfRange},
      {"https://example.com:99999999999", OutOfRange},
      {"https://example.com/\n", ControlCharacter},
      {std::string("https://exam\0ple.com", 20), ControlCharacter},
      {"https://\xE4\xBE\x8B.example", NonAscii},
      {"https://example.com/" + std::string(2048, 'a'), TooLong},
  };
  for (const auto& [endpoint, reason] : cases) {
    CAPTURE(endpoint);
    auto asked = query();
    asked.endpoint = endpoint;
    checkRefused(asked, "endpoint", reason);
  }
}

TEST_CASE("a task ID is any text without control characters, up to 256 characters") {
  using enum ErrorReason;
  std::string longest;
  for (int count = 0; count < 256; ++count) {
    longest += "\xE4\xBB\xBB";
  }
  CHECK(urlForTask(longest) != "refused");

  struct Case {
    std::string taskId;
    ErrorReason reason;
  };
  const Case cases[] = {
      {"", Required},
      {longest + "x", TooLong},
      {"a\nb", ControlCharacter},
      {std::string("a\0b", 3), ControlCharacter},
      {"a\x7F", ControlCharacter},
      {"a\xC2\x85", ControlCharacter},
      {"a\xFF", InvalidUnicode},
      {"\xED\xA0\x80", InvalidUnicode},
  };
  for (const auto& [taskId, reason] : cases) {
    CAPTURE(taskId);
    auto asked = query();
    asked.taskId = taskId;
    checkRefused(asked, "taskId", reason);
  }
}

TEST_CASE("a user ID must be a valid header value") {
  using enum ErrorReason;
  struct Case {
    std::string userId;
    ErrorReason reason;
  };
  const Case cases[] = {
      {"", Required},
      {"  ", Required},
      {"1\r\nX-Evil: 1", ControlCharacter},
      {"\xE5\xBC\xA0", NonAscii},
      {std::string(257, '1'), TooLong},
  };
  for (const auto& [userId, reason] : cases) {
    CAPTURE(userId);
    auto asked = query();
    asked.userId = userId;
    checkRefused(asked, "userId", reason);
  }
  auto asked = query();
  asked.userId = " 15 05 ";
  CHECK(requestFor(asked)->headers[3] == HttpHeader{"X-User-Id", "15 05"});
  asked.userId = std::string(256, '1');
  CHECK(CheckedTaskQuery::from(asked));
}

TEST_CASE("a language must have the form of a BCP 47 tag") {
  auto asked = query();
  for (const std::string tag :
       {"en", "en-US", "zh-CN", "zh-Hans-CN", "sl-rozaj-biske", "de-CH-1901", "en-x-priv1", "yue"}) {
    CAPTURE(tag);
    asked.language = tag;
    CHECK(requestFor(asked)->headers[1] == HttpHeader{"language", tag});
  }
  for (const std::string tag :
       {"e", "123", "en_US", "en-", "-en", "en--US", "en-US.UTF-8", "englishes", "en-123456789", "*"}) {
    CAPTURE(tag);
    asked.language = tag;
    checkRefused(asked, "language", ErrorReason::NotALanguageTag);
  }
  asked.language = "";
  checkRefused(asked, "language", ErrorReason::Required);
  asked.language = "en-\r\nUS";
  checkRefused(asked, "language", ErrorReason::ControlCharacter);
  asked.language = "en-\xC3\xA9";
  checkRefused(asked, "language", ErrorReason::NonAscii);
  asked.language = "en-" + std::string(40, 'a');
  checkRefused(asked, "language", ErrorReason::TooLong);
}

TEST_CASE("an error about an exceeded limit states the limit") {
  auto asked = query();
  asked.userId = std::string(300, '1');
  CHECK(CheckedTaskQuery::from(asked).error().limit == 256U);
  asked = query();
  asked.endpoint = "https://h:70000";
  CHECK(CheckedTaskQuery::from(asked).error().limit == 65535U);
}

TEST_CASE("an Authorization value that is not a valid header value is refused") {
  using enum ErrorReason;
  struct Case {
    std::string authorization;
    ErrorReason reason;
  };
  const Case cases[] = {
      {"", Required},
      {"Bearer abc\r\nX-Evil: 1", ControlCharacter},
      {"Bearer \xE2\x82\xAC", NonAscii},
      {std::string(8193, 'a'), TooLong},
  };
  for (const auto& [authorization, reason] : cases) {
    const auto request = requestFor(query(), authorization);
    REQUIRE_FALSE(request);
    CHECK(request.error().kind == ErrorKind::InvalidRequest);
    CHECK(request.error().option == "credentials");
    CHECK(request.error().reason == reason);
  }
}

TEST_CASE("a trace ID is 58 lower-case hexadecimal characters") {
  std::array<std::byte, traceIdRandomBytes> random{};
  random.front() = std::byte{0x0F};
  random.back() = std::byte{0xA9};
  CHECK(traceIdFrom(random) == "0f" + std::string(54, '0') + "a9");
}

TEST_CASE("X-Date is in UTC and never later than the time it is made from") {
  CHECK(formatXDate(0) == "19700101T000000Z");
  CHECK(formatXDate(999) == "19700101T000000Z");
  CHECK(formatXDate(1000) == "19700101T000001Z");
  CHECK(formatXDate(1709164799999) == "20240228T235959Z");
  CHECK(formatXDate(1709164800000) == "20240229T000000Z");
  CHECK(formatXDate(1725852805000) == "20240909T033325Z");
  CHECK(formatXDate(253402300799999) == "99991231T235959Z");
  CHECK(formatXDate(253402300800000) == "99991231T235959Z");
  CHECK(formatXDate(-1) == "19700101T000000Z");
}
