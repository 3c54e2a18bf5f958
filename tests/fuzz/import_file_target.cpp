#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "check.hpp"
#include "core/import_file/failed_rows.hpp"
#include "core/import_file/file_match.hpp"
#include "core/import_file/import_file.hpp"
#include "core/import_file/name_key.hpp"

using namespace koodrive;

namespace {

void checkFile(const ImportFile& file, std::string_view bytes) {
  std::vector<std::uint32_t> rows(file.rowCount());
  std::iota(rows.begin(), rows.end(), 0U);
  std::string retry;
  writeRetryFile(file, rows, [&retry](std::string_view piece) { retry.append(piece); });
  check(retry == bytes, "the retry file of all rows is the file");

  FailInfoColumns failures;
  std::uint32_t line = 0;
  std::size_t named = 0;
  for (const std::uint32_t row : rows) {
    CsvFields fields = file.fieldsOf(row);
    const auto first = fields.next();
    check(first.has_value(), "a row has a field");
    named += isName(first) ? 1 : 0;
    failures.append(first, std::nullopt);
    check(file.lineOf(row) > line, "each row begins on a later line");
    line = file.lineOf(row);
  }
  const NameMatch match = matchFile(failures, file, 0);
  check(match.unmatched.size() == rows.size() - named && match.ambiguous.empty(),
        "a file's own names are all found");
}

}  // namespace

/// Checks that any bytes are refused, or read as rows that give the same bytes again, in each encoding.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const auto encoding :
       {FileEncoding::Utf8, FileEncoding::Gb18030, FileEncoding::Utf16Le, FileEncoding::Utf16Be}) {
    // The platform decodes; here the bytes themselves stand for the text of the other encodings.
    const auto file =
        ImportFile::read({.bytes = std::string(bytes), .encoding = encoding, .text = std::string(bytes)});
    if (!file) {
      check(file.error().kind == ErrorKind::MalformedFile, "a fault is the file's");
    } else if (encoding == FileEncoding::Utf8) {
      checkFile(*file, bytes);
    } else {
      check(file->bytesBeforeRows().size() <= bytes.size(), "the header lies within the file");
    }
  }
  return 0;
}
