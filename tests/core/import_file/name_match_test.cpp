#include "core/import_file/name_match.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "../support/rows.hpp"
#include "core/import_file/file_match.hpp"
#include "core/import_file/name_key.hpp"
#include "core/import_file/run_comparison.hpp"

namespace koodrive {
namespace {

using Names = std::vector<std::optional<std::string>>;
using Positions = std::vector<std::uint32_t>;
constexpr std::uint32_t noRow = NameMatch::noRow;

class GivenNames final : public NameList {
 public:
  explicit GivenNames(Names names) : names_(std::move(names)) {}
  [[nodiscard]] std::size_t size() const override { return names_.size(); }
  [[nodiscard]] std::optional<std::string_view> at(std::size_t index) override { return names_[index]; }

 private:
  Names names_;
};

NameMatch match(const Names& failures, const Names& rows) {
  GivenNames failureNames(failures);
  GivenNames rowNames(rows);
  return matchNames(failureNames, rowNames);
}

ImportFile fileOf(std::string text) {
  return ImportFile::read({.bytes = std::move(text), .encoding = FileEncoding::Utf8, .text = {}}).value();
}

}  // namespace

TEST_CASE("Two spellings of a name have the same key if they differ in blanks around them, case or width") {
  for (const std::string_view spelling : {"wei.zhang", " wei.zhang", "Wei.Zhang\t", "\u3000WEI.ZHANG\u00A0",
                                          "\u200Bwei.zhang\uFEFF", "ｗｅｉ．ｚｈａｎｇ"}) {
    CAPTURE(spelling);
    CHECK(nameKey(spelling) == "wei.zhang");
  }
  CHECK(nameKey("ÉCOLE") == nameKey("école"));
  CHECK(nameKey("ΣΊΣΥΦΟΣ") == nameKey("σίσυφος"));
  CHECK(nameKey("a b") != nameKey("ab"));
  CHECK(nameKey("\u3000 \u200B").empty());
}

TEST_CASE("A name is matched with the row that is most alike, and the strength of the match is kept") {
  const NameMatch result =
      match({"wei", "Li", "zhao@x.com", "qian", "nobody"}, {"LI", "wei", "zhao", "qian@y.com", "someone"});
  CHECK(result.rowOf == Positions{1, 0, 2, 3, noRow});
  CHECK(result.strengthOf[0] == MatchStrength::Exact);
  CHECK(result.strengthOf[1] == MatchStrength::Folded);
  CHECK(result.strengthOf[2] == MatchStrength::WithoutDomain);
  CHECK(result.strengthOf[3] == MatchStrength::WithoutDomain);
  CHECK(result.unmatched == Positions{4});
  CHECK(result.ambiguous.empty());
}

TEST_CASE("Two names with different domains are not the same name") {
  CHECK(match({"wei@x.com"}, {"wei@y.com"}).unmatched == Positions{0});
}

TEST_CASE("As many failures as rows with the same name are all matched, in their order") {
  const NameMatch result = match({"ss", "a", "ss"}, {"ss", "ss", "a"});
  CHECK(result.rowOf == Positions{0, 2, 1});
  CHECK(result.ambiguous.empty());
}

TEST_CASE("A failure whose name stands in several rows is not guessed but listed with these rows") {
  const NameMatch result = match({"ss"}, {"ss", "x", "ss"});
  CHECK(result.rowOf == Positions{noRow});
  REQUIRE(result.ambiguous.size() == 1);
  CHECK(result.ambiguous[0].failures == Positions{0});
  CHECK(result.ambiguous[0].rows == Positions{0, 2});
}

TEST_CASE("A row that several failures claim is listed with these failures") {
  const NameMatch same = match({"ss", "ss"}, {"ss"});
  REQUIRE(same.ambiguous.size() == 1);
  CHECK(same.ambiguous[0].failures == Positions{0, 1});
  CHECK(same.ambiguous[0].rows == Positions{0});

  const NameMatch folded = match({"wei", "WEI"}, {"wei"});
  CHECK(folded.rowOf == Positions{0, noRow});
  REQUIRE(folded.ambiguous.size() == 1);
  CHECK(folded.ambiguous[0].failures == Positions{1});
  CHECK(folded.ambiguous[0].rows == Positions{0});
  CHECK(folded.ambiguous[0].strength == MatchStrength::Folded);
}

TEST_CASE("A failure without a name, or with a blank one, is unmatched, also if a row has none") {
  CHECK(match({std::nullopt, "", " \u3000"}, {std::nullopt, "", " \u3000"}).unmatched == Positions{0, 1, 2});
}

TEST_CASE("Names with quotation marks, delimiters and line ends are matched with the fields that hold them") {
  const FailInfoColumns failures = columnsOf({{"a \"b\"", "r"}, {"c,d", "r"}, {"e\r\nf", "r"}});
  const ImportFile file = fileOf("id,name\n1,\"e\r\nf\"\n2,\"a \"\"b\"\"\"\n3,\"c,d\"\n");
  CHECK(matchFile(failures, file, columnOfNames(failures, file)).rowOf == Positions{1, 2, 0});
}

TEST_CASE("Nothing is matched by an empty column, by a column that no row has, or without a column") {
  const FailInfoColumns failures = columnsOf({{"a", "r"}, {"", "r"}});
  const ImportFile file = fileOf("id,name\n,a\n,b\n");
  for (const std::optional<std::size_t> column :
       {std::optional<std::size_t>(0), std::optional<std::size_t>(9), std::optional<std::size_t>()}) {
    CHECK(matchFile(failures, file, column).unmatched == Positions{0, 1});
  }
}

TEST_CASE("Every failure is matched with a row of its own, unmatched, or ambiguous, for any names") {
  std::mt19937 random(20261126);
  const std::vector<std::string> names = {"a", "A", " a", "a@x", "A@x", "a@y", "b", "ｂ", "B ", "b@x", ""};
  const auto some = [&] {
    Names drawn(random() % 12);
    std::ranges::generate(drawn, [&] { return names[random() % names.size()]; });
    return drawn;
  };
  for (int round = 0; round < 2000; ++round) {
    const Names failures = some();
    const Names rows = some();
    const NameMatch result = match(failures, rows);
    std::vector<int> seen(failures.size());
    std::vector<int> taken(rows.size());
    for (std::size_t failure = 0; failure < failures.size(); ++failure) {
      if (result.rowOf[failure] != noRow) {
        ++seen[failure];
        ++taken[result.rowOf[failure]];
        CHECK(withoutDomain(nameKey(*failures[failure])) ==
              withoutDomain(nameKey(*rows[result.rowOf[failure]])));
      }
    }
    for (const std::uint32_t failure : result.unmatched) {
      ++seen[failure];
    }
    for (const AmbiguousName& name : result.ambiguous) {
      CHECK_FALSE(name.rows.empty());
      for (const std::uint32_t failure : name.failures) {
        ++seen[failure];
      }
    }
    CHECK(std::ranges::all_of(seen, [](int count) { return count == 1; }));
    CHECK(std::ranges::all_of(taken, [](int count) { return count <= 1; }));
  }
}

TEST_CASE("The column of names is the one in which most failures stand, not the one whose values repeat") {
  const FailInfoColumns failures = columnsOf({{"wei", "r"}, {"li", "r"}, {"sales", "r"}});
  CHECK(columnOfNames(failures, fileOf("dept,account\nsales,wei@x\nsales,LI\nsales,zhao\nsales,qian\n")) ==
        1U);
  CHECK(columnOfNames(failures, fileOf("a,b\nx,y\n")) == std::nullopt);
  CHECK(columnOfNames(failures, fileOf("a,b\nwei,wei\n")) == 0U);
}

TEST_CASE("The column of names is found by the only failure in a large file, whichever row it is in") {
  constexpr std::size_t rows = 100'000;
  const FailInfoColumns failures = columnsOf({{"wei.zhang", "exists"}});
  for (const std::size_t rowOfFailure : {rows / 2, rows / 2 + 1, rows / 2 + 2}) {
    CAPTURE(rowOfFailure);
    std::string text = "department,title,account\n";
    for (std::size_t row = 0; row < rows; ++row) {
      text += row == rowOfFailure ? "sales,clerk,Wei.Zhang\n" : "sales,clerk,somebody\n";
    }
    CHECK(columnOfNames(failures, fileOf(std::move(text))) == 2U);
  }
}

TEST_CASE("Failures are new, still failing for the same or another reason, or no longer failing") {
  const FailInfoColumns earlier =
      columnsOf({{"wei", "exists"}, {"li", "exists"}, {"gone", "exists"}, {"tw", "x"}, {"tw", "y"}});
  const FailInfoColumns now =
      columnsOf({{"new", "exists"}, {"Wei", "exists"}, {"li", "too long"}, {"tw", "x"}});
  const RunComparison comparison = compareRuns(now, earlier);
  CHECK(comparison.changes == std::vector{FailureChange::New, FailureChange::SameReason,
                                          FailureChange::OtherReason, FailureChange::Unclear});
  CHECK(comparison.noLongerFailing == Positions{2});
  CHECK(comparison.match.strengthOf[1] == MatchStrength::Folded);
}

TEST_CASE("Failures without a name are neither called new nor no longer failing") {
  const FailInfoColumns nameless = columnsOf({{std::nullopt, "r"}, {" ", "r"}});
  const RunComparison comparison = compareRuns(nameless, nameless);
  CHECK(comparison.changes == std::vector{FailureChange::Unclear, FailureChange::Unclear});
  CHECK(comparison.noLongerFailing.empty());
}

}  // namespace koodrive
