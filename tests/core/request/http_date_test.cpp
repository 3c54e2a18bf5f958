#include "core/request/http_date.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>
#include <vector>

using namespace koodrive;

namespace {

constexpr std::int64_t sunday = 784'111'777'000;  // date -ud '1994-11-06 08:49:37' +%s
constexpr std::int64_t now = 1'725'852'805'000;   // 2024-09-09 03:33:25 UTC

}  // namespace

TEST_CASE("the three formats of an HTTP date give the same time") {
  CHECK(parseHttpDate("Sun, 06 Nov 1994 08:49:37 GMT", now) == sunday);
  CHECK(parseHttpDate("Sunday, 06-Nov-94 08:49:37 GMT", now) == sunday);
  CHECK(parseHttpDate("Sun Nov  6 08:49:37 1994", now) == sunday);
  CHECK(parseHttpDate(" Sun, 06 Nov 1994 08:49:37 GMT\r\n", now) == sunday);
  CHECK(parseHttpDate("Thu, 29 Feb 2024 23:59:60 GMT", now) == 1'709'251'200'000);
}

TEST_CASE("a two-digit year in an HTTP date is at most 50 years in the future") {
  CHECK(parseHttpDate("Sunday, 06-Nov-74 08:49:37 GMT", now) > now);
  CHECK(parseHttpDate("Sunday, 06-Nov-75 08:49:37 GMT", now) < now);
}

TEST_CASE("texts that are not HTTP dates are rejected") {
  for (const std::string text : {"",
                                 " ",
                                 "now",
                                 "0",
                                 "Sun, 06 Nov 1994",
                                 "Sun, 06 N",
                                 "Sun, 06 No",
                                 "Sun No",
                                 "Sun, 06 Nov 1994 08:49 GMT",
                                 "Sun, 06 Nov 1994 08:49:37",
                                 "Sun, 06 Nov 1994 08:49:37 CET",
                                 "Sun, 31 Feb 1994 08:49:37 GMT",
                                 "Sun, 06 nov 1994 08:49:37 GMT",
                                 "Sun, 06 Nov 1994 24:00:00 GMT",
                                 "Sun, 06 Nov 1994 08:60:00 GMT",
                                 "Sun, -6 Nov 1994 08:49:37 GMT",
                                 "Sun, 06 Nov 99999999999 08:49:37 GMT",
                                 "2024-09-09T03:33:25Z",
                                 ",",
                                 "Sun,",
                                 "Sun ",
                                 "Sun 06 Nov 1994 08:49:37 GMT",
                                 "Sunday, 06-Nov-1994 08:49:37 GMT",
                                 "Sun, 262 Nov 1994 08:49:37 GMT",
                                 "Sun, 06 Nov 67530 08:49:37 GMT",
                                 "Sun, 6 Nov 1994 08:49:37 GMT",
                                 "Sun, 06 Nov 1994 8:49:37 GMT",
                                 "Sun Nov 6 08:49:37 1994"}) {
    CAPTURE(text);
    // The text has no terminating NUL, so that AddressSanitizer detects any read past its end.
    const std::vector<char> bytes(text.begin(), text.end());
    CHECK_FALSE(parseHttpDate({bytes.data(), bytes.size()}, now).has_value());
  }
}

TEST_CASE("Retry-After is parsed as seconds or as an HTTP date") {
  CHECK(retryAfterMilliseconds("0", now) == 0);
  CHECK(retryAfterMilliseconds(" 120 ", now) == 120'000);
  CHECK(retryAfterMilliseconds("Mon, 09 Sep 2024 03:33:30 GMT", now) == 5'000);
  CHECK(retryAfterMilliseconds("Sun, 06 Nov 1994 08:49:37 GMT", now) == 0);
  CHECK(retryAfterMilliseconds("99999999999999999999999", now) == 1'000'000'000'000);
  for (const std::string text : {"", "-1", "1.5", "soon", "1 s"}) {
    CAPTURE(text);
    CHECK_FALSE(retryAfterMilliseconds(text, now).has_value());
  }
}
