#include "core/error.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string_view>
#include <vector>

#include "core/report/warning.hpp"
#include "core/text/enum_names.hpp"

using namespace koodrive;

using Names = std::vector<std::string_view>;

TEST_CASE("error kinds have the names of KooDriveError.kind in JavaScript") {
  CHECK(namesOf<ErrorKind>() == Names{"invalid-request", "network", "timeout", "aborted", "unauthorized",
                                      "http", "api", "no-result", "task-failed", "malformed-response",
                                      "malformed-file", "too-large"});
}

TEST_CASE("each error reason has a unique name in kebab case") {
  const auto names = namesOf<ErrorReason>();
  CHECK(names.size() == static_cast<std::size_t>(ErrorReason::OutOfMemory) + 1);
  CHECK(std::set(names.begin(), names.end()).size() == names.size());
  for (const auto name : names) {
    CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
  }
  CHECK(toString(ErrorReason::EndsEarly) == "ends-early");
  CHECK(toString(ErrorReason::NotAUrl) == "not-a-url");
}

TEST_CASE("warning kinds have the names that the JavaScript API uses") {
  CHECK(namesOf<Warning::Kind>() == Names{"count-mismatch", "fail-count-absent", "success-count-absent",
                                          "duplicate-member", "clock-corrected", "duplicate-user-names",
                                          "without-user-name", "without-reason", "odd-user-names",
                                          "odd-reasons", "long-user-names", "nothing-imported"});
}
