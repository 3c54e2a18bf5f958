#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "../support/outcome.hpp"

using namespace koodrive;
using nlohmann::json;

namespace {

const std::string folder = KOODRIVE_FIXTURES_FOLDER "/";

std::string contentOf(const std::string& file) {
  std::ifstream in(folder + file, std::ios::binary);
  REQUIRE(in);
  return {std::istreambuf_iterator<char>(in), {}};
}

void put(json& object, const char* name, const std::optional<std::string_view>& text) {
  if (text) {
    object[name] = *text;
  }
}

void putGiven(json& object, const char* name, const std::string& text) {
  if (!text.empty()) {
    object[name] = text;
  }
}

/// The outcome of decoding a fixture, in the format of index.json.
json describe(const ImportReport& report) {
  json outcome = {
      {"kind", "report"}, {"failCount", report.data.failCount}, {"length", report.data.failInfoList.size()}};
  if (report.data.successCount) {
    outcome["successCount"] = *report.data.successCount;
  }
  json& list = outcome["failInfoList"] = json::array();
  for (std::size_t index = 0; index < report.data.failInfoList.size(); ++index) {
    json& entry = list.emplace_back(json::object());
    put(entry, "userName", report.data.failInfoList.at(index).userName);
    put(entry, "desc", report.data.failInfoList.at(index).desc);
  }
  json& reasons = outcome["reasons"] = json::array();
  for (const auto id : report.data.failInfoList.reasonsByCount()) {
    const auto reason = report.data.failInfoList.reason(id);
    json& each = reasons.emplace_back(json{{"count", reason.count}});
    put(each, "desc", reason.desc);
  }
  json& warnings = outcome["warnings"] = json::array();
  for (const Warning& warning : report.warnings) {
    json& each = warnings.emplace_back(json{{"kind", toString(warning.kind)}});
    putGiven(each, "pointer", warning.pointer);
    if (warning.kind == Warning::Kind::CountMismatch) {
      each["stated"] = warning.stated;
    }
    if (warning.kind == Warning::Kind::CountMismatch || warning.kind == Warning::Kind::FailCountAbsent) {
      each["listed"] = warning.listed;
    }
    if (warning.kind == Warning::Kind::DuplicateMember) {
      each["count"] = warning.count;
    }
  }
  return outcome;
}

json describe(const Error& error) {
  json outcome = {{"kind", toString(error.kind)}, {"reason", toString(error.reason)}};
  if (error.reason == ErrorReason::WrongType || error.reason == ErrorReason::NotACount) {
    outcome["pointer"] = error.pointer;
    outcome["expected"] = error.expected;
    outcome["actual"] = error.actual;
  }
  if (error.reason == ErrorReason::CodeMissing) {
    outcome["pointer"] = error.pointer;
  }
  if (error.position) {
    outcome["offset"] = error.position->offset;
    outcome["line"] = error.position->line;
    outcome["column"] = error.position->column;
  }
  putGiven(outcome, "code", error.code);
  putGiven(outcome, "serverMessage", error.serverMessage);
  return outcome;
}

json outcomeOf(int status, const std::string& body) {
  if (status != 200) {
    return describe(httpError(status, body));
  }
  const auto result = decode(body);
  return result ? describe(*result) : describe(result.error());
}

}  // namespace

TEST_CASE("each fixture decodes to the outcome stated in index.json") {
  const json index = json::parse(contentOf("index.json"));
  REQUIRE(index.size() > 70);
  for (const json& fixture : index) {
    const auto file = fixture.at("file").get<std::string>();
    CAPTURE(file);
    json actual = outcomeOf(fixture.at("status").get<int>(), contentOf(file));
    json expected = fixture.at("outcome");
    if (expected.at("kind") == "report") {
      // The index states rows and reasons only for some fixtures, and warnings only if there are any.
      for (const char* optional : {"failInfoList", "reasons"}) {
        if (!expected.contains(optional)) {
          actual.erase(optional);
        }
      }
      expected.emplace("warnings", json::array());
    }
    CHECK(actual == expected);
  }
}
