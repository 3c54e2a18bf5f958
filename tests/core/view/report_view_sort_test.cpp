#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

#include "../support/positions.hpp"
#include "../support/rows.hpp"
#include "core/view/report_view.hpp"

using namespace koodrive;
using namespace std::string_literals;

namespace {

/// The names as sorted by user name.
std::vector<std::string> sorted(const std::vector<std::string>& names, bool descending = false) {
  FailInfoColumns rows;
  for (const auto& name : names) {
    rows.append(name, std::nullopt);
  }
  std::vector<std::string> result;
  for (const auto position : shown(rows, {.sortBy = SortBy::UserName, .descending = descending})) {
    result.emplace_back(*rows.at(position).userName);
  }
  return result;
}

/// The reference implementation of natural order: a list of characters and of numbers without leading zeros.
std::vector<std::string> keyOf(std::string_view text) {
  std::vector<std::string> key;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] < '0' || text[at] > '9') {
      key.emplace_back(1, text[at++]);
      continue;
    }
    std::string digits;
    for (; at < text.size() && '0' <= text[at] && text[at] <= '9'; ++at) {
      if (text[at] != '0' || !digits.empty()) {
        digits.push_back(text[at]);
      }
    }
    // Numbers sort between '/' and ':'; the run of '1' makes longer numbers compare greater.
    key.push_back("0" + std::string(digits.size(), '1') + "0" + digits);
  }
  // The text itself decides between texts that are equal otherwise.
  key.emplace_back();
  key.emplace_back(text);
  return key;
}

/// Uses std::string::compare, which compares bytes as unsigned values; `char` may be signed.
bool comesBefore(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  return std::ranges::lexicographical_compare(
      left, right, [](const std::string& one, const std::string& other) { return one.compare(other) < 0; });
}

}  // namespace

TEST_CASE("names are sorted by code point, and runs of digits by numeric value") {
  const std::vector<std::string> inOrder = {"",
                                            "#1",
                                            "0",
                                            "00",
                                            "7",
                                            "08",
                                            "9",
                                            "10",
                                            "010a",
                                            "10a",
                                            "18446744073709551615",
                                            "18446744073709551616",
                                            "99999999999999999999999999999999999999999999999999",
                                            "100000000000000000000000000000000000000000000000000",
                                            "A1",
                                            "a",
                                            "a1",
                                            "a1-2",
                                            "a1-10",
                                            "a2",
                                            "a10",
                                            "a10b1",
                                            "a10b02",
                                            "a10b2",
                                            "a10b10",
                                            "a:",
                                            "aa",
                                            "b",
                                            "\u00E9",
                                            "\u5F20-2",
                                            "\u5F20-10",
                                            "\uFF11",
                                            "\U0001F600"};
  std::vector<std::string> shuffled = inOrder;
  Dice dice(2);
  for (int round = 0; round < 20; ++round) {
    for (std::size_t left = shuffled.size(); left > 1; --left) {
      std::swap(shuffled[left - 1], shuffled[dice.below(left)]);
    }
    CHECK(sorted(shuffled) == inOrder);
    CHECK(sorted(shuffled, true) == std::vector(inOrder.rbegin(), inOrder.rend()));
  }
}

TEST_CASE("sorting by name is stable and puts absent names last, ascending and descending") {
  const FailInfoColumns rows = columnsOf(
      {{"b", "x"}, {std::nullopt, "x"}, {"a", "x"}, {"b", "y"}, {"", "x"}, {std::nullopt, "y"}, {"a", "y"}});
  CHECK(shown(rows, {.sortBy = SortBy::UserName}) == Positions{4, 2, 6, 0, 3, 1, 5});
  CHECK(shown(rows, {.sortBy = SortBy::UserName, .descending = true}) == Positions{0, 3, 2, 6, 4, 1, 5});
  const FailInfoColumns reversed = columnsOf({{"b", "x"}, {"b", "y"}, {"a", "x"}, {"a", "x"}});
  CHECK(shown(reversed, {.sortBy = SortBy::UserName}) == Positions{2, 3, 0, 1});
}

