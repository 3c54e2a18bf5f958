#include "core/export/report_export.hpp"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "../support/outcome.hpp"
#include "../support/rows.hpp"
#include "core/text/piece_writer.hpp"

using namespace koodrive;
using namespace std::string_literals;

namespace {

const std::string mark = "\xEF\xBB\xBF";

std::string csv(const std::vector<Entry>& entries, CsvKind kind) {
  const FailInfoColumns rows = columnsOf(entries);
  return toCsv(rows, ReportView(rows), kind);
}

std::string tsv(const std::vector<Entry>& entries) {
  std::vector<std::uint32_t> positions(entries.size());
  for (std::uint32_t row = 0; row < entries.size(); ++row) {
    positions[row] = row;
  }
  return toTsv(columnsOf(entries), positions);
}

ImportReport reportOf(const std::vector<Entry>& entries) {
  return {.data = {.successCount = 7, .failCount = entries.size(), .failInfoList = columnsOf(entries)},
          .warnings = {}};
}

/// A plain reader of RFC 4180: an absent field is one without quotes and text.
std::vector<std::vector<Text>> readCsv(std::string_view text) {
  std::vector<std::vector<Text>> lines(1);
  Text field;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted) {
      if (c != '"') {
        field->push_back(c);
      } else if (text.substr(at + 1).starts_with('"')) {
        field->push_back(text[++at]);
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      field = "";
      quoted = true;
    } else if (c == ',' || text.substr(at).starts_with("\r\n")) {
      lines.back().push_back(field);
      field.reset();
      if (c == '\r') {
        lines.emplace_back();
        ++at;
      }
    } else {
      if (!field) {
        field = "";
      }
      field->push_back(c);
    }
  }
  lines.pop_back();
  return lines;
}

const std::vector<std::string> hostilePieces = {
    "a", "b c",    "\"",           ",",          "\r\n",   "\n",   "\r",   "\t", "\0"s,
    "=", "\u5F20", "\xE2\x80\xAE", "\U0001F600", "\u0301", "\x7F", "\x1B", "\\", "/",
    "'", "\u2028", "{}",           "\uFF1D",     "\uFEFF", " ",    "\b",   "\f"};

std::vector<Entry> drawEntries(Dice& dice, std::size_t count) {
  const auto draw = [&] { return dice.below(6) == 0 ? Text() : Text(dice.textOf(hostilePieces, 5)); };
  std::vector<Entry> entries(count);
  for (auto& [userName, desc] : entries) {
    userName = draw();
    desc = draw();
  }
  return entries;
}

}  // namespace

TEST_CASE("CSV for spreadsheets has a byte order mark and quotes every field") {
  CHECK(csv({}, CsvKind::ForSpreadsheet) == mark + "\"userName\",\"desc\"\r\n");
  CHECK(csv({{"a", "x,y"}, {"say \"b\"", std::nullopt}, {std::nullopt, ""}, {"\u5F20", "1\n2"}},
            CsvKind::ForSpreadsheet) == mark +
                                            "\"userName\",\"desc\"\r\n"
                                            "\"a\",\"x,y\"\r\n"
                                            "\"say \"\"b\"\"\",\"\"\r\n"
                                            "\"\",\"\"\r\n"
                                            "\"\u5F20\",\"1\n2\"\r\n");
}

TEST_CASE("CSV for spreadsheets puts an apostrophe before formulas only") {
  for (const auto& sign :
       {"="s, "+"s, "-"s, "@"s, "\t"s, "\r"s, "\n"s, "\0"s, "\uFF1D"s, "\uFF0B"s, "\uFF0D"s, "\uFF20"s}) {
    CAPTURE(sign);
    const std::string header = mark + "\"userName\",\"desc\"\r\n";
    CHECK(csv({{sign + "1", std::nullopt}}, CsvKind::ForSpreadsheet) ==
          std::string(header).append("\"'").append(sign).append("1\",\"\"\r\n"));
    CHECK(csv({{"1" + sign, sign}}, CsvKind::ForSpreadsheet) ==
          std::string(header).append("\"1").append(sign).append("\",\"'").append(sign).append("\"\r\n"));
  }
  CHECK(csv({{"=\"a\"", "'"}}, CsvKind::ForSpreadsheet).ends_with("\r\n\"'=\"\"a\"\"\",\"'\"\r\n"));
}

