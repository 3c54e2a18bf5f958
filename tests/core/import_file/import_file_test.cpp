#include "core/import_file/import_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <cstddef>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../support/outcome.hpp"
#include "core/import_file/failed_rows.hpp"
#include "core/text/utf8.hpp"

namespace koodrive {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;
using Rows = std::vector<std::vector<std::string>>;

/// ASCII text in UTF-16, with a byte order mark.
std::string utf16(std::string_view ascii, FileEncoding encoding) {
  const bool isBigEndian = encoding == FileEncoding::Utf16Be;
  std::string bytes(isBigEndian ? "\xFE\xFF" : "\xFF\xFE");
  for (const char c : ascii) {
    bytes.append(isBigEndian ? std::string{'\0', c} : std::string{c, '\0'});
  }
  return bytes;
}

ImportFile opened(ImportFile::Content content, std::optional<char> delimiter = std::nullopt) {
  auto file = ImportFile::read(std::move(content), delimiter);
  REQUIRE(file.has_value());
  return *std::move(file);
}

ImportFile opened(std::string_view text) {
  return opened({.bytes = std::string(text), .encoding = FileEncoding::Utf8, .text = {}});
}

Error faultOf(std::string_view bytes) {
  const auto file =
      ImportFile::read({.bytes = std::string(bytes), .encoding = FileEncoding::Utf8, .text = {}});
  REQUIRE_FALSE(file.has_value());
  return file.error();
}

std::vector<std::string> textsOf(CsvFields fields) {
  std::vector<std::string> texts;
  while (const auto field = fields.next()) {
    texts.emplace_back(*field);
  }
  return texts;
}

Rows rowsOf(const ImportFile& file) {
  Rows rows;
  for (std::size_t row = 0; row < file.rowCount(); ++row) {
    rows.push_back(textsOf(file.fieldsOf(row)));
  }
  return rows;
}

std::string retryFileOf(const ImportFile& file, const std::vector<std::uint32_t>& rows) {
  std::string bytes;
  writeRetryFile(file, rows, [&bytes](std::string_view piece) { bytes.append(piece); });
  return bytes;
}

std::vector<std::uint32_t> allRowsOf(const ImportFile& file) {
  std::vector<std::uint32_t> rows(file.rowCount());
  std::iota(rows.begin(), rows.end(), 0U);
  return rows;
}

/// Files as spreadsheet programs and people write them.
const std::vector<std::string>& awkwardFiles() {
  static const std::vector<std::string> files = {
      "name,mail\na,a@x\nb,b@x\n",
      "name,mail\r\na,a@x\r\nb,b@x",
      "name,mail\ra,a@x\rb,b@x\r",
      "name;mail\n\"a;1\";\"he said \"\"hi\"\"\"\r\nb;\"two\nlines\"\rc;\"two\r\nlines\"\n",
      "name\tmail\n\ta\nb\t\n",
      "sep=;\r\nname;mail\r\na;1\r\n",
      "SEP=|\nname|mail\na,b|1\n",
      "\xEF\xBB\xBFname,mail\n\"a\",\n\n\nb,2\n\n",
      "\n\nname,mail\n\na,1\n",
      "name\na\nb\n\"\"\nc",
      "name,mail\na\nb,1,2,3\n",
      "name,mail\n\"a\"x,\"b\" \nc,d\"e\n",
      "姓名,部门\n张伟,研发\n",
      "name,mail\n",
      "name,mail",
      "n,m\n\0,\"\0\"\n"s,
  };
  return files;
}

}  // namespace

TEST_CASE("An import file's columns, rows and lines are those that a spreadsheet shows") {
  const ImportFile file = opened("name,\"e-mail\"\r\nwei,\"a\nb\"\r\n\r\n\"says \"\"hi\"\"\",\nlast,1,2");
  CHECK(textsOf(file.header()) == std::vector<std::string>{"name", "e-mail"});
  CHECK(rowsOf(file) == Rows{{"wei", "a\nb"}, {"says \"hi\"", ""}, {"last", "1", "2"}});
  CHECK(file.lineOf(0) == 2);
  CHECK(file.lineOf(1) == 5);
  CHECK(file.lineOf(2) == 6);
}

TEST_CASE("Line feeds, carriage returns and both together end a line, also mixed in one file") {
  const ImportFile file = opened("n,m\ra,1\nb,2\r\nc,3\r\rd,4\n\r\ne,5");
  CHECK(rowsOf(file) == Rows{{"a", "1"}, {"b", "2"}, {"c", "3"}, {"d", "4"}, {"e", "5"}});
  CHECK(file.lineOf(2) == 4);
  CHECK(file.lineOf(3) == 6);
  CHECK(file.lineOf(4) == 8);
}

TEST_CASE(
    "The delimiter is the one that divides most records alike, unless it is given or named in the first "
    "line") {
  struct Case {
    std::string_view text;
    char delimiter;
  };
  const auto [text, delimiter] =
      GENERATE(Case{"a,b\n1,2\n", ','}, Case{"a;b\n1,5;2\n1,5;3\n", ';'}, Case{"a\tb\n1,2\t3\n", '\t'},
               Case{"name\nwei\n", ','}, Case{"\"a,b\";c\n\"1,2\";3\n", ';'}, Case{"sep=,\na;b;c\n", ','},
               Case{"sep=|\na|b\n", '|'}, Case{"sep=\n\na;b\n", ','});
  CHECK(opened(text).delimiter() == delimiter);
  CHECK(opened({.bytes = std::string(text), .encoding = FileEncoding::Utf8, .text = {}}, ':').delimiter() ==
        ':');
}

