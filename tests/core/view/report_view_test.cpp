#include "core/view/report_view.hpp"

#include <algorithm>
#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "../support/positions.hpp"
#include "../support/rows.hpp"
#include "core/view/case_folding.hpp"

using namespace koodrive;
using namespace std::string_literals;

namespace {

using ReasonIds = std::vector<FailInfoColumns::ReasonId>;

Positions found(const FailInfoColumns& rows, std::string_view query) {
  return shown(rows, {.search = query});
}

/// Whether a report whose one name is `text` shows it for `query`.
bool finds(std::string_view query, std::string_view text) {
  return !found(columnsOf({{std::string(text), std::nullopt}}), query).empty();
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
  std::ranges::transform(letters, letters.begin(), foldCase);
  return letters;
}

}  // namespace

TEST_CASE("a view without options shows all rows in the order of the response") {
  const FailInfoColumns rows = columnsOf({{"b", "x"}, {"a", "y"}, {"c", "x"}});
  CHECK(shown(rows, {}) == Positions{0, 1, 2});
  CHECK(shown(rows, {.descending = true}) == Positions{2, 1, 0});
  CHECK_FALSE(ReportView(rows).isPartial());
}

TEST_CASE("a report without failures has an empty view whatever the options") {
  const FailInfoColumns rows;
  const ReasonIds some = {0, 7};
  for (const auto sortBy : {SortBy::Position, SortBy::UserName, SortBy::Desc}) {
    CHECK(shown(rows, {.sortBy = sortBy, .descending = true}).empty());
    CHECK(shown(rows, {.search = "a", .reasons = some, .sortBy = sortBy}).empty());
  }
}

TEST_CASE("asking a view for rows beyond its end returns only the rows up to the end") {
  const FailInfoColumns rows = columnsOf({{"a", "x"}, {"b", "x"}, {"ab", "x"}});
  for (const ReportView& view : {ReportView(rows), ReportView(rows, {.search = "x"}),
                                 ReportView(rows, {.sortBy = SortBy::UserName})}) {
    REQUIRE(view.size() == 3);
    CHECK(view.positions(1, 100).size() == 2);
    CHECK(view.positions(1, 1) == Positions{view.at(1)});
    CHECK(view.positions(3, 1).empty());
    CHECK(view.positions(std::string::npos, std::string::npos).empty());
  }
}

TEST_CASE("a search finds names and reasons and ignores case") {
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
  CHECK(ReportView(rows, {.search = "zhang"}).isPartial());
}

TEST_CASE("a search ignores case in every script and no other difference") {
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

TEST_CASE("a search treats special characters of patterns literally") {
  for (const auto& text : {"a.b"s, "[x]"s, "^$"s, "\\d"s, "<b>"s, "a\0b"s, "\xE2\x80\xAE" + "abc"s, "\u200D"s,
                           "\u0301"s, "\U0001F468\u200D\U0001F469\u200D\U0001F467"s, "@[`{"s}) {
    CAPTURE(text);
    CHECK(finds(text, text));
    CHECK(finds(text, "before" + text + "after"));
    CHECK_FALSE(finds(text, "acb abc dd bb a"));
  }
  // These differ only in bit 0x20, as upper and lower case do in ASCII, but are not letters.
  CHECK_FALSE(finds("@", "`"));
  CHECK_FALSE(finds("[", "{"));
  CHECK_FALSE(finds("{", "["));
  CHECK_FALSE(finds("k", "\x0B"));
}

TEST_CASE("a search does not read past the end of a text") {
  // In the text arena the first name is followed by the length of the second one, which is zero.
  CHECK(found(columnsOf({{"aaaaaaax", "r"}, {"", "r"}, {"ax", "r"}, {"", "r"}}), "x\0"s).empty());
}

TEST_CASE("a search finds a match at any position in texts of any length") {
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

TEST_CASE("a search finds the same rows as a comparison of folded code points") {
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

TEST_CASE("a view can be filtered by reasons, alone and together with a search") {
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
  CHECK(shown(rows, {.search = "X", .reasons = absent}) == Positions{5});
  CHECK(shown(rows, {.search = "x", .reasons = two, .descending = true}) == Positions{6, 3, 0});
  CHECK(shown(rows, {.reasons = two, .sortBy = SortBy::UserName, .descending = true}) ==
        Positions{6, 3, 2, 0});
}

TEST_CASE("findReason finds a reason only by its exact text") {
  const FailInfoColumns rows = columnsOf({{"a", "x"}, {"b", ""}});
  CHECK(findReason(rows, "x") == 0U);
  CHECK(findReason(rows, "") == 1U);
  CHECK_FALSE(findReason(rows, "X"));
  CHECK_FALSE(findReason(rows, std::nullopt));
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

TEST_CASE(
    "a view of given positions shows these rows in the report's order, and those that a search leaves") {
  const FailInfoColumns rows = columnsOf({{"a", "x"}, {"b", "y"}, {"c", "x"}});
  const std::vector<std::uint32_t> wanted = {2, 0, 2, 3, 4294967295U};
  const ReportView view(rows, {.positions = wanted});
  CHECK(view.positions(0, view.size()) == std::vector<std::uint32_t>{0, 2});
  CHECK(ReportView(rows, {.search = "c", .positions = wanted}).size() == 1);
  CHECK(ReportView(rows, {.positions = std::vector<std::uint32_t>()}).size() == 0);
}

TEST_CASE("a view shows the rows that a warning is about, together with a search and reasons") {
  const FailInfoColumns rows = columnsOf({{"anna ", "x"},
                                          {"bob", "no  such"},
                                          {std::nullopt, "x"},
                                          {std::string(21, 'a'), std::nullopt},
                                          {" bob", "no  such"}});
  CHECK(shown(rows, {.noted = Warning::Kind::OddUserNames}) == Positions{0, 4});
  CHECK(shown(rows, {.noted = Warning::Kind::OddReasons}) == Positions{1, 4});
  CHECK(shown(rows, {.noted = Warning::Kind::LongUserNames}) == Positions{3});
  CHECK(shown(rows, {.noted = Warning::Kind::WithoutUserName}) == Positions{2});
  CHECK(shown(rows, {.noted = Warning::Kind::WithoutReason}) == Positions{3});
  CHECK(shown(rows, {.noted = Warning::Kind::CountMismatch}) == Positions{0, 1, 2, 3, 4});
  CHECK(shown(rows, {.search = "bob", .noted = Warning::Kind::OddUserNames}) == Positions{4});
  CHECK(shown(rows, {.reasons = ReasonIds{0}, .noted = Warning::Kind::OddUserNames}) == Positions{0});
}
