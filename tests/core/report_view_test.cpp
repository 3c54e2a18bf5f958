#include "core/report_view.hpp"

#include <algorithm>
#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

#include "core/detail/case_folding.hpp"
#include "rows.hpp"

using namespace koodrive;
using namespace std::string_literals;

namespace {

using Positions = std::vector<std::uint32_t>;
using ReasonIds = std::vector<FailInfoColumns::ReasonId>;

Positions shown(const FailInfoColumns& rows, const ViewOptions& options) {
  const ReportView view(rows, options);
  return view.positions(0, view.size());
}

Positions found(const FailInfoColumns& rows, std::string_view query) {
  return shown(rows, {.query = query});
}

/// Whether a report whose one name is `text` shows it for `query`.
bool finds(std::string_view query, std::string_view text) {
  return !found(columnsOf({{std::string(text), std::nullopt}}), query).empty();
}

/// The names in order of user name.
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

/// `text` with each code point folded, for comparing with what the search does.
std::u32string folded(std::string_view text) {
  std::u32string letters;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      letters.push_back(byte);
    } else if (byte >= 0xC0) {
      letters.push_back(byte & (0x7FU >> static_cast<unsigned>(std::countl_one(byte))));
    } else {
      letters.back() = (letters.back() << 6U) | (byte & 0x3FU);
    }
  }
  std::ranges::transform(letters, letters.begin(), detail::foldCase);
  return letters;
}

/// Natural order in the plainest way: a list of numbers, without leading zeros, and characters.
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
    // Between '/' and ':', the longer number behind the shorter one.
    key.push_back("0" + std::string(digits.size(), '1') + "0" + digits);
  }
  // Where nothing else tells two texts apart.
  key.emplace_back();
  key.emplace_back(text);
  return key;
}

/// std::string compares bytes without a sign.
bool comesBefore(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  return std::ranges::lexicographical_compare(
      left, right, [](const std::string& one, const std::string& other) { return one.compare(other) < 0; });
}

const std::vector<std::string> pieces = {"a",
                                         "A",
                                         "b",
                                         "k",
                                         "K",
                                         "\u212A",
                                         "s",
                                         "S",
                                         "\u017F",
                                         "\u00E9",
                                         "\u00C9",
                                         "\u0431",
                                         "\u0411",
                                         "0",
                                         "00",
                                         "1",
                                         "12",
                                         "9",
                                         "123456789012345678901",
                                         "-",
                                         ".",
                                         "\u5F20",
                                         "\u4E09",
                                         "\U0001F600",
                                         "e",
                                         "\u0301",
                                         "\xE2\x80\xAE",
                                         "\u200D",
                                         "\0"s,
                                         "user"};

}  // namespace

TEST_CASE("without options all rows are shown in the order of the answer") {
  const FailInfoColumns rows = columnsOf({{"b", "x"}, {"a", "y"}, {"c", "x"}});
  CHECK(shown(rows, {}) == Positions{0, 1, 2});
  CHECK(shown(rows, {.descending = true}) == Positions{2, 1, 0});
  CHECK_FALSE(ReportView(rows).isPartial());
}

TEST_CASE("a report without failures has an empty view, whatever is asked") {
  const FailInfoColumns rows;
  const ReasonIds some = {0, 7};
  for (const auto sortBy : {SortBy::Position, SortBy::UserName, SortBy::Desc}) {
    CHECK(shown(rows, {.sortBy = sortBy, .descending = true}).empty());
    CHECK(shown(rows, {.query = "a", .reasons = some, .sortBy = sortBy}).empty());
  }
}

TEST_CASE("a window beyond the end is cut off there") {
  const FailInfoColumns rows = columnsOf({{"a", "x"}, {"b", "x"}, {"ab", "x"}});
  for (const ReportView& view :
       {ReportView(rows), ReportView(rows, {.query = "x"}), ReportView(rows, {.sortBy = SortBy::UserName})}) {
    REQUIRE(view.size() == 3);
    CHECK(view.positions(1, 100).size() == 2);
    CHECK(view.positions(1, 1) == Positions{view.at(1)});
    CHECK(view.positions(3, 1).empty());
    CHECK(view.positions(std::string::npos, std::string::npos).empty());
  }
}

TEST_CASE("a search finds names and reasons, whatever the case") {
  const FailInfoColumns rows = columnsOf({{"Zhang", "Mobile number exists"},
                                          {"li", "mobile missing"},
                                          {std::nullopt, "no match here"},
                                          {"mobileer", std::nullopt},
                                          {"", ""}});
  CHECK(found(rows, "MOBILE") == Positions{0, 1, 3});
  CHECK(found(rows, "zhang") == Positions{0});
  CHECK(found(rows, "number exists") == Positions{0});
  CHECK(found(rows, "zhangmobile").empty());
  CHECK(found(rows, "") == Positions{0, 1, 2, 3, 4});
  CHECK(ReportView(rows, {.query = "zhang"}).isPartial());
}