TEST_CASE("The line that names the separator is neither the header nor a row") {
  const ImportFile file = opened("sep=;\r\nname;mail\r\na;1\r\n");
  CHECK(textsOf(file.header()) == std::vector<std::string>{"name", "mail"});
  CHECK(file.rowCount() == 1);
  CHECK(file.lineOf(0) == 3);
}

TEST_CASE("The retry file of a report in which everyone failed is the import file, byte for byte") {
  for (const std::string& text : awkwardFiles()) {
    CAPTURE(text);
    const ImportFile file = opened(text);
    CHECK(retryFileOf(file, allRowsOf(file)) == text);
  }
}

TEST_CASE("The retry file of a UTF-16 file is that file, byte for byte, and its rows are the decoded ones") {
  const auto encoding = GENERATE(FileEncoding::Utf16Le, FileEncoding::Utf16Be);
  for (const std::string& text : awkwardFiles()) {
    if (text.starts_with(byteOrderMark) || text.contains("张")) {
      continue;
    }
    CAPTURE(text);
    const std::string bytes = utf16(text, encoding);
    const ImportFile file = opened({.bytes = bytes, .encoding = encoding, .text = text});
    CHECK(rowsOf(file) == rowsOf(opened(text)));
    CHECK(retryFileOf(file, allRowsOf(file)) == bytes);
    if (file.rowCount() > 1) {
      CHECK(retryFileOf(file, {1}) == utf16(retryFileOf(opened(text), {1}), encoding));
    }
  }
}

TEST_CASE(
    "A GB18030 file is divided at its delimiters and quotation marks, whatever bytes its characters have") {
  // 丂 is 81 40 and 侊 is 82 5C: their second bytes are ASCII characters, but never a delimiter, a quotation
  // mark or a line end.
  const std::string bytes = "name,dept\r\n\x81\x40,\"\x82\x5C\r\n\"\r\nb,2\r\n";
  const ImportFile file = opened({.bytes = bytes,
                                  .encoding = FileEncoding::Gb18030,
                                  .text = "name,dept\r\n\xE4\xB8\x82,\"\xE4\xBE\x8A\r\n\"\r\nb,2\r\n"});
  CHECK(rowsOf(file) == Rows{{"\xE4\xB8\x82", "\xE4\xBE\x8A\r\n"}, {"b", "2"}});
  CHECK(retryFileOf(file, allRowsOf(file)) == bytes);
  CHECK(retryFileOf(file, {0}) == "name,dept\r\n\x81\x40,\"\x82\x5C\r\n\"\r\n");
}

TEST_CASE(
    "GB18030 characters of one, two and four bytes, and UTF-16 pairs, are counted as one character each") {
  // U+20AC as 80, U+4E02 as 81 40, U+1F600 as 94 39 FC 36
  const std::string text = "n\n\u20AC\u4E02\U0001F600\nb\n";
  const std::string gb18030 = "n\n\x80\x81\x40\x94\x39\xFC\x36\nb\n";
  const ImportFile file = opened({.bytes = gb18030, .encoding = FileEncoding::Gb18030, .text = text});
  CHECK(retryFileOf(file, {1}) == "n\nb\n");
  CHECK(retryFileOf(file, {0}) == "n\n\x80\x81\x40\x94\x39\xFC\x36\n");

  const std::string utf16Le("\xFF\xFEn\0\n\0\x3D\xD8\x00\xDE\n\0b\0"s);
  const ImportFile pairs =
      opened({.bytes = utf16Le, .encoding = FileEncoding::Utf16Le, .text = "n\n\U0001F600\nb"});
  CHECK(retryFileOf(pairs, {1}) == "\xFF\xFEn\0\n\0b\0"s);
}

TEST_CASE("A row that the file does not have is left out of a retry file") {
  CHECK(retryFileOf(opened("name\na\n"), {0, 1, 4294967295U}) == "name\na\n");
}

TEST_CASE("A retry file holds the header and the given rows, with the blank lines that follow them") {
  const ImportFile file = opened("\xEF\xBB\xBFsep=,\nname\n\na\n\n\"b\"\nc");
  CHECK(retryFileOf(file, {}) == "\xEF\xBB\xBFsep=,\nname\n\n");
  CHECK(retryFileOf(file, {0}) == "\xEF\xBB\xBFsep=,\nname\n\na\n\n");
  CHECK(retryFileOf(file, {1, 2}) == "\xEF\xBB\xBFsep=,\nname\n\n\"b\"\nc");
}

TEST_CASE("A quotation mark that never closes is refused with the line on which it stands") {
  const Error error = faultOf("name,mail\na,1\nb,\"2\nc,3\n");
  CHECK(error.kind == ErrorKind::MalformedFile);
  CHECK(error.reason == ErrorReason::QuoteNotClosed);
  REQUIRE(error.position.has_value());
  CHECK(error.position->line == 3);
  CHECK(error.position->offset == 16);
}

TEST_CASE("A file without a header is refused as empty") {
  for (const std::string_view text : {"", "\n\r\n", "\xEF\xBB\xBF", "sep=;\n"}) {
    CAPTURE(text);
    CHECK(faultOf(text).reason == ErrorReason::EmptyFile);
  }
}

TEST_CASE("Text that is not UTF-8 is refused") {
  const Error error = faultOf("name\na\xC0\xAF\n");
  CHECK(error.kind == ErrorKind::MalformedFile);
  CHECK(error.reason == ErrorReason::InvalidEncoding);
}

TEST_CASE("A text that is not that of the bytes is refused instead of giving rows that are not in the file") {
  const auto file = ImportFile::read({.bytes = utf16("name\na\n", FileEncoding::Utf16Le),
                                      .encoding = FileEncoding::Utf16Le,
                                      .text = "name\na\nb\nc\n"});
  REQUIRE_FALSE(file.has_value());
  CHECK(file.error().reason == ErrorReason::InvalidEncoding);
}

}  // namespace koodrive
