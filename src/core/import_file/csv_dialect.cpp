#include "core/import_file/csv_dialect.hpp"

#include <algorithm>
#include <tuple>

#include "core/import_file/csv_records.hpp"
#include "core/text/ascii.hpp"

namespace koodrive {
namespace {

constexpr std::string_view delimiters = ",;\t";
constexpr std::string_view separatorPrefix = "sep=";
// Enough to recognise a delimiter; reading a whole file three times would only cost time.
constexpr std::size_t sampleBytes = 65536;
constexpr std::size_t sampleRecords = 100;

struct SeparatorLine {
  char delimiter = ',';
  std::size_t size = 0;
};

std::optional<SeparatorLine> separatorLineOf(std::string_view text) {
  if (!startsWithIgnoringCase(text, separatorPrefix) || text.size() <= separatorPrefix.size()) {
    return std::nullopt;
  }
  const char delimiter = text[separatorPrefix.size()];
  if (std::string_view("\"\r\n").contains(delimiter)) {
    return std::nullopt;
  }
  const std::size_t end = separatorPrefix.size() + 1;
  const std::string_view rest = text.substr(end);
  for (const std::string_view lineEnd : {"\r\n", "\n", "\r"}) {
    if (rest.starts_with(lineEnd)) {
      return SeparatorLine{.delimiter = delimiter, .size = end + lineEnd.size()};
    }
  }
  return std::nullopt;
}

std::size_t fieldCount(std::string_view record, char delimiter) {
  CsvFields fields(record, delimiter);
  std::size_t count = 0;
  while (fields.next()) {
    ++count;
  }
  return count;
}

/// How well a delimiter divides `sample`: the number of records with as many fields as the first, then that
/// number of fields.
std::tuple<std::size_t, std::size_t> fitOf(std::string_view sample, char delimiter) {
  const auto records = findCsvRecords(sample, delimiter);
  if (!records || records->empty()) {
    return {};
  }
  const auto fieldsAt = [&](const CsvRecord& record) {
    return fieldCount(sample.substr(record.begin), delimiter);
  };
  const std::size_t columns = fieldsAt(records->front());
  if (columns == 1) {
    return {};
  }
  const auto last = records->begin() + static_cast<std::ptrdiff_t>(std::min(records->size(), sampleRecords));
  const auto alike = std::count_if(records->begin(), last,
                                   [&](const CsvRecord& record) { return fieldsAt(record) == columns; });
  return {static_cast<std::size_t>(alike), columns};
}

/// The first records of `text`: up to the last line end within the sample's size.
std::string_view sampleOf(std::string_view text) {
  if (text.size() <= sampleBytes) {
    return text;
  }
  const std::string_view sample = text.substr(0, sampleBytes);
  return sample.substr(0, sample.find_last_of("\r\n") + 1);
}

}  // namespace

CsvDialect detectCsvDialect(std::string_view text, std::optional<char> delimiter) {
  const auto separatorLine = separatorLineOf(text);
  const std::size_t preambleSize = separatorLine ? separatorLine->size : 0;
  if (delimiter) {
    return {.delimiter = *delimiter, .preambleSize = preambleSize};
  }
  if (separatorLine) {
    return {.delimiter = separatorLine->delimiter, .preambleSize = preambleSize};
  }
  const std::string_view sample = sampleOf(text);
  return {.delimiter =
              *std::ranges::max_element(delimiters, {}, [sample](char one) { return fitOf(sample, one); })};
}

}  // namespace koodrive
