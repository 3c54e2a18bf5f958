#include "core/report/fail_info_columns.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>
#include <vector>

using namespace koodrive;

namespace {

using Entry = std::pair<std::optional<std::string>, std::optional<std::string>>;

FailInfoColumns columnsOf(const std::vector<Entry>& entries) {
  FailInfoColumns columns;
  for (const auto& [userName, desc] : entries) {
    columns.append(userName, desc);
  }
  return columns;
}

}  // namespace

TEST_CASE("failures are read back as appended, and absent texts differ from empty ones") {
  const FailInfoColumns columns =
      columnsOf({{"a", "x"}, {std::nullopt, "y"}, {"", ""}, {"b", std::nullopt}, {"c", "x"}});
  REQUIRE(columns.size() == 5);
  CHECK(columns.at(0) == UserImportFailInfo{.userName = "a", .desc = "x"});
  CHECK(columns.at(1) == UserImportFailInfo{.userName = std::nullopt, .desc = "y"});
  CHECK(columns.at(2) == UserImportFailInfo{.userName = "", .desc = ""});
  CHECK(columns.at(3) == UserImportFailInfo{.userName = "b", .desc = std::nullopt});
  CHECK(columns.at(4) == UserImportFailInfo{.userName = "c", .desc = "x"});
}

TEST_CASE("equal reasons are stored once with their count, in the order of first appearance") {
  const FailInfoColumns columns = columnsOf({{"a", "x"},
                                             {"b", std::nullopt},
                                             {"c", "y"},
                                             {"d", "x"},
                                             {"e", std::nullopt},
                                             {"f", ""},
                                             {"g", "y"},
                                             {"h", "y"}});
  REQUIRE(columns.reasonCount() == 4);
  CHECK(columns.reason(0) == ReasonCount{.desc = "x", .count = 2});
  CHECK(columns.reason(1) == ReasonCount{.desc = std::nullopt, .count = 2});
  CHECK(columns.reason(2) == ReasonCount{.desc = "y", .count = 3});
  CHECK(columns.reason(3) == ReasonCount{.desc = "", .count = 1});
  CHECK(columns.reasonOf(3) == 0);
  CHECK(columns.reasonOf(4) == 1);
  CHECK(columns.reasonsByCount() == std::vector<FailInfoColumns::ReasonId>{2, 0, 1, 3});
}

TEST_CASE("a list without failures has no reasons") {
  const FailInfoColumns columns;
  CHECK(columns.size() == 0);
  CHECK(columns.reasonsByCount().empty());
  CHECK(columns == FailInfoColumns());
}

TEST_CASE("texts of every length are read back, also at the ends of the arena's chunks") {
  std::vector<Entry> entries;
  for (const std::size_t length :
       {0U, 1U, 127U, 128U, 129U, 255U, 256U, 8191U, 8192U, 8193U, 65535U, 65536U, 200000U}) {
    const char letter = static_cast<char>('a' + entries.size());
    entries.emplace_back(std::string(length, letter),
                         std::string(length, static_cast<char>(letter - 'a' + 'A')));
  }
  const FailInfoColumns columns = columnsOf(entries);
  for (std::size_t index = 0; index < entries.size(); ++index) {
    CAPTURE(index);
    CHECK((columns.at(index).userName == entries[index].first));
    CHECK((columns.at(index).desc == entries[index].second));
  }
}

TEST_CASE("a hundred thousand failures with different reasons are stored and read back") {
  constexpr std::size_t count = 100000;
  FailInfoColumns columns;
  const auto nameOf = [](std::size_t index) { return "user" + std::to_string(index); };
  const auto descOf = [](std::size_t index) { return "reason number " + std::to_string(index); };
  for (std::size_t index = 0; index < count; ++index) {
    columns.append(nameOf(index), descOf(index));
  }
  columns.shrinkToFit();
  REQUIRE(columns.size() == count);
  REQUIRE(columns.reasonCount() == count);
  bool same = true;
  for (std::size_t index = 0; index < count; ++index) {
    same = same && columns.at(index).userName == nameOf(index) && columns.at(index).desc == descOf(index);
  }
  CHECK(same);
}

TEST_CASE("failures can be appended after shrinkToFit") {
  FailInfoColumns columns = columnsOf({{"a", "x"}, {"b", std::nullopt}, {"c", "y"}});
  columns.shrinkToFit();
  columns.append("d", "y");
  columns.append("e", std::nullopt);
  columns.append("f", "z");
  CHECK(
      columns ==
      columnsOf({{"a", "x"}, {"b", std::nullopt}, {"c", "y"}, {"d", "y"}, {"e", std::nullopt}, {"f", "z"}}));
  CHECK(columns.reasonCount() == 4);
  CHECK(columns.reason(2).count == 2);
}

TEST_CASE("copying or moving a list of failures preserves its texts") {
  FailInfoColumns original = columnsOf({{"a", "x"}, {"b", "y"}});
  const FailInfoColumns copy = original;
  const FailInfoColumns moved = std::move(original);
  CHECK(copy == moved);
  CHECK(moved.at(1) == UserImportFailInfo{.userName = "b", .desc = "y"});
}

TEST_CASE("lists of failures are unequal if order or length differ, or absent and empty texts do") {
  const FailInfoColumns columns = columnsOf({{"a", "x"}, {"b", "y"}});
  CHECK_FALSE(columns == columnsOf({{"b", "y"}, {"a", "x"}}));
  CHECK_FALSE(columns == columnsOf({{"a", "x"}}));
  CHECK_FALSE(columns == columnsOf({{"a", "x"}, {"b", std::nullopt}}));
}