TEST_CASE("exact CSV quotes only where necessary and tells absent fields from empty ones") {
  CHECK(csv({}, CsvKind::Exact) == "userName,desc\r\n");
  CHECK(csv({{"a", "x,y"}, {"say \"b\"", std::nullopt}, {std::nullopt, ""}, {"=1", "1\n2"}, {"\r", " "}},
            CsvKind::Exact) ==
        "userName,desc\r\n"
        "a,\"x,y\"\r\n"
        "\"say \"\"b\"\"\",\r\n"
        ",\"\"\r\n"
        "=1,\"1\n2\"\r\n"
        "\"\r\", \r\n");
}

TEST_CASE("an RFC 4180 reader restores every text from exact CSV") {
  Dice dice(4);
  for (int round = 0; round < 200; ++round) {
    const auto entries = drawEntries(dice, 20);
    std::vector<std::vector<Text>> expected = {{"userName", "desc"}};
    for (const auto& [userName, desc] : entries) {
      expected.push_back({userName, desc});
    }
    CHECK((readCsv(csv(entries, CsvKind::Exact)) == expected));
  }
}

TEST_CASE("an export of a view contains the view's rows in the view's order") {
  const auto report = reportOf({{"b", "x"}, {"a", "y"}, {"c", "x"}});
  const FailInfoColumns& rows = report.data.failInfoList;
  const ReportView view(rows, {.search = "x", .sortBy = SortBy::UserName, .descending = true});
  CHECK(toCsv(rows, view, CsvKind::Exact) == "userName,desc\r\nc,x\r\nb,x\r\n");
  const auto part = decode(toJson(report, view));
  REQUIRE(part);
  CHECK(part->data.failInfoList == columnsOf({{"c", "x"}, {"b", "x"}}));
  CHECK(part->data.successCount == 7U);
  CHECK(part->data.failCount == 3);
  CHECK(part->warnings ==
        std::vector<Warning>{{.kind = Warning::Kind::CountMismatch, .stated = 3, .listed = 2}});
}

TEST_CASE("exported JSON has the format of KooDrive's response") {
  const auto report =
      reportOf({{"a", "say \"x\"\n\\ \x01 \u5F20"}, {std::nullopt, ""}, {"", std::nullopt}, {}});
  CHECK(toJson(report) == R"({"data":{"successCount":7,"failCount":4,"failInfoList":[)"
                          R"({"userName":"a","desc":"say \"x\"\n\\ \u0001 )"
                          "\u5F20"
                          R"("},{"desc":""},{"userName":""},{}]},"code":0,"msg":"Successful"})");
  CHECK(toJson(ImportReport{}) ==
        R"({"data":{"failCount":0,"failInfoList":[]},"code":0,"msg":"Successful"})");
}

TEST_CASE("exported JSON of all rows decodes to the same report, sorted or not") {
  Dice dice(5);
  for (int round = 0; round < 200; ++round) {
    const auto report = reportOf(drawEntries(dice, 20));
    const std::string json = toJson(report);
    CHECK(nlohmann::json::accept(json));
    const auto again = decode(json);
    REQUIRE(again);
    CHECK((*again == report));
    const ReportView reversed(report.data.failInfoList, {.descending = true});
    const auto turned = decode(toJson(report, reversed));
    REQUIRE(turned);
    CHECK(turned->warnings.empty());
    CHECK((turned->data.failInfoList.at(0) == report.data.failInfoList.at(19)));
  }
}

TEST_CASE("every valid fixture decodes to the same report after a JSON export") {
  std::size_t reports = 0;
  for (const auto& file : std::filesystem::directory_iterator(KOODRIVE_FIXTURES_FOLDER)) {
    std::ifstream stream(file.path(), std::ios::binary);
    const std::string body{std::istreambuf_iterator<char>(stream), {}};
    if (auto report = decode(body)) {
      CAPTURE(file.path());
      ++reports;
      std::erase_if(report->warnings,
                    [](const Warning& warning) { return warning.kind == Warning::Kind::DuplicateMember; });
      const auto again = decode(toJson(*report));
      REQUIRE(again);
      CHECK((*again == *report));
    }
  }
  CHECK(reports >= 5);
}

TEST_CASE("exported JSON omits absent counts, but states failCount if rows are left out") {
  const auto report = decode(answer(R"("failInfoList":[{"userName":"a"},{"userName":"b"}])"));
  REQUIRE(report);
  CHECK(toJson(*report) ==
        R"({"data":{"failInfoList":[{"userName":"a"},{"userName":"b"}]},"code":0,"msg":"Successful"})");
  const auto part = decode(toJson(*report, ReportView(report->data.failInfoList, {.search = "b"})));
  REQUIRE(part);
  CHECK(part->data.failCount == 2);
  CHECK(part->data.failInfoList.size() == 1);
}

