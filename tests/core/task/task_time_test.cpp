#include "core/task/task_time.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace koodrive;

TEST_CASE("a task's time is read with and without a fraction and a zone") {
  constexpr std::int64_t second = 1'723'447'353'000;
  for (const auto* const text :
       {"2024-08-12T07:22:33.000Z", "2024-08-12T07:22:33Z", "2024-08-12T07:22:33z", "2024-08-12T07:22:33",
        "2024-08-12 07:22:33", "2024-08-12T15:22:33+08:00", "2024-08-12T15:22:33.000+0800",
        "2024-08-12T15:22:33+08", "2024-08-12T02:52:33-04:30"}) {
    CAPTURE(text);
    CHECK(parseTaskTime(text) == second);
  }
  CHECK(parseTaskTime("2024-08-12T07:22:33.5Z") == second + 500);
  CHECK(parseTaskTime("2024-08-12T07:22:33.123456789") == second + 123);
}

TEST_CASE("a text that is no time is not taken for one") {
  for (const auto* const text :
       {"", "2024-08-12", "2024-08-12T07:22", "2024-13-12T07:22:33Z", "2024-02-30T07:22:33Z",
        "2024-08-12T24:22:33Z", "2024-08-12T07:22:33.Z", "2024-08-12T07:22:33X", "2024-08-12T07:22:33Zx",
        "2024-08-12T07:22:33+25:00", "2024-08-12T07:22:33+", "2024-08-12T07:22:33+8", "1723447353000",
        "2024-08-12T07:22:33.0008Z Z"}) {
    CAPTURE(text);
    CHECK_FALSE(parseTaskTime(text));
  }
}
