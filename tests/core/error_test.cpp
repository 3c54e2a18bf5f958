#include "core/error.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string_view>

#include "core/report/warning.hpp"

using namespace koodrive;

namespace {

template <class Enum>
std::set<std::string_view> namesUpTo(Enum last) {
  std::set<std::string_view> names;
  for (unsigned value = 0; value <= static_cast<unsigned>(last); ++value) {
    names.insert(toString(static_cast<Enum>(value)));
  }
  return names;
}

}  // namespace

TEST_CASE("error kinds have the names that JavaScript sees") {
  CHECK(namesUpTo(ErrorKind::TooLarge) ==
        std::set<std::string_view>{"invalid-request", "network", "timeout", "aborted", "unauthorized", "http",
                                   "api", "no-result", "malformed-response", "too-large"});
}

TEST_CASE("each reason and each warning has a name of its own") {
  CHECK(namesUpTo(ErrorReason::OutOfMemory).size() == static_cast<std::size_t>(ErrorReason::OutOfMemory) + 1);
  CHECK(toString(ErrorReason::EndsEarly) == "ends-early");
  CHECK(toString(ErrorReason::NotAUrl) == "not-a-url");
  CHECK(namesUpTo(Warning::Kind::ClockCorrected) ==
        std::set<std::string_view>{"count-mismatch", "fail-count-absent", "success-count-absent",
                                   "duplicate-member", "clock-corrected"});
}