TEST_CASE("names of every kind are sorted as by the reference implementation") {
  const auto check = [](const std::vector<std::string>& names) {
    FailInfoColumns rows;
    for (const auto& name : names) {
      rows.append(name, std::nullopt);
    }
    std::vector<std::vector<std::string>> keys(names.size());
    std::ranges::transform(names, keys.begin(), keyOf);
    for (const bool descending : {false, true}) {
      Positions expected(names.size());
      std::ranges::copy(std::views::iota(0U, static_cast<std::uint32_t>(names.size())), expected.begin());
      std::ranges::sort(expected, [&](std::uint32_t left, std::uint32_t right) {
        if (keys[left] == keys[right]) {
          return left < right;
        }
        return comesBefore(keys[left], keys[right]) != descending;
      });
      CHECK(shown(rows, {.sortBy = SortBy::UserName, .descending = descending}) == expected);
    }
  };
  Dice dice(3);
  for (const std::size_t count : {1U, 2U, 30U, 255U, 256U, 1500U}) {
    const auto all = [&](auto nameAt) {
      std::vector<std::string> names(count);
      std::ranges::generate(names, nameAt);
      check(names);
    };
    all([&] { return dice.textOf(pieces, 6); });
    all([&] { return "a common beginning " + dice.textOf(pieces, 3); });
    all([&] { return "user" + std::to_string(dice.below(2 * count)); });
    all([&] { return "user" + std::string(dice.below(4), '0') + std::to_string(dice.below(20)); });
    all([&] { return "3101011990" + std::to_string(10000000 + dice.below(4 * count)); });
    all([&] { return "3101011990" + std::to_string(dice.below(4 * count)) + dice.textOf(pieces, 1); });
    all([&] { return std::string(2000, '7') + std::string(dice.below(3), '0') + dice.textOf(pieces, 1); });
    all([&] { return std::string(dice.below(6), 'x') + std::string(dice.below(3), '\0'); });
    all([&] { return "the same name"s; });
    all([&, number = 0]() mutable { return "in order " + std::to_string(number++); });
    all([&, number = count]() mutable { return "in reverse " + std::to_string(number--); });
  }
}

TEST_CASE("names that share prefixes of thousands of bytes are sorted") {
  std::vector<std::string> names;
  for (std::size_t length = 600; length > 0; --length) {
    names.push_back(std::string(length * 9, 'a') + "b");
  }
  CHECK(sorted(names).front() == names.front());
  CHECK(sorted(names, true).front() == names.back());
}

TEST_CASE("rows are sorted by the given ranks of their reasons, rows without a reason come last") {
  const FailInfoColumns rows =
      columnsOf({{"a", "x"}, {"b", "y"}, {"c", std::nullopt}, {"d", "z"}, {"e", "x"}, {"f", "y"}});
  // In the order of first appearance: x, y, absent, z.
  const std::vector<std::uint32_t> ranks = {2, 0, 1, 2};
  CHECK(shown(rows, {.sortBy = SortBy::Desc, .reasonRanks = ranks}) == Positions{1, 5, 0, 3, 4, 2});
  CHECK(shown(rows, {.sortBy = SortBy::Desc, .descending = true, .reasonRanks = ranks}) ==
        Positions{0, 3, 4, 1, 5, 2});
  CHECK(shown(rows, {.search = "x", .sortBy = SortBy::Desc, .reasonRanks = ranks}) == Positions{0, 4});
  const std::vector<std::uint32_t> beyond = {4000000000U, 0, 0, 1};
  CHECK(shown(rows, {.sortBy = SortBy::Desc, .reasonRanks = beyond}) == Positions{1, 5, 3, 0, 4, 2});
}

TEST_CASE("reasons are sorted in natural order if ranks are missing or too few") {
  const FailInfoColumns rows = columnsOf(
      {{"a", "row 10"}, {"b", std::nullopt}, {"c", "row 9"}, {"d", ""}, {"e", "Row 1"}, {"f", "row 10"}});
  const std::vector<std::uint32_t> tooFew = {1, 2};
  CHECK(shown(rows, {.sortBy = SortBy::Desc}) == Positions{3, 4, 2, 0, 5, 1});
  CHECK(shown(rows, {.sortBy = SortBy::Desc, .reasonRanks = tooFew}) == Positions{3, 4, 2, 0, 5, 1});
  CHECK(shown(rows, {.sortBy = SortBy::Desc, .descending = true}) == Positions{0, 5, 2, 4, 3, 1});
}

TEST_CASE("rows are sorted by their lines in an import file, rows without a line come last") {
  const FailInfoColumns rows = columnsOf({{"a", "x"}, {"b", "x"}, {"c", "x"}, {"d", "x"}, {"e", "x"}});
  const Positions lines = {7, 0, 3, 7, 0};
  CHECK(shown(rows, {.sortBy = SortBy::Line, .lines = lines}) == Positions{2, 0, 3, 1, 4});
  CHECK(shown(rows, {.sortBy = SortBy::Line, .descending = true, .lines = lines}) ==
        Positions{0, 3, 2, 1, 4});
  CHECK(shown(rows, {.search = "c", .sortBy = SortBy::Line, .lines = lines}) == Positions{2});
  CHECK(shown(rows, {.sortBy = SortBy::Line, .lines = Positions{1, 2}}) == Positions{0, 1, 2, 3, 4});
  CHECK(shown(FailInfoColumns(), {.sortBy = SortBy::Line}).empty());
}