TEST_CASE("a search knows the case of every script, and nothing but case") {
  CHECK(finds("\u00C9COLE", "\u00E9cole"));
  CHECK(finds("\u0438\u0432\u0430\u043D", "\u0418\u0412\u0410\u041D"));
  CHECK(finds("\u03C3\u03BF\u03C6\u03CC\u03C2", "\u03A3\u039F\u03A6\u038C\u03A3"));
  CHECK(finds("kelvin", "\u212AELVIN"));
  CHECK(finds("\u212A", "k"));
  CHECK(finds("miss", "mi\u017F\u017F"));
  CHECK(finds("stra\u1E9Ee", "Stra\u00DFe"));
  CHECK(finds("\U00010428", "x\U00010400"));
  CHECK(finds("\u5F20\u4E09", "\u738B\u5F20\u4E09\u4E30"));
  CHECK_FALSE(finds("strasse", "Stra\u00DFe"));
  CHECK_FALSE(finds("i", "\u0130"));
  CHECK_FALSE(finds("\u00E9", "e\u0301"));
  CHECK_FALSE(finds("\u5F20\u4E09", "\u5F20 \u4E09"));
}

TEST_CASE("a search treats every character as itself") {
  for (const auto& text : {"a.b"s, "[x]"s, "^$"s, "\\d"s, "<b>"s, "a\0b"s, "\xE2\x80\xAE" + "abc"s, "\u200D"s,
                           "\u0301"s, "\U0001F468\u200D\U0001F469\u200D\U0001F467"s, "@[`{"s}) {
    CAPTURE(text);
    CHECK(finds(text, text));
    CHECK(finds(text, "before" + text + "after"));
    CHECK_FALSE(finds(text, "acb abc dd bb a"));
  }
  // Bytes that differ in the bit that tells letters' cases apart, but are no letters.
  CHECK_FALSE(finds("@", "`"));
  CHECK_FALSE(finds("[", "{"));
  CHECK_FALSE(finds("{", "["));
  CHECK_FALSE(finds("k", "\x0B"));
}

TEST_CASE("a search does not read on behind a text") {
  // Behind the first name lies the second one's length, zero.
  CHECK(found(columnsOf({{"aaaaaaax", "r"}, {"", "r"}, {"ax", "r"}, {"", "r"}}), "x\0"s).empty());
}

TEST_CASE("a match lies anywhere in texts of any length") {
  for (std::size_t length = 0; length < 40; ++length) {
    for (std::size_t place = 0; place <= length; ++place) {
      std::string text(length, '-');
      text.insert(place, "nEEdle");
      CHECK(finds("NeedlE", text));
      CHECK_FALSE(finds("needles", text));
    }
  }
  const std::string longText = std::string(10000, 'a') + "B";
  CHECK(finds(std::string(9999, 'A') + "b", longText));
  CHECK_FALSE(finds(longText + "c", longText));
}

TEST_CASE("a search finds what comparing folded code points finds") {
  Dice dice(1);
  for (int round = 0; round < 300; ++round) {
    std::vector<Entry> entries;
    for (std::size_t row = 0; row < 40; ++row) {
      const Text desc = dice.below(5) == 0 ? Text() : Text(dice.textOf(pieces, 2));
      entries.emplace_back(dice.below(9) == 0 ? Text() : Text(dice.textOf(pieces, 14)), desc);
    }
    const std::string query = dice.textOf(pieces, 4);
    Positions expected;
    for (std::uint32_t row = 0; row < entries.size(); ++row) {
      const auto contains = [&](const Text& text) {
        return text && folded(*text).find(folded(query)) != std::u32string::npos;
      };
      if (query.empty() || contains(entries[row].first) || contains(entries[row].second)) {
        expected.push_back(row);
      }
    }
    CAPTURE(query);
    CHECK(found(columnsOf(entries), query) == expected);
  }
}

TEST_CASE("rows can be those of some reasons, alone and together with a search") {
  const FailInfoColumns rows = columnsOf(
      {{"a", "x"}, {"b", std::nullopt}, {"c", "y"}, {"d", "x"}, {"e", ""}, {"xx", std::nullopt}, {"x", "y"}});
  const auto idOf = [&](std::optional<std::string_view> desc) { return findReason(rows, desc).value(); };
  const ReasonIds x = {idOf("x")};
  const ReasonIds absent = {idOf(std::nullopt)};
  const ReasonIds emptyText = {idOf("")};
  const ReasonIds two = {idOf("y"), idOf("x"), idOf("y"), 4000000000U};
  const ReasonIds none;
  CHECK(shown(rows, {.reasons = x}) == Positions{0, 3});
  CHECK(shown(rows, {.reasons = absent}) == Positions{1, 5});
  CHECK(shown(rows, {.reasons = emptyText}) == Positions{4});
  CHECK(shown(rows, {.reasons = two}) == Positions{0, 2, 3, 6});
  CHECK(shown(rows, {.reasons = none}).empty());
  CHECK(shown(rows, {.query = "X", .reasons = absent}) == Positions{5});
  CHECK(shown(rows, {.query = "x", .reasons = two, .descending = true}) == Positions{6, 3, 0});
  CHECK(shown(rows, {.reasons = two, .sortBy = SortBy::UserName, .descending = true}) ==
        Positions{6, 3, 2, 0});
}