TEST_CASE("TSV for the clipboard has one line per row and no formulas") {
  CHECK(tsv({}).empty());
  CHECK(tsv({{"a", "x"}, {std::nullopt, "y"}, {"b", std::nullopt}}) == "a\tx\n\ty\nb\t");
  CHECK(tsv({{"a\tb", "1\r\n2\0"s}}) == "a b\t1  2 ");
  CHECK(tsv({{"=1+1", "\uFF0B"}, {"\n=1", "\t"}}) == "'=1+1\t'\uFF0B\n' =1\t' ");
  CHECK(tsv({{"\"a", "b \"c\""}, {"\"", "="}}) == "\"\"\"a\"\tb \"c\"\n\"\"\"\"\t'=");
  const FailInfoColumns rows = columnsOf({{"a", "x"}, {"b", "y"}, {"c", "z"}});
  CHECK(toTsv(rows, std::vector<std::uint32_t>{2, 0}) == "c\tz\na\tx");
}

TEST_CASE("the pieces of a large export make up the whole text") {
  std::vector<Entry> entries;
  entries.reserve(5001);
  for (std::size_t row = 0; row < 5000; ++row) {
    entries.emplace_back("user" + std::to_string(row), "a \"reason\" " + std::string(row % 50, 'x'));
  }
  entries.emplace_back(std::string(200000, '"'), std::string(200000, 'y'));
  const auto report = reportOf(entries);
  const FailInfoColumns& rows = report.data.failInfoList;
  const ReportView all(rows);
  for (const auto kind : {CsvKind::ForSpreadsheet, CsvKind::Exact}) {
    const std::string text = toCsv(rows, all, kind);
    CHECK((written([&](const TextSink& sink) { writeCsv(rows, all, kind, sink); }) == text));
    CHECK((readCsv(std::string_view(text).substr(kind == CsvKind::Exact ? 0 : 3)).size() ==
           entries.size() + 1));
  }
  CHECK((written([&](const TextSink& sink) { writeJson(report, all, nullptr, sink); }) == toJson(report)));
  CHECK((decode(toJson(report)) == report));
}

TEST_CASE("an export ends each row with its tail, and the header with that of the header") {
  ImportReport report;
  report.data.failInfoList = columnsOf({{"a", "x"}, {std::nullopt, std::nullopt}, {"c", "x"}});
  const FailInfoColumns& rows = report.data.failInfoList;
  const ReportView view(rows, {.descending = true});
  const std::vector<std::string_view> fields = {",5", ",", ",7 8"};
  const RowTails tails = {.header = ",lines", .rows = fields};
  CHECK(written([&](const TextSink& sink) { writeCsv(rows, view, CsvKind::Exact, sink, tails); }) ==
        "userName,desc,lines\r\nc,x,7 8\r\n,,\r\na,x,5\r\n");
  CHECK(toTsv(rows, std::vector<std::uint32_t>{0}, {.rows = std::vector<std::string_view>{"\t5"}}) ==
        "a\tx\t5");
  const std::vector<std::string_view> members = {"\"lines\":[5]", "\"lines\":[]", ""};
  CHECK(written([&](const TextSink& sink) {
          writeJson(report, ReportView(rows), nullptr, sink, {.rows = members});
        }).contains(R"([{"userName":"a","desc":"x","lines":[5]},{"lines":[]},{"userName":"c","desc":"x"}])"));
}

TEST_CASE("exported JSON says beside the answer where it comes from, and decodes to the same again") {
  auto report = reportOf({{"a", "x"}});
  report.provenance = Provenance{.taskId = "1534087020903704704",
                                 .traceId = "0f",
                                 .receivedAt = "2026-11-26T17:00:00.000Z",
                                 .importFile = "\u7528\u6237.csv",
                                 .version = "1.0.0"};
  const auto json = toJson(report);
  CHECK(json.ends_with(R"("msg":"Successful","koodriveImportReport":{"taskId":"1534087020903704704",)"
                       R"("traceId":"0f","receivedAt":"2026-11-26T17:00:00.000Z","importFile":")"
                       "\u7528\u6237"
                       R"(.csv","version":"1.0.0"}})"));
  const auto again = decode(json);
  REQUIRE(again);
  CHECK((*again == report));
  CHECK(toJson(*again) == json);
}
