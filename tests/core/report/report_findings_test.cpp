#include "core/report/report_findings.hpp"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <string>
#include <vector>

#include "../support/outcome.hpp"
#include "../support/rows.hpp"

using namespace koodrive;

namespace {

std::vector<Warning> findingsOf(const std::vector<Entry>& entries) {
  return findings(
      {.data = {.successCount = 0, .failCount = entries.size(), .failInfoList = columnsOf(entries)},
       .warnings = {}});
}

}  // namespace

TEST_CASE("findings count the user names that occur more than once, and their rows") {
  CHECK(findingsOf({{"a", "x"}, {"b", "x"}, {"A", "x"}}).empty());
  CHECK(findingsOf({{"a", "x"}, {"b", "x"}, {"a", "y"}, {"c", "x"}, {"a", "x"}, {"c", "x"}}) ==
        std::vector<Warning>{{.kind = Warning::Kind::DuplicateUserNames, .names = 2, .rows = 5}});
}

TEST_CASE("findings count rows with an absent name or reason, but not with an empty one") {
  CHECK(findingsOf(
            {{std::nullopt, "x"}, {std::nullopt, std::nullopt}, {"a", std::nullopt}, {std::nullopt, ""}}) ==
        std::vector<Warning>{{.kind = Warning::Kind::WithoutUserName, .count = 3},
                             {.kind = Warning::Kind::WithoutReason, .count = 2}});
  CHECK(findingsOf({{"", "x"}, {"", ""}}) ==
        std::vector<Warning>{{.kind = Warning::Kind::DuplicateUserNames, .names = 1, .rows = 2}});
}

TEST_CASE("findings report an import of nobody only if both counts are known to be zero") {
  const auto found = [](std::string_view members) { return findings(decode(answer(members)).value()); };
  CHECK(found(R"("successCount":0,"failCount":0,"failInfoList":[])") ==
        std::vector<Warning>{{.kind = Warning::Kind::NothingImported}});
  CHECK(found(R"("successCount":1,"failCount":0)").empty());
  CHECK(found(R"("successCount":0,"failCount":1)").empty());
  CHECK(found(R"("failCount":0)").empty());
  CHECK(found(R"("successCount":0,"failCount":0,"failInfoList":[{"userName":"a","desc":"x"}])").empty());
}

TEST_CASE("findings count all duplicates among fifty thousand names") {
  Dice dice(6);
  std::map<std::string, std::uint64_t> times;
  FailInfoColumns rows;
  for (int row = 0; row < 50000; ++row) {
    const std::string name = "user" + std::to_string(dice.below(60000));
    ++times[name];
    rows.append(name, "x");
  }
  Warning expected{.kind = Warning::Kind::DuplicateUserNames};
  for (const auto& [name, count] : times) {
    expected.names += count > 1 ? 1 : 0;
    expected.rows += count > 1 ? count : 0;
  }
  CHECK(findings({.data = {.successCount = 1, .failCount = rows.size(), .failInfoList = rows},
                  .warnings = {}}) == std::vector<Warning>{expected});
}

TEST_CASE("the kinds of findings have the names that the JavaScript API uses") {
  using enum Warning::Kind;
  CHECK(toString(DuplicateUserNames) == "duplicate-user-names");
  CHECK(toString(WithoutUserName) == "without-user-name");
  CHECK(toString(WithoutReason) == "without-reason");
  CHECK(toString(NothingImported) == "nothing-imported");
}

TEST_CASE("findings count odd names by rows, odd reasons once each, and names over 20 characters") {
  const std::string twenty(20, 'x');
  const std::vector<Entry> entries = {{"anna ", "x"},
                                      {"\u0430nna", "no  such"},
                                      {"bob", "no  such"},
                                      {twenty + "y", "y\nz"},
                                      {twenty + "@ldb.example.com", "x"},
                                      {"\u5F20\u4E09\u5F20\u4E09\u5F20\u4E09\u5F20\u4E09", "x"}};
  CHECK(findingsOf(entries) == std::vector<Warning>{{.kind = Warning::Kind::OddUserNames, .count = 2},
                                                    {.kind = Warning::Kind::OddReasons, .count = 1},
                                                    {.kind = Warning::Kind::LongUserNames, .count = 1}});
}
