#include "core/request/http.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace koodrive;

TEST_CASE("a response header is found by its name in any case, and its value is trimmed") {
  constexpr std::string_view lines =
      "content-type: a/b\r\nRetry-After: 5 \r\ndate:\tnow\r\nx-date: other\r\n";
  CHECK(headerIn(lines, "retry-after") == "5");
  CHECK(headerIn(lines, "date") == "now");
  CHECK(headerIn(lines, "content-type") == "a/b");
  CHECK(headerIn("Date: last", "date") == "last");
  CHECK(headerIn("date:", "date") == "");
}

TEST_CASE("looking up a header that the response does not have returns nothing") {
  for (const std::string_view lines : {"", "\r\n", "date", "x-date: now", "date-x: now", "a: date: now"}) {
    CAPTURE(lines);
    CHECK_FALSE(headerIn(lines, "date").has_value());
  }
}

TEST_CASE("trimming removes blanks around a text and keeps those inside it") {
  CHECK(trimmed(" \t a b\r\n") == "a b");
  CHECK(trimmed("a") == "a");
  CHECK(trimmed(" \r\n").empty());
  CHECK(trimmed("").empty());
}
