#include "core/import_file/csv_dialect.hpp"

#include <algorithm>

#include "core/import_file/csv_records.hpp"
#include "core/text/ascii.hpp"

namespace koodrive {
namespace {

constexpr std::string_view delimiters = ",;\t";
constexpr std::string_view separatorPrefix = "sep=";
// Enough to recognise a delimiter; reading a whole file three times would only cost time.
constexpr std::size_t sampleBytes = 65536;
constexpr std::size_t sampleRecords = 100;

/// What the `sep=` line at the beginning of `text` says, if there is one.
std::optional<CsvDialect> separatorLineOf(std::string_view text) {
  if (!startsWithIgnoringCase(text, separatorPrefix) || text.size() <= separatorPrefix.size()) {
    return std::nullopt;
  }
  CsvDialect named = {.delimiter = text[separatorPrefix.size()], .preambleSize = separatorPrefix.size() + 1};
  const std::string_view rest = text.substr(named.preambleSize);
  named.preambleSize += rest.starts_with("\r\n") ? 2 : 1;
  const bool endsLine = rest.starts_with('\n') || rest.starts_with('\r');
  return endsLine && !std::string_view("\"\r\n").contains(named.delimiter) ? std::optional(named)
                                                                           : std::nullopt;
}

/// How well a delimiter divides `sample`: the more records have as many fields as the first, the better, then
/// the more fields that are. 0 if it divides nothing.
std::size_t fitOf(std::string_view sample, char delimiter) {
  const auto records = findCsvRecords(sample, delimiter);
  std::size_t columns = 0;
  std::size_t alike = 0;
  for (std::size_t record = 0; records && record < std::min(records->size(), sampleRecords); ++record) {
    const std::size_t fields = CsvFields(sample.substr((*records)[record].begin), delimiter).countRest();
    columns = record == 0 ? fields : columns;
    alike += fields == columns ? 1 : 0;
  }
  return columns < 2 ? 0 : (alike * sampleBytes) + columns;
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
  const auto named = separatorLineOf(text);
  if (delimiter || named) {
    CsvDialect dialect = named.value_or(CsvDialect());
    dialect.delimiter = delimiter.value_or(dialect.delimiter);
    return dialect;
  }
  const std::string_view sample = sampleOf(text);
  CsvDialect best;
  std::size_t bestFit = 0;
  for (const char one : delimiters) {
    if (const std::size_t fit = fitOf(sample, one); fit > bestFit) {
      bestFit = fit;
      best.delimiter = one;
    }
  }
  return best;
}

}  // namespace koodrive
