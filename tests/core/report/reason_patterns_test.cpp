#include "core/report/reason_patterns.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "../support/rows.hpp"

using namespace koodrive;

namespace {

std::vector<ReasonPattern> patternsOf(const std::vector<std::string>& descs) {
  FailInfoColumns rows;
  for (const auto& desc : descs) {
    rows.append("a", desc);
  }
  return findReasonPatterns(rows);
}

/// The single pattern that contains all `descs`, or a text saying that there is none.
std::string patternOf(const std::vector<std::string>& descs) {
  const auto patterns = patternsOf(descs);
  return patterns.size() == 1 && patterns[0].reasons.size() == descs.size() ? patterns[0].pattern
                                                                            : "(not one pattern)";
}

constexpr auto none = "(not one pattern)";

struct NamedReason {
  std::string userName;
  std::string desc;
};

FailInfoColumns rowsOf(const std::vector<NamedReason>& failures) {
  FailInfoColumns rows;
  for (const auto& [userName, desc] : failures) {
    rows.append(userName, desc);
  }
  return rows;
}

/// The texts of the patterns that `failures` form, and how many reasons each has.
std::vector<std::string> namedPatternsOf(const std::vector<NamedReason>& failures) {
  std::vector<std::string> texts;
  for (const auto& [pattern, count, reasons] : findReasonPatterns(rowsOf(failures))) {
    texts.push_back(pattern + " x" + std::to_string(reasons.size()));
  }
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("reasons that differ only in a number or a quoted text form one pattern") {
  CHECK(patternOf({"Mobile number 13800000001 already exists", "Mobile number 13900000002 already exists"}) ==
        "Mobile number … already exists");
  CHECK(patternOf({"Role 'a' of \"b\"", "Role 'c' of \"d\""}) == "Role '…' of \"…\"");
  CHECK(patternOf({"部门“研发”不存在", "部门“市场”不存在"}) == "部门“…”不存在");
  CHECK(patternOf({"部门「研发」的《a》和【b】", "部门「」的《c》和【d】"}) == "部门「…」的《…》和【…】");
  CHECK(patternOf({"abc12def", "abc7def"}) == "abc…def");
  CHECK(patternOf({"12", "7", "99"}) == "…");
}

TEST_CASE("a part that is the same in all reasons is kept in the pattern's text") {
  CHECK(patternOf({"Name 'x' has 70 of 64 characters", "Name 'x' has 71 of 64 characters"}) ==
        "Name 'x' has … of 64 characters");
  CHECK(patternOf({"'a' 1", "'b' 1", "'a' 2"}) == "'…' …");
}

TEST_CASE("a date, time, amount or IP address counts as one number in a pattern") {
  CHECK(patternOf({"expired 2024-01-31 12:30:00", "expired 2025-11-01 7:05"}) == "expired … …");
  CHECK(patternOf({"10,000.50 of 20", "9 of 20"}) == "… of 20");
  CHECK(patternOf({"from 10.0.0.1:8080.", "from 192.168.0.254:80."}) == "from ….");
  CHECK(patternOf({"1--2", "3--4"}) == "…--…");
  CHECK(patternOf({"row 1.", "row 2,"}) == none);
}

TEST_CASE("reasons that differ outside numbers and quotations form no pattern") {
  CHECK(patternsOf({}).empty());
  CHECK(patternsOf({"a", "b", "a"}).empty());
  CHECK(patternsOf({"a 1"}).empty());
  CHECK(patternsOf({"a 1", "b 1", "a", ""}).empty());
  CHECK(patternsOf({"'a'", "\"a\"", "“a”"}).empty());
  CHECK(patternsOf({"a", "A"}).empty());
}

TEST_CASE("apostrophes and unpaired quotation marks do not start a quotation") {
  CHECK(patternOf({"user's mobile can't be 1", "user's mobile can't be 2"}) == "user's mobile can't be …");
  CHECK(patternOf({"user's 'a' is 1", "user's 'b' is 1"}) == "user's '…' is 1");
  CHECK(patternOf({"user 'O'Brien' exists", "user 'd'Arc' exists"}) == "user '…' exists");
  CHECK(patternOf({"it’s ‘O’Brien’ 1", "it’s ‘x’ 2"}) == "it’s ‘…’ …");
  CHECK(patternsOf({"open 'a", "open 'b"}).empty());
  CHECK(patternsOf({"open “a", "open “b"}).empty());
  CHECK(patternsOf({"shut” a", "shut” b"}).empty());
  CHECK(patternOf({"5\" disk, 1", "5\" disk, 2"}) == "5\" disk, …");
}

TEST_CASE("reasons that differ only in the user name of their own row form one pattern") {
  CHECK(namedPatternsOf({{"alice", "User alice already exists"},
                         {"wei.zhang", "User wei.zhang already exists"},
                         {"u1", "User u1 already exists"},
                         {"000123", "User 000123 already exists"},
                         {"O'Brien", "User O'Brien already exists"},
                         {"Anna Maria", "User Anna Maria already exists"},
                         {"12a", "User 12a already exists"}}) == Texts{"User … already exists x7"});
  CHECK(namedPatternsOf({{"张伟", "用户张伟已存在"}, {"李娜", "用户李娜已存在"}}) == Texts{"用户…已存在 x2"});
  CHECK(namedPatternsOf({{"a", "a is the head of a"}, {"b", "b is the head of b"}}) ==
        Texts{"… is the head of … x2"});
  CHECK(namedPatternsOf({{"a", "User 'a' exists"}, {"b", "User 'b' exists"}}) == Texts{"User '…' exists x2"});
}

TEST_CASE("the user name of another row, or a part of a word, is no part of a pattern") {
  CHECK(namedPatternsOf({{"alice", "User bob exists"}, {"bob", "User alice exists"}}).empty());
  CHECK(namedPatternsOf({{"use", "User a exists"}, {"exist", "User b exists"}}).empty());
  CHECK(namedPatternsOf({{"", "User a exists"}, {"", "User b exists"}}).empty());
}

TEST_CASE("a reason that is nothing but the user name of its row is in no pattern") {
  CHECK(namedPatternsOf({{"a", "a"}, {"b", "b"}}).empty());
}

TEST_CASE("a user name that is a word of the reason by chance leaves the reason in its pattern") {
  CHECK(namedPatternsOf({{"a", "Mobile number 1 exists"},
                         {"b", "Mobile number 2 exists"},
                         {"number", "Mobile number 3 exists"}}) == Texts{"Mobile number … exists x3"});
  CHECK(namedPatternsOf({{"number", "Mobile number 3 exists"}, {"Mobile", "Mobile number 4 exists"}}) ==
        Texts{"Mobile number … exists x2"});
}

TEST_CASE("reasons that differ only in an e-mail address form one pattern") {
  CHECK(patternOf({"The address wei.zhang@example.com is taken",
                   "The address o-n_2+x@mail.example.org is taken"}) == "The address … is taken");
  CHECK(patternOf({"邮箱wei@a.cn已被使用", "邮箱li@b.cn已被使用"}) == "邮箱…已被使用");
  CHECK(patternOf({"in use: <a@b.example>.", "in use: <c7@d.example>."}) == "in use: <…>.");
  CHECK(patternOf({"sent to a@b.example.", "sent to c@d.example."}) == "sent to ….");
  CHECK(patternOf({"a@b.example: 3 errors", "a@b.example: 4 errors"}) == "a@b.example: … errors");
  CHECK(patternsOf({"@ a", "@ b", "a@ 1", "b@ 1", "a @b", "b @b"}).empty());
  CHECK(namedPatternsOf({{"wei", "wei@a.example is taken"}, {"li", "li@b.example is taken"}}) ==
        Texts{"… is taken x2"});
}

TEST_CASE("patterns, and the reasons in each, are sorted by their number of rows") {
  FailInfoColumns rows;
  const auto append = [&](std::size_t times, const std::string& desc) {
    for (; times > 0; --times) {
      rows.append(std::nullopt, desc);
    }
  };
  append(1, "rare 1");
  append(2, "common 1");
  append(9, "alone");
  append(5, "common 2");
  rows.append("a", std::nullopt);
  append(1, "rare 2");
  append(3, "common 3");
  const auto patterns = findReasonPatterns(rows);
  REQUIRE(patterns.size() == 2);
  CHECK(patterns[0] == ReasonPattern{.pattern = "common …", .count = 10, .reasons = {3, 6, 1}});
  CHECK(patterns[1] == ReasonPattern{.pattern = "rare …", .count = 2, .reasons = {0, 5}});
}

TEST_CASE("markup, emoji and ill-formed UTF-8 around the parts of a reason are preserved") {
  const std::string emoji = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
  CHECK(patternOf({"<b>\xE2\x80\xAE" + emoji + "\u0301 1", "<b>\xE2\x80\xAE" + emoji + "\u0301 2"}) ==
        "<b>\xE2\x80\xAE" + emoji + "\u0301 …");
  CHECK(patternOf({"'" + emoji + "'…", "'\u0301'…"}) == "'…'…");
  CHECK(patternOf({std::string(10000, '1'), std::string(9999, '2')}) == "…");
  // ReasonParts marks each part with the byte 0xFF, so a reason that contains this byte must not confuse it.
  CHECK(patternsOf({"\xFF 1", "2 \xFF"}).size() <= 1);
  CHECK(patternsOf({"\xFF", "1"}).size() <= 1);
}

TEST_CASE("splitting a reason with many unclosed quotation marks takes linear time") {
  std::string open;
  for (int count = 0; count < 300000; ++count) {
    open.append("“'");
  }
  CHECK(patternsOf({open + "1", open + "2"}).size() == 1);
}

TEST_CASE("splitting a reason that nearly holds many addresses or long names takes linear time") {
  std::string letters(300000, 'a');
  CHECK(patternsOf({letters + "@ 1", letters + "@ 2"}).size() == 1);
  CHECK(namedPatternsOf({{letters + "b", letters + " 1"}, {letters + "b", letters + " 2"}}).size() == 1);
  std::string marks;
  for (int count = 0; count < 100000; ++count) {
    marks.append("a.@");
  }
  CHECK(patternsOf({marks + " 1", marks + " 2"}).size() == 1);
}

TEST_CASE("each of a hundred thousand reasons belongs to exactly one pattern") {
  FailInfoColumns rows;
  constexpr std::size_t count = 100000;
  for (std::size_t row = 0; row < count; ++row) {
    const std::string number = std::to_string(row);
    switch (row % 4) {
      case 0:
        rows.append("a", "Mobile number " + number + " already exists");
        break;
      case 1:
        rows.append("a", "Department 'd" + number + "' does not exist");
        break;
      case 2:
        rows.append("a", "unlike any other " + std::string(1 + (row / 4 % 1000), 'x'));
        break;
      default:
        rows.append("a", "pair " + std::string(1 + (row / 8 % 500), 'y') + number);
    }
  }
  const auto patterns = findReasonPatterns(rows);
  REQUIRE(patterns.size() == 502);
  CHECK(patterns[0].pattern == "Mobile number … already exists");
  CHECK(patterns[0].count == count / 4);
  CHECK(patterns[1].pattern == "Department '…' does not exist");
  std::set<FailInfoColumns::ReasonId> seen;
  std::size_t members = 0;
  for (const auto& pattern : patterns) {
    seen.insert(pattern.reasons.begin(), pattern.reasons.end());
    members += pattern.reasons.size();
  }
  CHECK(seen.size() == members);
}