TEST_CASE("a reason is found by its exact text") {
  const FailInfoColumns rows = columnsOf({{"a", "x"}, {"b", ""}});
  CHECK(findReason(rows, "x") == 0U);
  CHECK(findReason(rows, "") == 1U);
  CHECK_FALSE(findReason(rows, "X"));
  CHECK_FALSE(findReason(rows, std::nullopt));
}

TEST_CASE("names are sorted by code points, digits as numbers") {
  const std::vector<std::string> inOrder = {
      "",
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
      "\U0001F600",
  };
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

TEST_CASE("equal names stay in the order of the answer and absent ones come last, both ways round") {
  const FailInfoColumns rows = columnsOf(
      {{"b", "x"}, {std::nullopt, "x"}, {"a", "x"}, {"b", "y"}, {"", "x"}, {std::nullopt, "y"}, {"a", "y"}});
  CHECK(shown(rows, {.sortBy = SortBy::UserName}) == Positions{4, 2, 6, 0, 3, 1, 5});
  CHECK(shown(rows, {.sortBy = SortBy::UserName, .descending = true}) == Positions{0, 3, 2, 6, 4, 1, 5});
  const FailInfoColumns reversed = columnsOf({{"b", "x"}, {"b", "y"}, {"a", "x"}, {"a", "x"}});
  CHECK(shown(reversed, {.sortBy = SortBy::UserName}) == Positions{2, 3, 0, 1});
}

TEST_CASE("names of every kind sort as in the plainest way") {
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

TEST_CASE("names that share ever longer beginnings are sorted without ado") {
  std::vector<std::string> names;
  for (std::size_t length = 600; length > 0; --length) {
    names.push_back(std::string(length * 9, 'a') + "b");
  }
  CHECK(sorted(names).front() == names.front());
  CHECK(sorted(names, true).front() == names.back());
}

TEST_CASE("reasons are sorted by the given ranks, rows without one come last") {
  const FailInfoColumns rows =
      columnsOf({{"a", "x"}, {"b", "y"}, {"c", std::nullopt}, {"d", "z"}, {"e", "x"}, {"f", "y"}});
  // In the order of first appearance: x, y, absent, z.
  const std::vector<std::uint32_t> ranks = {2, 0, 1, 2};
  CHECK(shown(rows, {.sortBy = SortBy::Desc, .reasonRanks = ranks}) == Positions{1, 5, 0, 3, 4, 2});
  CHECK(shown(rows, {.sortBy = SortBy::Desc, .descending = true, .reasonRanks = ranks}) ==
        Positions{0, 3, 4, 1, 5, 2});
  CHECK(shown(rows, {.query = "x", .sortBy = SortBy::Desc, .reasonRanks = ranks}) == Positions{0, 4});
  const std::vector<std::uint32_t> beyond = {4000000000U, 0, 0, 1};
  CHECK(shown(rows, {.sortBy = SortBy::Desc, .reasonRanks = beyond}) == Positions{1, 5, 3, 0, 4, 2});
}

TEST_CASE("without ranks, or with too few, reasons are sorted as names are") {
  const FailInfoColumns rows = columnsOf(
      {{"a", "row 10"}, {"b", std::nullopt}, {"c", "row 9"}, {"d", ""}, {"e", "Row 1"}, {"f", "row 10"}});
  const std::vector<std::uint32_t> tooFew = {1, 2};
  CHECK(shown(rows, {.sortBy = SortBy::Desc}) == Positions{3, 4, 2, 0, 5, 1});
  CHECK(shown(rows, {.sortBy = SortBy::Desc, .reasonRanks = tooFew}) == Positions{3, 4, 2, 0, 5, 1});
  CHECK(shown(rows, {.sortBy = SortBy::Desc, .descending = true}) == Positions{0, 5, 2, 4, 3, 1});
}

TEST_CASE("a hundred thousand rows with as many reasons are filtered and sorted") {
  constexpr std::uint32_t count = 100000;
  FailInfoColumns rows;
  for (std::uint32_t row = 0; row < count; ++row) {
    const std::uint32_t number = (row * 7919U) % count;
    rows.append("user" + std::to_string(number), "reason " + std::to_string(count - number));
  }
  const Positions byName = shown(rows, {.sortBy = SortBy::UserName});
  REQUIRE(byName.size() == count);
  CHECK(std::ranges::is_sorted(byName, {}, [](std::uint32_t row) { return (row * 7919U) % count; }));
  CHECK(shown(rows, {.sortBy = SortBy::Desc, .descending = true}) == byName);
  CHECK(found(rows, "USER77777").size() == 1);
  CHECK(found(rows, "reason 5000").size() == 11);
}
